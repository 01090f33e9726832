package io.yuanqing.center.readings.tables;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.readings.FactorCodes;
import io.yuanqing.center.registry.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see in a table; what is null does not restrict.
 *
 * @param mn any that the one wanted point ever had
 * @param q part of a name or an MN
 * @param factors codes of 2017; none: those that are assessed at the chosen points
 * @param from first moment; the period in which it lies is the first
 * @param to end, exclusive
 */
record TableQuery(
        TablePeriod period,
        TableGroup group,
        @Nullable String county,
        @Nullable Long enterprise,
        @Nullable Medium medium,
        @Nullable String mn,
        @Nullable String q,
        List<String> factors,
        Instant from,
        Instant to) {

    private static final int MOST_FACTORS = 40;

    /**
     * Reads the parameters of a request.
     *
     * @param now what lies behind it is not asked for
     * @throws Refusal 400 that names the parameter, its value and what is possible
     */
    static TableQuery of(TableRequest asked, Instant now) {
        if (asked.period() == null) {
            throw Refusal.invalid("period", "is missing; it must be one of " + Arrays.toString(TablePeriod.values()));
        }
        if (asked.from() == null || asked.to() == null) {
            throw Refusal.invalid(asked.from() == null ? "from" : "to", "is missing; a table needs both its ends");
        }
        TablePeriod period = asked.period();
        Instant from = period.start(asked.from());
        Instant to = asked.to().isAfter(now) ? now : asked.to();
        if (!asked.from().isBefore(asked.to())) {
            throw Refusal.invalid("to", "lies not behind from; give from < to, the end is exclusive");
        }
        long days = Duration.between(asked.from(), asked.to()).toDays();
        if (days > period.longestDays()) {
            throw Refusal.invalid(
                    "from",
                    "lies " + days + " days before to; a table by " + period.unit() + " covers at most "
                            + period.longestDays() + " days");
        }
        return new TableQuery(
                period,
                asked.group() == null ? TableGroup.POINT : asked.group(),
                blankIsNull(asked.county()),
                asked.enterprise(),
                asked.medium(),
                blankIsNull(asked.mn()),
                blankIsNull(asked.q()),
                codes(asked.factor()),
                from,
                to);
    }

    private static List<String> codes(@Nullable List<String> factors) {
        List<String> codes = factors == null
                ? List.of()
                : factors.stream()
                        .flatMap(list -> Arrays.stream(list.split(",")))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .map(FactorCodes::today)
                        .distinct()
                        .toList();
        if (codes.size() > MOST_FACTORS) {
            throw Refusal.invalid("factor", codes.size() + " factors are too many; a table holds " + MOST_FACTORS);
        }
        return codes;
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
