package io.yuanqing.center.packets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One packet of the log.
 *
 * @param position its number: commit order, without gaps
 * @param receivedAt when its last byte had been read (the centre's clock)
 * @param mn normal form; empty when the packet names none
 * @param dataTime DataTime read in the city's zone; null when the packet has none
 * @param frame the bytes as received, terminator included
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredPacket(
        long position,
        Instant receivedAt,
        String mn,
        String st,
        String cn,
        @Nullable Instant dataTime,
        Origin origin,
        String remote,
        byte[] frame) {}
