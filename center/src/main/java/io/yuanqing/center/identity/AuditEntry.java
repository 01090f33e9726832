package io.yuanqing.center.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act, as it stands in the trail.
 *
 * @param actor account name, or {@link Caller#SERVER}
 * @param address from which the request came; empty for the server's own acts
 * @param act in capitals, such as POINT_REGISTERED
 * @param subject kind and id of the thing, such as {@code point:17}
 * @param before what it was, JSON
 * @param after what it became, JSON
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String address,
        String act,
        String subject,
        @Nullable String before,
        @Nullable String after) {}
