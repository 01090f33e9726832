package io.yuanqing.hj212;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups a CP's fields {@code factor-Suffix=value} by factor. */
final class Readings {

    /** In the standard's spelling, the frequent ones first: they are searched one after another, without making objects. */
    private static final String[] SUFFIXES =
            ("Flag Rtd Avg Min Max Cou ZsAvg ZsRtd ZsMin ZsMax RS RT Info Data SampleTime"
                            + " RawAvg EFlag SN DayData NightData CompleteTime SampleType SampleRd StandardValue ResultType Ala"
                            + " UpValue LowValue")
                    .split(" ");

    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, Map<String, String>> latest = new HashMap<>();

    private String factor = "";
    private @Nullable Map<String, String> values;

    private Readings() {}

    static List<Reading> of(List<Item> items) {
        Readings grouped = new Readings();
        for (Item item : items) {
            grouped.factor = "";
            for (Field field : item.fields()) {
                grouped.add(field);
            }
        }
        return Collections.unmodifiableList(grouped.readings);
    }

    private void add(Field field) {
        String name = field.name();
        int dash = name.lastIndexOf('-');
        if (dash > 0) {
            String suffix = suffix(name, dash + 1);
            if (!suffix.isEmpty() && turnTo(name, dash)) {
                put(suffix, field.value());
            }
        } else if (!factor.isEmpty() && name.equalsIgnoreCase("Flag")) {
            // "a34001-Rtd=92,Flag=N": the code was left out, the item says whose flag it is.
            put("Flag", field.value());
        }
    }

    /** Makes the factor in front of the dash the current one; false if there is none. */
    private boolean turnTo(String name, int dash) {
        if (factor.length() != dash || !name.startsWith(factor)) {
            factor = name.substring(0, dash).strip();
            values = latest.get(factor);
        }
        return !factor.isEmpty();
    }

    private void put(String suffix, String value) {
        Map<String, String> current = values;
        if (current == null || current.containsKey(suffix)) {
            current = new LinkedHashMap<>(8);
            values = current;
            latest.put(factor, current);
            readings.add(new Reading(factor, Collections.unmodifiableMap(current)));
        }
        current.put(suffix, value);
    }

    private static String suffix(String name, int from) {
        int length = name.length() - from;
        for (String known : SUFFIXES) {
            if (known.length() == length && name.regionMatches(true, from, known, 0, length)) {
                return known;
            }
        }
        String written = name.substring(from).strip();
        return written.length() == length ? written : suffix(written, 0);
    }
}
