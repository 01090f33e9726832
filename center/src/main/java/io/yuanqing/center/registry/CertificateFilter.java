package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates to list; what is null does not restrict.
 *
 * @param enterprise its own and those of its equipment
 * @param contractor its own and those of its people
 * @param expiringBy last day of validity on that day or before, and not renewed
 */
record CertificateFilter(
        @Nullable Long enterprise,
        @Nullable Long contractor,
        @Nullable String county,
        @Nullable LocalDate expiringBy) {}
