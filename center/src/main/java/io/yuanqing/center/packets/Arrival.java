package io.yuanqing.center.packets;

import io.yuanqing.hj212.Decoded;
import java.time.Instant;

/**
 * A frame that arrived.
 *
 * @param receivedAt the centre's clock when its last byte had been read
 * @param remote the peer's address without port; empty when there is none
 * @param decoded the frame's bytes and what they say
 */
public record Arrival(Instant receivedAt, String remote, Decoded decoded, Origin origin) {}
