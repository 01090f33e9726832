package io.yuanqing.hj212;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One factor's values in a packet.
 *
 * @param factor the code as written ({@code w01018}, {@code SB1}, {@code 011})
 * @param values raw text by suffix, in the order sent. Known suffixes are spelled as in the standard (Rtd, Avg, Min, Max,
 *     Cou, ZsRtd, ZsAvg, ZsMin, ZsMax, Flag, EFlag, SampleTime, RS, RT, Info …), unknown ones are kept as written
 */
public record Reading(String factor, Map<String, String> values) {

    /**
     * The value as a number, or null when it has none: {@code -}, empty, NaN, text, or the largest number of its type by
     * which HJ 212-2025 clause 8.1.1 marks what could not be computed (9999.99, -9999.99). It is never made up as 0.
     */
    public @Nullable BigDecimal number(String suffix) {
        if (values instanceof ReadingValues read) {
            return read.number(suffix);
        }
        String text = values.get(suffix);
        return text == null ? null : Numbers.read(text, suffix);
    }

    /** The data flag (N, F, M, S, D, C, T, B, TD …), trimmed and in upper case; null if there is none. */
    public @Nullable String flag() {
        return values instanceof ReadingValues read ? read.flag() : flag(values.get("Flag"));
    }

    static @Nullable String flag(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip().toUpperCase(Locale.ROOT);
    }
}
