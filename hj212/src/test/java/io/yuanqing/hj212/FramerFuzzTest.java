package io.yuanqing.hj212;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Whatever a socket gives, the framer neither throws nor loses a byte nor a good frame. In a plain build the kept inputs
 * are run; {@code ./yuanqing fuzz} looks for new ones, guided by coverage.
 */
class FramerFuzzTest {

    private static final byte[] GOOD =
            ("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                            + "CP=&&RtdInterval=30&&1C80\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    /** The stream's first four bytes say how it is torn. */
    @FuzzTest(maxDuration = "60m")
    @DictionaryFile(resourcePath = "frame.dict")
    void anyStream(byte[] input) {
        int head = Math.min(4, input.length);
        int[] chunks = new int[Math.max(1, head)];
        for (int i = 0; i < head; i++) {
            chunks[i] = (input[i] & 0xFF) + 1;
        }
        byte[] stream = new byte[input.length - head];
        System.arraycopy(input, head, stream, 0, stream.length);
        FramerProperties.hold(stream, chunks);
    }

    @FuzzTest(maxDuration = "60m")
    @DictionaryFile(resourcePath = "frame.dict")
    void aGoodFrameBetweenAnyJunk(FuzzedDataProvider data) {
        int[] chunks = {data.consumeInt(1, 300), data.consumeInt(1, 30)};
        byte[] before = data.consumeBytes(data.consumeInt(0, 1500));
        FramerProperties.findsBetween(before, GOOD, data.consumeRemainingAsBytes(), chunks);
    }
}
