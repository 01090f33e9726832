package io.yuanqing.center.live;

import io.yuanqing.center.Center;
import io.yuanqing.center.readings.Mean;
import io.yuanqing.center.registry.Bound;
import io.yuanqing.center.registry.LimitInForce;
import io.yuanqing.center.registry.LimitPeriod;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointLimit;
import io.yuanqing.center.registry.StrictestLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid mean beyond its limit.
 *
 * @param mean averaging period of the value: HOUR or DAY
 * @param start of that period
 * @param value the mean, in {@code unit}
 * @param converted the value is the converted one (折算值)
 * @param limit what is in force, in {@code unit}
 * @param limitPeriod averaging period that the limit speaks of
 * @param multiple value ÷ limit, to two decimals; null for a limit of 0
 * @param basis standard with clause, or number of the permit
 * @param warningOnly no finding: the law compares a mean of another period with this limit
 */
record Exceedance(
        String factor,
        LimitPeriod mean,
        Instant start,
        BigDecimal value,
        String unit,
        boolean converted,
        BigDecimal limit,
        Bound bound,
        LimitPeriod limitPeriod,
        @Nullable BigDecimal multiple,
        String basis,
        boolean warningOnly) {

    /**
     * The rule. A mean is compared with the limit in force on its day: an hour mean with an hour limit, a day mean with a
     * day limit; the converted value where the point has a reference oxygen, otherwise the measured one. Of waste and
     * surface water the day's flow-weighted mean decides, so its hours only warn, whatever period the limit names (GB
     * 18918-2002 clause 4.1.4.2).
     *
     * @param limits all that were ever registered for the point
     * @param factor code of HJ 212-2017
     * @param period HOUR or DAY
     */
    static List<Exceedance> of(
            MonitoringPoint point, Collection<PointLimit> limits, String factor, LimitPeriod period, Mean mean) {
        if (limits.isEmpty()) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(mean.start(), Center.CITY_ZONE);
        boolean hourOfWater = period == LimitPeriod.HOUR && water(point.medium());
        List<LimitPeriod> compared =
                hourOfWater ? List.of(LimitPeriod.HOUR, LimitPeriod.DAY, LimitPeriod.INSTANT) : List.of(period);
        List<Exceedance> found = new ArrayList<>();
        for (LimitPeriod limitPeriod : compared) {
            for (LimitInForce limit : StrictestLimit.of(point, limits, factor, limitPeriod, day)) {
                BigDecimal value = limit.converted() ? mean.zsAvg() : mean.avg();
                if (value != null && beyond(value, limit)) {
                    found.add(of(period, mean.start(), value, limit, hourOfWater));
                }
            }
        }
        return found;
    }

    private static boolean beyond(BigDecimal value, LimitInForce limit) {
        int order = value.compareTo(limit.value());
        return limit.bound() == Bound.UPPER ? order > 0 : order < 0;
    }

    private static boolean water(Medium medium) {
        return medium == Medium.WATER || medium == Medium.SURFACE_WATER;
    }

    private static Exceedance of(
            LimitPeriod period, Instant start, BigDecimal value, LimitInForce limit, boolean warningOnly) {
        return new Exceedance(
                limit.factor(),
                period,
                start,
                value,
                limit.unit(),
                limit.converted(),
                limit.value(),
                limit.bound(),
                limit.period(),
                limit.value().signum() == 0 ? null : value.divide(limit.value(), 2, RoundingMode.HALF_UP),
                limit.basis(),
                warningOnly);
    }
}
