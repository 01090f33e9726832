package io.yuanqing.hj212;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two numbers by which a frame is checked, as declared and as found.
 *
 * @param declaredLength as written; null if there is none
 * @param actualLength of the data segment in bytes
 * @param declaredCrc as written; null if there is none
 * @param computedCrc over the data segment: of an encrypted CP that stays closed it says nothing
 */
public record Proof(
        @Nullable String declaredLength,
        int actualLength,
        @Nullable String declaredCrc,
        String computedCrc) {

    static Proof of(byte[] b) {
        Layout layout = new Layout(b);
        return new Proof(
                layout.lengthDigits == 0 ? null : Text.of(b, 2, 2 + layout.lengthDigits),
                layout.length(),
                layout.crcDigits() == 0 ? null : Text.of(b, layout.segmentEnd, layout.crcEnd),
                String.format(Locale.ROOT, "%04X", Crc.of(b, layout.segment, layout.segmentEnd)));
    }
}
