package io.yuanqing.center.readings.tables;

import io.yuanqing.center.registry.Medium;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a table, as a query string or a body gives them.
 *
 * @param group whose values one row sums up; POINT when it is left out
 * @param enterprise id
 * @param mn any that the one wanted point ever had
 * @param q part of the point's, outlet's or enterprise's name, or of an MN
 * @param factor codes of 2017 or 2005, each also a comma list; none: those assessed at the chosen points, and flow
 * @param from first moment; the whole period in which it lies belongs to the table
 * @param to end, exclusive; never later than now
 */
record TableRequest(
        @Nullable TablePeriod period,
        @Nullable TableGroup group,
        @Nullable String county,
        @Nullable Long enterprise,
        @Nullable Medium medium,
        @Nullable String mn,
        @Nullable String q,
        @Nullable List<String> factor,
        @Nullable Instant from,
        @Nullable Instant to) {}
