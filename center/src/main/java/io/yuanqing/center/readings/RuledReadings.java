package io.yuanqing.center.readings;

import io.yuanqing.center.registry.FactorRule;
import io.yuanqing.center.registry.Units;
import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a packet's readings are under the rules of its point: in the dictionary's codes and units. */
final class RuledReadings {

    /** What is in the factor's own unit. The total (Cou) is not: it has the unit of amounts. */
    private static final List<String> CONVERTED =
            List.of("Rtd", "Avg", "Min", "Max", "ZsRtd", "ZsAvg", "ZsMin", "ZsMax", "Data");

    private RuledReadings() {}

    /**
     * The readings themselves where no rule counts. What a rule touches stands first, so that a factor that is sent under its
     * own code as well keeps that value: of several readings of a factor the last one counts.
     *
     * @param day of the period that the packet speaks of, city time
     */
    static List<Reading> of(List<Reading> sent, List<FactorRule> rules, LocalDate day) {
        List<FactorRule> counting =
                rules.stream().filter(rule -> rule.covers(day)).toList();
        if (counting.isEmpty()) {
            return sent;
        }
        List<Reading> ruled = new ArrayList<>();
        List<Reading> others = new ArrayList<>();
        for (Reading reading : sent) {
            Optional<FactorRule> rule = counting.stream()
                    .filter(one -> one.sentAs().equals(reading.factor().toLowerCase(Locale.ROOT)))
                    .findFirst();
            if (rule.isPresent()) {
                ruled.add(under(rule.get(), reading));
            } else {
                others.add(reading);
            }
        }
        ruled.addAll(others);
        return ruled;
    }

    private static Reading under(FactorRule rule, Reading reading) {
        if (rule.multiplier().compareTo(BigDecimal.ONE) == 0) {
            return new Reading(rule.factor(), reading.values());
        }
        BigDecimal multiplier = rule.multiplier().stripTrailingZeros(); // 1E+3 adds no digits, 1000 would
        Map<String, String> values = new LinkedHashMap<>(reading.values());
        for (String suffix : CONVERTED) {
            BigDecimal number = Measured.number(reading, suffix);
            if (number != null) {
                values.put(suffix, Units.times(number, multiplier).toPlainString());
            }
        }
        return new Reading(rule.factor(), values);
    }
}
