package io.yuanqing.center.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A threshold with its period of effect.
 *
 * @param code such as OFFLINE_AFTER_MINUTES
 * @param unit of the value; "1" for a fraction
 * @param effectiveFrom first day, city time; null: since ever
 * @param effectiveTo first day no more; null: open
 * @param meaning in a sentence
 * @param legalBasis law, standard or rule that fixes the value
 */
public record RuleParameter(
        String code,
        BigDecimal value,
        String unit,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String meaning,
        String legalBasis) {

    /** Whether it is in effect on that day. */
    boolean covers(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || day.isBefore(effectiveTo));
    }
}
