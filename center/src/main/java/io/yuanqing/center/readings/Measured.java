package io.yuanqing.center.readings;

import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one packet says about one factor. Numbers are exactly as reported (41.0 stays 41.0); null where none was reported.
 *
 * @param factor the 2017 code where the reported one has such (011 -> w01018), else as reported
 * @param flag trimmed, upper-case; null when absent
 * @param raw what was reported in the place of a number, by item name ({@code avg -> "-"})
 */
record Measured(
        String factor,
        @Nullable BigDecimal rtd,
        @Nullable BigDecimal avg,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal cou,
        @Nullable BigDecimal zsRtd,
        @Nullable BigDecimal zsAvg,
        @Nullable BigDecimal zsMin,
        @Nullable BigDecimal zsMax,
        @Nullable String flag,
        Map<String, String> raw) {

    private static final int LONGEST_TEXT = 64;

    /** No instrument reports more; a row could not hold 1E+999999. */
    private static final int MOST_DIGITS = 60;

    /** One element per factor, in the packet's order; a factor that is named by two codes is one. */
    static List<Measured> of(List<Reading> readings) {
        Map<String, Reading> byFactor = new LinkedHashMap<>();
        for (Reading reading : readings) {
            String factor = FactorCodes.today(reading.factor());
            byFactor.merge(factor, reading, Measured::joined);
        }
        List<Measured> all = new ArrayList<>(byFactor.size());
        byFactor.forEach((factor, reading) -> all.add(of(factor, reading)));
        return all;
    }

    static Measured of(String factor, Reading reading) {
        Map<String, String> raw = new LinkedHashMap<>();
        return new Measured(
                factor,
                number(reading, "Rtd", "rtd", raw),
                number(reading, "Avg", "avg", raw),
                number(reading, "Min", "min", raw),
                number(reading, "Max", "max", raw),
                number(reading, "Cou", "cou", raw),
                number(reading, "ZsRtd", "zsRtd", raw),
                number(reading, "ZsAvg", "zsAvg", raw),
                number(reading, "ZsMin", "zsMin", raw),
                number(reading, "ZsMax", "zsMax", raw),
                reading.flag() == null ? null : clean(reading.flag()),
                Map.copyOf(raw));
    }

    /** A number that can be kept, or null. */
    static @Nullable BigDecimal number(Reading reading, String suffix) {
        BigDecimal number = reading.number(suffix);
        if (number == null || number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return null;
        }
        return number;
    }

    /** Bounded, and without what the database refuses (NUL, half a character). */
    static String clean(String text) {
        int end = Math.min(text.length(), LONGEST_TEXT);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).replace("\0", "");
    }

    private static @Nullable BigDecimal number(Reading reading, String suffix, String name, Map<String, String> raw) {
        BigDecimal number = number(reading, suffix);
        String reported = reading.values().get(suffix);
        if (number == null && reported != null) {
            raw.put(name, clean(reported));
        }
        return number;
    }

    private static Reading joined(Reading first, Reading second) {
        Map<String, String> values = new LinkedHashMap<>(first.values());
        values.putAll(second.values());
        return new Reading(first.factor(), values);
    }
}
