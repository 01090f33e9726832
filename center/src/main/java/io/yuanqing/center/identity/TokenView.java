package io.yuanqing.center.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's token, without the secret.
 *
 * @param permissions what it may do, of what its account may; none: it reads what its account sees
 * @param expiresAt from when it opens nothing
 * @param lastUsedAt to the minute; null: never
 * @param lastAddress from which it was used last
 */
record TokenView(
        long id,
        String name,
        List<String> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastAddress) {}
