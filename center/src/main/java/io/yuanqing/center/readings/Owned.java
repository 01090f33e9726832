package io.yuanqing.center.readings;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.FactorRule;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packet with readings, and the point that it belongs to.
 *
 * @param rules the point's codes and units, of all days
 */
record Owned(
        StoredPacket stored, Kind kind, Instant dataTime, long pointId, Stamping stamping, List<FactorRule> rules) {

    /** What the packet says; null when its bytes cannot be read (the log takes none such). */
    @Nullable
    Packet packet(LoggerDevices devices) {
        return devices.decode(stored.frame()).packet();
    }

    /** Start of the period that the packet speaks of. */
    Instant start() {
        return kind.start(dataTime, stamping);
    }

    /** What the packet says of each factor, in the dictionary's codes and units. */
    List<Reading> readings(Packet packet) {
        return rules.isEmpty()
                ? packet.readings()
                : RuledReadings.of(packet.readings(), rules, LocalDate.ofInstant(start(), Center.CITY_ZONE));
    }
}
