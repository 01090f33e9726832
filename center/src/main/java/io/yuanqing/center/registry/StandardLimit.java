package io.yuanqing.center.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit as a standard prints it.
 *
 * @param standard number and year; for rules without a number their short name
 * @param clause table and grade; empty where none is named
 * @param industry kind of process that it holds for
 * @param factor code of HJ 212-2017; null: there is none
 * @param printedPeriod averaging period as printed
 * @param unit of {@code value}; "1" where there is none
 * @param referenceOxygen O2 in percent at which the value holds; null: the point's own, or {@code asMeasured}
 * @param asMeasured holds for measured rather than converted values (实测)
 * @param printedOxygen as printed
 * @param note conditions, and where the row comes from
 * @param confidence H, M: seen in public copies; BK-H, BK-M: to be verified before anything rests on it
 */
public record StandardLimit(
        long id,
        String standard,
        String clause,
        String industry,
        @Nullable String factor,
        String factorName,
        LimitPeriod period,
        String printedPeriod,
        Bound bound,
        BigDecimal value,
        String unit,
        @Nullable BigDecimal referenceOxygen,
        boolean asMeasured,
        @Nullable String printedOxygen,
        String note,
        String confidence) {}
