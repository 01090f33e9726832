package io.yuanqing.center.packets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A frame's bytes for people and JSON.
 *
 * @param text as UTF-8, else as GB18030 (older loggers write their logs so)
 * @param base64 the exact bytes, when they are not plain ASCII; else null
 */
record RawText(String text, @Nullable String base64) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    static RawText of(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return new RawText(decode(bytes), Base64.getEncoder().encodeToString(bytes));
            }
        }
        return new RawText(new String(bytes, StandardCharsets.US_ASCII), null);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, GB18030);
        }
    }
}
