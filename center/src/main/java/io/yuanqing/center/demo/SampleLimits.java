package io.yuanqing.center.demo;

import io.yuanqing.center.registry.Bound;
import io.yuanqing.center.registry.LimitPeriod;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewLimits;
import io.yuanqing.center.registry.StandardLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample city's limits: each point's permit, with the values of its process in {@code processes.csv}, and the standard
 * of its industry where {@code limits.csv} names one.
 */
final class SampleLimits {

    private static final LocalDate PERMITTED = LocalDate.of(2024, 1, 1);
    private static final BigDecimal LOWEST_PH = BigDecimal.valueOf(6);

    private final Limits limits;
    private final List<StandardLimit> standards;
    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, Map<String, String>> standardOf = new HashMap<>();

    SampleLimits(Limits limits) {
        this.limits = limits;
        this.standards = limits.standards();
        for (Map<String, String> row : CityTable.read("sample-city/processes.csv")) {
            levels.put(row.getOrDefault("process", ""), row.getOrDefault("pollutants", ""));
        }
        for (Map<String, String> row : CityTable.read("sample-city/limits.csv")) {
            standardOf.put(row.getOrDefault("process", ""), row);
        }
    }

    /** @param number of the enterprise's permit */
    void register(MonitoringPoint point, String process, String number) {
        List<Long> rows = standards.stream()
                .filter(row -> row.factor() != null && point.factors().contains(row.factor()))
                .filter(row -> named(row, standardOf.getOrDefault(process, Map.of())))
                .map(StandardLimit::id)
                .toList();
        if (!rows.isEmpty()) {
            limits.register(point, NewLimits.ofStandard(rows, null));
        }
        List<NewLimits.Value> values = permitted(point.medium(), levels.getOrDefault(process, ""));
        if (!values.isEmpty()) {
            limits.register(point, NewLimits.ofPermit(number, values, PERMITTED));
        }
    }

    private static boolean named(StandardLimit row, Map<String, String> wanted) {
        return row.standard().equals(wanted.get("standard"))
                && row.clause().equals(wanted.get("clause"))
                && row.industry().equals(wanted.get("industry"));
    }

    /** From {@code code:typical/limit}; a limit of 0 is none. */
    private static List<NewLimits.Value> permitted(Medium medium, String pollutants) {
        LimitPeriod period = medium == Medium.WATER ? LimitPeriod.DAY : LimitPeriod.HOUR;
        List<NewLimits.Value> values = new ArrayList<>();
        for (String pollutant : pollutants.isEmpty() ? new String[0] : pollutants.split(" ")) {
            String factor = pollutant.substring(0, pollutant.indexOf(':'));
            BigDecimal limit = new BigDecimal(pollutant.substring(pollutant.indexOf('/') + 1));
            if (limit.signum() == 0) {
                continue;
            }
            switch (factor) {
                case "w01001" -> {
                    values.add(new NewLimits.Value(factor, LimitPeriod.INSTANT, Bound.LOWER, LOWEST_PH));
                    values.add(new NewLimits.Value(factor, LimitPeriod.INSTANT, Bound.UPPER, limit));
                }
                case "a01901" -> values.add(new NewLimits.Value(factor, LimitPeriod.FIVE_MINUTES, Bound.LOWER, limit));
                default -> values.add(new NewLimits.Value(factor, period, Bound.UPPER, limit));
            }
        }
        return values;
    }
}
