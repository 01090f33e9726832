package io.yuanqing.center.packets;

import io.yuanqing.hj212.Decoded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame that arrived.
 *
 * @param receivedAt the centre's clock when its last byte had been read
 * @param remote the peer's address without port; empty when there is none
 * @param decoded the frame's bytes and what they say
 * @param objection why its sender is not believed; null: nothing is held against it
 */
public record Arrival(
        Instant receivedAt,
        String remote,
        Decoded decoded,
        Origin origin,
        @Nullable Objection objection) {

    public Arrival(Instant receivedAt, String remote, Decoded decoded, Origin origin) {
        this(receivedAt, remote, decoded, origin, null);
    }
}
