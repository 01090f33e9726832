package io.yuanqing.center.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in an enterprise's archive.
 *
 * @param type media type, told by its content
 * @param bytes its length
 * @param sm3 digest of its content (GB/T 32905), hexadecimal
 * @param uploadedBy account
 */
public record AttachedFile(
        long id,
        long enterpriseId,
        String name,
        String type,
        int bytes,
        String sm3,
        @Nullable String note,
        Instant uploadedAt,
        String uploadedBy) {}
