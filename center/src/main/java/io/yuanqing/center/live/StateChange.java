package io.yuanqing.center.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point's headline state became another one.
 *
 * @param at when the centre saw it
 * @param reason of the new state; null when all is normal
 */
record StateChange(
        long pointId,
        Instant at,
        State from,
        State to,
        @Nullable StateReason reason) {}
