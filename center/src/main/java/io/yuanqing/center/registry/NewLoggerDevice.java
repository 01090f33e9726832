package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import io.yuanqing.center.Sm4;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.LengthPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is to be on record of a logger. What is null stays as it is.
 *
 * @param hj212Key its SM4 key (HJ 212-2025 clause 6.4.3): 16 printable ASCII characters without blanks. It becomes the
 *     newest one, the earlier ones go on being tried
 */
public record NewLoggerDevice(
        @Nullable CrcPolicy crcPolicy,

        @Nullable LengthPolicy lengthPolicy,

        @Schema(accessMode = Schema.AccessMode.WRITE_ONLY, minLength = Sm4.KEY_LENGTH, maxLength = Sm4.KEY_LENGTH)
        @Nullable
        String hj212Key) {

    /** Without the key: texts end in logs. */
    @Override
    public String toString() {
        return "NewLoggerDevice[crcPolicy=" + crcPolicy + ", lengthPolicy=" + lengthPolicy + ", hj212Key="
                + (hj212Key == null ? "null" : "…") + "]";
    }
}
