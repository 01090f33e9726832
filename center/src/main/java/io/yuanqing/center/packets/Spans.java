package io.yuanqing.center.packets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where packets lie in the log and in time.
 *
 * @param receivedTo the last moment itself
 * @param dataFrom null when no packet has a DataTime
 * @param dataTo likewise
 */
record Spans(
        long first,
        long last,
        int packets,
        Instant receivedFrom,
        Instant receivedTo,
        @Nullable Instant dataFrom,
        @Nullable Instant dataTo) {

    /** @param packets at least one, ascending by position */
    static Spans of(List<StoredPacket> packets) {
        StoredPacket first = packets.get(0);
        Instant receivedFrom = first.receivedAt();
        Instant receivedTo = first.receivedAt();
        Instant dataFrom = first.dataTime();
        Instant dataTo = first.dataTime();
        for (StoredPacket packet : packets) {
            receivedFrom = packet.receivedAt().isBefore(receivedFrom) ? packet.receivedAt() : receivedFrom;
            receivedTo = packet.receivedAt().isAfter(receivedTo) ? packet.receivedAt() : receivedTo;
            Instant dataTime = packet.dataTime();
            if (dataTime != null) {
                dataFrom = dataFrom == null || dataTime.isBefore(dataFrom) ? dataTime : dataFrom;
                dataTo = dataTo == null || dataTime.isAfter(dataTo) ? dataTime : dataTo;
            }
        }
        long last = packets.get(packets.size() - 1).position();
        return new Spans(first.position(), last, packets.size(), receivedFrom, receivedTo, dataFrom, dataTo);
    }
}
