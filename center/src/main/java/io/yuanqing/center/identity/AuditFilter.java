package io.yuanqing.center.identity;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail to show; what is null does not restrict.
 *
 * @param actor account name
 * @param acts any of these
 * @param subject kind and id; with a star at its end all that begin so, such as {@code point:*}
 * @param from first moment
 * @param to first moment no more
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable Collection<String> acts,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {}
