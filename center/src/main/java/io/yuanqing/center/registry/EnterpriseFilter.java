package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises to list; what is null does not restrict.
 *
 * @param supervisionClass of today
 * @param industry code of GB/T 4754, or the digits that it begins with
 * @param expiringBy the permit, or a certificate of the enterprise or of its equipment, ends on that day or before
 * @param q part of its name or credit code
 */
public record EnterpriseFilter(
        @Nullable String county,
        @Nullable SupervisionClass supervisionClass,
        @Nullable String industry,
        @Nullable LocalDate expiringBy,
        @Nullable String q) {

    /** Every enterprise. */
    public static final EnterpriseFilter ALL = new EnterpriseFilter(null, null, null, null, null);
}
