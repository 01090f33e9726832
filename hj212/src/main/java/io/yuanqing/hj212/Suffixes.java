package io.yuanqing.hj212;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The suffixes of the three editions, in the standard's spelling: one object for each, however a logger writes it. */
final class Suffixes {

    /** The frequent ones first. */
    private static final String[] KNOWN = {
        "Flag",
        "Rtd",
        "Avg",
        "Min",
        "Max",
        "Cou",
        "ZsAvg",
        "ZsRtd",
        "ZsMin",
        "ZsMax",
        "RS",
        "RT",
        "Info",
        "Data",
        "SampleTime",
        "RawAvg",
        "EFlag",
        "SN",
        "DayData",
        "NightData",
        "CompleteTime",
        "SampleType",
        "SampleRd",
        "StandardValue",
        "ResultType",
        "Ala",
        "UpValue",
        "LowValue"
    };

    /** Codes, marks, times and site information: a comma within separates, it is no decimal one. */
    private static final Set<String> WITHOUT_DECIMALS =
            Set.of("Flag", "EFlag", "RS", "SN", "SampleTime", "CompleteTime", "SampleType", "ResultType", "Info");

    private Suffixes() {}

    /** Whether a value of that suffix is a measured number, so far as the standard knows the suffix. */
    static boolean decimal(String suffix) {
        return !WITHOUT_DECIMALS.contains(suffix);
    }

    /** {@code text[from, to)} in the standard's spelling; null when the standard does not know it. */
    static @Nullable String known(String text, int from, int to) {
        int length = to - from;
        for (String known : KNOWN) {
            if (known.length() == length && is(text, from, known)) {
                return known;
            }
        }
        return null;
    }

    /** In whatever case. The known suffixes consist of letters alone, so one bit makes the difference. */
    private static boolean is(String text, int from, String known) {
        for (int i = 0; i < known.length(); i++) {
            if (((text.charAt(from + i) ^ known.charAt(i)) & ~0x20) != 0) {
                return false;
            }
        }
        return true;
    }
}
