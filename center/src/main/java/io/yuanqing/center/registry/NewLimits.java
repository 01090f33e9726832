package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits to be registered for a point: rows of a standard, or values of its discharge permit.
 *
 * @param standardLimits ids of {@link StandardLimit}s; excludes a permit
 * @param permitNumber number of the discharge permit (排污许可证)
 * @param values that the permit names
 * @param effectiveFrom first day; default: since ever
 * @param effectiveTo first day no more; default: open
 */
public record NewLimits(
        @Nullable List<Long> standardLimits,
        @Nullable String permitNumber,
        @Nullable List<Value> values,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String note) {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_DIGITS = 20;

    /**
     * A value of a permit.
     *
     * @param factor code of HJ 212-2017
     * @param bound default: UPPER
     * @param unit of {@code value}; default: the factor's own
     * @param referenceOxygen O2 in percent; default: the point's own
     * @param asMeasured holds for measured rather than converted values; default: false
     */
    public record Value(
            @Nullable String factor,
            @Nullable LimitPeriod period,
            @Nullable Bound bound,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable BigDecimal referenceOxygen,
            @Nullable Boolean asMeasured) {

        /** In the factor's own unit, at the point's own reference oxygen. */
        public Value(String factor, LimitPeriod period, Bound bound, BigDecimal value) {
            this(factor, period, bound, value, null, null, null);
        }
    }

    /** Rows of a standard. */
    public static NewLimits ofStandard(List<Long> rows, @Nullable LocalDate from) {
        return new NewLimits(rows, null, null, from, null, null);
    }

    /** Values of a permit. */
    public static NewLimits ofPermit(String number, List<Value> values, @Nullable LocalDate from) {
        return new NewLimits(null, number, values, from, null, null);
    }

    List<Long> rows() {
        return standardLimits == null ? List.of() : standardLimits;
    }

    List<Value> permitted() {
        return values == null ? List.of() : values;
    }

    /** All that is wrong with it; empty when it can be registered. */
    List<FieldProblem> problems() {
        Findings findings = new Findings();
        findings.text("note", note, false);
        if (effectiveFrom != null && effectiveTo != null && !effectiveFrom.isBefore(effectiveTo)) {
            findings.add("effectiveTo", effectiveTo + " is not after effectiveFrom " + effectiveFrom);
        }
        int count = rows().size() + permitted().size();
        if (count == 0 || count > MOST_AT_ONCE) {
            findings.add("values", count + " limits are named; 1 to " + MOST_AT_ONCE + " at once are taken");
        } else if (!rows().isEmpty() && (permitNumber != null || !permitted().isEmpty())) {
            findings.add("standardLimits", "excludes permitNumber and values; register the permit by itself");
        } else if (rows().isEmpty()) {
            findings.text("permitNumber", permitNumber, true);
            for (int i = 0; i < permitted().size(); i++) {
                check(findings, "values[" + i + "]", permitted().get(i));
            }
        }
        return findings.all();
    }

    private static void check(Findings findings, String field, @Nullable Value value) {
        if (value == null) {
            findings.required(field, null);
            return;
        }
        findings.text(field + ".factor", value.factor(), true)
                .required(field + ".period", value.period())
                .required(field + ".value", value.value())
                .range(field + ".referenceOxygen", value.referenceOxygen(), 0, 20, "percent");
        Factor factor = value.factor() == null ? null : Factors.find(value.factor());
        if (value.factor() != null && factor == null) {
            findings.add(field + ".factor", "'" + value.factor() + "' is no factor that GET /api/factors lists");
        }
        BigDecimal number = value.value();
        if (number != null && number.signum() < 0) {
            findings.add(field + ".value", number.toPlainString() + " is negative; a limit is 0 or more");
        } else if (number != null && (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS)) {
            findings.add(field + ".value", "has more than " + MOST_DIGITS + " digits");
        }
        if (value.referenceOxygen() != null && Boolean.TRUE.equals(value.asMeasured())) {
            findings.add(field + ".asMeasured", "contradicts referenceOxygen; a measured value is not converted");
        }
        if (value.unit() != null
                && factor != null
                && factor.unit() != null
                && Units.factor(value.unit(), factor.unit()).isEmpty()) {
            findings.add(
                    field + ".unit",
                    "'" + value.unit() + "' cannot be converted to " + factor.unit() + ", the unit of "
                            + factor.code());
        }
    }
}
