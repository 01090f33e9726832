package io.yuanqing.center.registry;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which points to list; what is null does not restrict.
 *
 * @param enterprise id
 * @param q part of the point's, outlet's or enterprise's name, or of any MN that the point ever had
 * @param ids only these points
 */
public record PointFilter(
        @Nullable String county,
        @Nullable Long enterprise,
        @Nullable Medium medium,
        @Nullable String q,
        @Nullable Collection<Long> ids) {

    /** Every point. */
    public static final PointFilter ALL = new PointFilter(null, null, null, null, null);
}
