package io.yuanqing.center.packets;

import java.time.Instant;

/**
 * Bytes of a connection that belong to no frame.
 *
 * @param bytes how many
 * @param sample the first ones that are worth keeping; may be empty
 */
@SuppressWarnings("ArrayRecordComponent")
public record Noise(Instant receivedAt, String remote, long bytes, byte[] sample) {}
