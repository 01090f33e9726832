package io.yuanqing.center.readings;

import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.hj212.Packet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A packet with readings, and the point that it belongs to. */
record Owned(StoredPacket stored, Kind kind, Instant dataTime, long pointId, Stamping stamping) {

    /** What the packet says; null when its bytes cannot be read (the log takes none such). */
    @Nullable
    Packet packet(LoggerDevices devices) {
        return devices.decode(stored.frame()).packet();
    }
}
