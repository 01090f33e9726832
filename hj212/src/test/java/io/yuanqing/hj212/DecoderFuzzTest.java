package io.yuanqing.hj212;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Whatever stands in a frame, the decoder says something sensible of it. In a plain build the kept inputs are run;
 * {@code ./yuanqing fuzz} looks for new ones, guided by coverage.
 */
class DecoderFuzzTest {

    @FuzzTest(maxDuration = "60m")
    @DictionaryFile(resourcePath = "frame.dict")
    void anyBytes(byte[] input) {
        DecoderProperties.hold(input);
    }

    /** Length and CRC fit, so that what lies behind those checks is reached. */
    @FuzzTest(maxDuration = "60m")
    @DictionaryFile(resourcePath = "frame.dict")
    void anySegment(FuzzedDataProvider data) {
        String segment = new String(data.consumeRemainingAsBytes(), StandardCharsets.UTF_8);
        if (segment.length() > 3000) {
            return;
        }
        Decoded decoded = DecoderProperties.hold(Encoder.frame(segment));
        if (decoded.ok()) {
            DecoderProperties.readsTheSameAgain(decoded.packet());
        }
    }
}
