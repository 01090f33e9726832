package io.yuanqing.center.packets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Component;

/** The segments unpacked last: whoever reads an old log in small steps comes to the same one again and again. */
@Component
class RecentSegments {

    /** What a packet takes in memory beside its frame. */
    private static final int PACKET = 160;

    private final PacketBlocks blocks;
    private final Cache<Long, List<StoredPacket>> unpacked;

    RecentSegments(PacketBlocks blocks, PacketsSettings settings) {
        this.blocks = blocks;
        this.unpacked = Caffeine.newBuilder()
                .maximumWeight(settings.unpackedSize().toKilobytes())
                .weigher((Long number, List<StoredPacket> packets) -> kilobytes(packets))
                .build();
    }

    /** The segment's packets, ascending by position. */
    List<StoredPacket> unpack(Segment segment) {
        List<StoredPacket> packets = unpacked.getIfPresent(segment.number());
        if (packets == null) {
            packets = blocks.unpack(segment);
            unpacked.put(segment.number(), packets);
        }
        return packets;
    }

    private static int kilobytes(List<StoredPacket> packets) {
        long bytes = packets.stream()
                .mapToLong(packet -> packet.frame().length + PACKET)
                .sum();
        return (int) (bytes >>> 10) + 1;
    }
}
