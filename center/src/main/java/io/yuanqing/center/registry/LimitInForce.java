package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The strictest limit of a point's factor on a day, ready to be compared with the values that the centre keeps.
 *
 * @param id of the {@link PointLimit}
 * @param value in {@code unit}, at the point's own reference oxygen when {@code converted}
 * @param unit the factor's unit in the dictionary; the limit's own where the dictionary has none
 * @param converted compare the converted value (折算值) rather than the measured one
 * @param basis standard with clause, or number of the permit
 * @param since first day on which it holds; null: since ever
 * @param confidence of a standard's row; null for a permit
 */
public record LimitInForce(
        long id,
        String factor,
        LimitPeriod period,
        Bound bound,
        BigDecimal value,
        String unit,
        boolean converted,
        PointLimit.Source source,
        String basis,
        @Nullable LocalDate since,
        @Nullable String confidence) {}
