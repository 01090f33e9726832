package io.yuanqing.center.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what in an archive, of the audit trail.
 *
 * @param subject kind and id of the thing, such as {@code point:17}
 * @param before JSON
 * @param after JSON
 */
public record ArchiveChange(
        long id,
        Instant at,
        String actor,
        String act,
        String subject,
        @Nullable String before,
        @Nullable String after) {}
