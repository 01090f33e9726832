package io.yuanqing.center.readings;

import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stretch of the log, packet by packet, adds to hour and day values, latest values and unregistered MNs. */
final class Derivation {

    private final OnTime onTime;
    private final LoggerDevices devices;
    private final Map<Long, Latest> latest;
    private final Set<Long> changed = new HashSet<>();
    private final List<PeriodValue> hours = new ArrayList<>();
    private final List<PeriodValue> days = new ArrayList<>();
    private final Map<String, UnregisteredMn> strangers = new LinkedHashMap<>();

    /** @param before what the points concerned said last before this stretch */
    Derivation(OnTime onTime, LoggerDevices devices, Map<Long, Latest> before) {
        this.onTime = onTime;
        this.devices = devices;
        this.latest = new HashMap<>(before);
    }

    void add(Owned owned) {
        Packet packet = owned.packet(devices);
        if (packet == null) {
            return;
        }
        addLatest(owned, packet);
        if (owned.kind().keptAsRows()) {
            addRows(owned, packet);
        }
    }

    void addLatest(Owned owned, Packet packet) {
        Latest before = latest.get(owned.pointId());
        Latest after = LatestFold.add(before, owned, packet);
        if (after != null && after != before) {
            latest.put(owned.pointId(), after);
            changed.add(owned.pointId());
        }
    }

    void addRows(Owned owned, Packet packet) {
        Kind kind = owned.kind();
        Instant start = owned.start();
        boolean backfilled = onTime.backfilled(owned, packet);
        StoredPacket stored = owned.stored();
        for (Measured measured : Measured.of(owned.readings(packet))) {
            (kind == Kind.HOUR ? hours : days)
                    .add(new PeriodValue(
                            owned.pointId(),
                            start,
                            stored.position(),
                            stored.receivedAt(),
                            owned.dataTime(),
                            backfilled,
                            measured));
        }
    }

    void addStranger(StoredPacket stored) {
        Packet packet = Decoder.decode(stored.frame()).packet();
        UnregisteredMn heard = new UnregisteredMn(
                stored.mn(),
                stored.receivedAt(),
                stored.receivedAt(),
                1,
                Measured.clean(stored.st()),
                packet == null ? "" : packet.edition().year(),
                packet == null
                        ? List.of()
                        : packet.readings().stream()
                                .map(Reading::factor)
                                .map(FactorCodes::today)
                                .distinct()
                                .toList(),
                stored.remote());
        strangers.merge(stored.mn(), heard, UnregisteredMns::joined);
    }

    List<PeriodValue> hours() {
        return hours;
    }

    List<PeriodValue> days() {
        return days;
    }

    /** Those of the points that changed. */
    Map<Long, Latest> changed() {
        Map<Long, Latest> result = new HashMap<>();
        changed.forEach(pointId -> result.put(pointId, latest.get(pointId)));
        return result;
    }

    Map<String, UnregisteredMn> strangers() {
        return strangers;
    }

    int rows() {
        return hours.size() + days.size();
    }

    /** The rows have been written. */
    void dropRows() {
        hours.clear();
        days.clear();
    }
}
