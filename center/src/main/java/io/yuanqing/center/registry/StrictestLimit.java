package io.yuanqing.center.registry;

import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which limit counts where several hold: the strictest. Limits are made comparable first: their unit becomes the
 * factor's own, and one that holds at another reference oxygen is converted to the point's, c × (21 − O point) ÷
 * (21 − O limit), as HJ 75-2017 converts values. A limit on measured values cannot be compared with one on converted
 * values; both then count, each for its own value.
 */
public final class StrictestLimit {

    /** Oxygen of air in percent, as the conversion of the standards takes it. */
    private static final BigDecimal AIR = BigDecimal.valueOf(21);

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private StrictestLimit() {}

    /** Limits of the same kind: only the strictest of them counts. */
    private record Rank(Bound bound, boolean converted) {}

    /**
     * The limits that count on a day: as a rule one, at most four (upper and lower, converted and measured).
     *
     * @param limits all that were ever registered for the point
     * @param factor code of HJ 212-2017
     */
    public static List<LimitInForce> of(
            MonitoringPoint point, Collection<PointLimit> limits, String factor, LimitPeriod period, LocalDate day) {
        Map<Rank, LimitInForce> strictest = new LinkedHashMap<>();
        for (PointLimit limit : limits) {
            if (limit.factor().equals(factor) && limit.period() == period && limit.covers(day)) {
                LimitInForce candidate = comparable(point, limit);
                strictest.merge(
                        new Rank(candidate.bound(), candidate.converted()), candidate, StrictestLimit::stricter);
            }
        }
        return List.copyOf(strictest.values());
    }

    /** Of two equal ones the first: what was registered earlier stands. */
    private static LimitInForce stricter(LimitInForce first, LimitInForce second) {
        int order = second.value().compareTo(first.value());
        boolean secondIsStricter = first.bound() == Bound.UPPER ? order < 0 : order > 0;
        return secondIsStricter ? second : first;
    }

    private static LimitInForce comparable(MonitoringPoint point, PointLimit limit) {
        BigDecimal oxygen = limit.asMeasured() ? null : referenceOxygen(point, limit.factor());
        String own = unit(limit.factor());
        BigDecimal inUnit = Units.factor(limit.unit(), own)
                .map(factor -> Units.times(limit.value(), factor))
                .orElse(null);
        BigDecimal value = atOxygen(inUnit == null ? limit.value() : inUnit, limit.referenceOxygen(), oxygen);
        return new LimitInForce(
                limit.id(),
                limit.factor(),
                limit.period(),
                limit.bound(),
                value,
                inUnit == null || own == null ? limit.unit() : own,
                oxygen != null,
                limit.source(),
                limit.basis(),
                limit.effectiveFrom(),
                limit.confidence());
    }

    /** To which oxygen the point's values of this factor are converted; null: they are not. */
    public static @Nullable BigDecimal referenceOxygen(MonitoringPoint point, String factor) {
        BigDecimal own = point.referenceOxygenByFactor().get(factor);
        return own == null ? point.referenceOxygen() : own;
    }

    private static BigDecimal atOxygen(BigDecimal value, @Nullable BigDecimal limits, @Nullable BigDecimal points) {
        if (limits == null || points == null || limits.compareTo(points) == 0) {
            return value;
        }
        BigDecimal converted = value.multiply(AIR.subtract(points)).divide(AIR.subtract(limits), SIX_DIGITS);
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }

    private static @Nullable String unit(String code) {
        Factor factor = Factors.find(code);
        return factor == null ? null : factor.unit();
    }
}
