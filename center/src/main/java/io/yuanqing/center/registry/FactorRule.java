package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a point's logger names and measures a factor, where that differs from the dictionary. Only its end is ever set.
 *
 * @param sentAs code as the logger writes it, lower case
 * @param factor code of HJ 212-2017 that is meant; the same as {@code sentAs} where only the unit differs
 * @param unit in which values are sent; null: the dictionary's
 * @param multiplier a value as sent times this is the value in the dictionary's unit
 * @param effectiveFrom first day of data, city time; null: since ever
 * @param effectiveTo first day no more; null: open
 */
public record FactorRule(
        long id,
        long pointId,
        String sentAs,
        String factor,
        @Nullable String unit,
        BigDecimal multiplier,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String note,
        Instant registeredAt,
        String registeredBy) {

    /** Whether it counts for data of that day. */
    public boolean covers(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || day.isBefore(effectiveTo));
    }
}
