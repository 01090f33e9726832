package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A limit that holds for a point over a time. Only its end is ever set: another value is another row.
 *
 * @param source a standard, or the discharge permit
 * @param basis standard with clause, or number of the permit
 * @param standardLimitId row of the standard; null for a permit
 * @param factor code of HJ 212-2017
 * @param unit of {@code value}
 * @param referenceOxygen O2 in percent at which the value holds; null: the point's own, or {@code asMeasured}
 * @param asMeasured holds for measured rather than converted values
 * @param effectiveFrom first day, city time; null: since ever
 * @param effectiveTo first day no more; null: open
 * @param confidence of a standard's row; null for a permit, whose registrar had the paper before him
 */
public record PointLimit(
        long id,
        long pointId,
        Source source,
        String basis,
        @Nullable Long standardLimitId,
        String factor,
        LimitPeriod period,
        Bound bound,
        BigDecimal value,
        String unit,
        @Nullable BigDecimal referenceOxygen,
        boolean asMeasured,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String note,
        @Nullable String confidence,
        Instant registeredAt,
        String registeredBy) {

    public enum Source {
        STANDARD,
        PERMIT
    }

    /** Whether it is in force on that day. */
    public boolean covers(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || day.isBefore(effectiveTo));
    }
}
