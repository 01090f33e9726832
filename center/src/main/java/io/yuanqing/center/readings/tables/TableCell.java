package io.yuanqing.center.readings.tables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One factor's figures of one row. Only valid hours count, those whose flag is N or missing; of a table of hours they are the
 * hour's own, as reported.
 *
 * @param hours received, whatever their flag
 * @param validHours of them, those that count
 * @param avg mean of the hours' means; weighted with the flow where {@code weighted}
 * @param min least of the hours' means; of an hour its own minimum
 * @param max greatest of the hours' means; of an hour its own maximum
 * @param zsAvg the same, converted to the reference oxygen
 * @param amount of a flow its volume in m3; of a concentration the kilograms that it carried, over the hours of which both
 *     are valid; null where no flow is known
 * @param amountHours over how many hours the amount was summed up
 * @param flag of an hour that does not count
 */
record TableCell(
        long hours,
        long validHours,
        @Nullable BigDecimal avg,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal zsAvg,
        @Nullable BigDecimal zsMin,
        @Nullable BigDecimal zsMax,
        @Nullable BigDecimal amount,
        long amountHours,
        boolean weighted,
        @Nullable String flag) {}
