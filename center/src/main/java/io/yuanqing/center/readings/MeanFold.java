package io.yuanqing.center.readings;

import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps of each factor the newest mean with flag N. Another version of the same period replaces the first; one whose flag
 * is no longer N takes it away.
 */
final class MeanFold {

    private MeanFold() {}

    /** Returns {@code before} itself when the readings change nothing. */
    static Map<String, Mean> add(Map<String, Mean> before, Instant start, List<Reading> readings) {
        Map<String, Mean> after = new TreeMap<>(before);
        for (Reading reading : readings) {
            String factor = FactorCodes.today(reading.factor());
            Mean known = after.get(factor);
            if (known != null && known.start().isAfter(start)) {
                continue;
            }
            BigDecimal avg = Measured.number(reading, "Avg");
            BigDecimal zsAvg = Measured.number(reading, "ZsAvg");
            if (valid(reading) && (avg != null || zsAvg != null)) {
                after.put(factor, new Mean(start, avg, zsAvg));
            } else if (known != null && known.start().equals(start)) {
                after.remove(factor);
            }
        }
        return after.equals(before) ? before : after;
    }

    private static boolean valid(Reading reading) {
        return reading.flag() == null || "N".equals(reading.flag());
    }
}
