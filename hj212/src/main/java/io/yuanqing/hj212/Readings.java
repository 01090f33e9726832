package io.yuanqing.hj212;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Groups a CP's fields {@code factor-Suffix=value} by factor. */
final class Readings {

    /** The standard's spelling by lower-case spelling. */
    private static final Map<String, String> SUFFIXES = new HashMap<>();

    static {
        for (String suffix : ("Rtd Avg Min Max Cou ZsRtd ZsAvg ZsMin ZsMax RawAvg Flag EFlag SampleTime CompleteTime"
                        + " SampleType SampleRd StandardValue ResultType RS RT Info SN Data DayData NightData Ala UpValue"
                        + " LowValue")
                .split(" ")) {
            SUFFIXES.put(suffix, suffix);
            SUFFIXES.put(suffix.toLowerCase(Locale.ROOT), suffix);
        }
    }

    private Readings() {}

    static List<Reading> of(List<Item> items) {
        List<Reading> readings = new ArrayList<>();
        Map<String, Map<String, String>> latest = new HashMap<>();
        for (Item item : items) {
            String factor = "";
            for (Field field : item.fields()) {
                int dash = field.name().lastIndexOf('-');
                String suffix;
                if (dash > 0 && dash < field.name().length() - 1) {
                    factor = field.name().substring(0, dash).strip();
                    suffix = suffix(field.name().substring(dash + 1).strip());
                } else if (!factor.isEmpty() && field.name().equalsIgnoreCase("Flag")) {
                    // "a34001-Rtd=92,Flag=N": the code was left out, the item says whose flag it is.
                    suffix = "Flag";
                } else {
                    continue;
                }
                Map<String, String> values = latest.get(factor);
                if (values == null || values.containsKey(suffix)) {
                    values = new LinkedHashMap<>();
                    latest.put(factor, values);
                    readings.add(new Reading(factor, Collections.unmodifiableMap(values)));
                }
                values.put(suffix, field.value());
            }
        }
        return Collections.unmodifiableList(readings);
    }

    private static String suffix(String written) {
        String known = SUFFIXES.get(written);
        if (known == null) {
            known = SUFFIXES.get(written.toLowerCase(Locale.ROOT));
        }
        return known == null ? written : known;
    }
}
