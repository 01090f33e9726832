package io.yuanqing.center.readings;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.FactorRule;
import io.yuanqing.center.registry.FactorRules;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A point's readings over time: hour and day values from their rows, realtime and minute values from the log. */
@Component
class Series {

    /** A DataTime at the end of a period lies behind the period's start by at most this. */
    private static final Duration LONGEST_MINUTE_RECORD = Duration.ofHours(1);

    private final Points points;
    private final PacketLog log;
    private final PeriodValues periods;
    private final OnTime onTime;
    private final LoggerDevices devices;
    private final FactorRules factorRules;
    private final ReadingsSettings limits;

    Series(
            Points points,
            PacketLog log,
            PeriodValues periods,
            OnTime onTime,
            LoggerDevices devices,
            FactorRules factorRules,
            ReadingsSettings limits) {
        this.points = points;
        this.log = log;
        this.periods = periods;
        this.onTime = onTime;
        this.devices = devices;
        this.factorRules = factorRules;
        this.limits = limits;
    }

    /** By time, factor, and packet. */
    List<PeriodValue> of(MonitoringPoint point, ReadingsQuery query) {
        if (!query.kind().keptAsRows()) {
            return decoded(point, query);
        }
        List<PeriodValue> rows = periods.find(
                query.kind(),
                point.id(),
                query.factors(),
                query.from(),
                query.to(),
                query.everyVersion(),
                limits.largestAnswer() + 1);
        check(rows.size());
        return rows;
    }

    /** Of one time and factor; without its position also of one version, so that the later packet replaces the earlier. */
    private record Key(Instant start, String factor, long position) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::start).thenComparing(Key::factor).thenComparingLong(Key::position);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private List<PeriodValue> decoded(MonitoringPoint point, ReadingsQuery query) {
        List<LoggerBinding> bindings = points.bindingsOf(point.id());
        Stamping stamping = Owners.of(point);
        List<FactorRule> rules = factorRules.of(point.id());
        Set<String> wanted = new HashSet<>(query.factors());
        TreeMap<Key, PeriodValue> values = new TreeMap<>();
        Collection<String> mns =
                bindings.stream().map(LoggerBinding::mn).distinct().toList();
        Instant until = query.to().plus(stamping.atEnd() ? LONGEST_MINUTE_RECORD : Duration.ZERO);
        log.series(mns, List.of(query.kind().cn()), query.from(), until, stored -> {
            Instant dataTime = stored.dataTime();
            if (dataTime != null && belongs(stored.mn(), dataTime, bindings)) {
                add(values, new Owned(stored, query.kind(), dataTime, point.id(), stamping, rules), query, wanted);
            }
        });
        return List.copyOf(values.values());
    }

    private void add(TreeMap<Key, PeriodValue> values, Owned owned, ReadingsQuery query, Set<String> wanted) {
        Instant start = owned.start();
        if (start.isBefore(query.from()) || !start.isBefore(query.to())) {
            return;
        }
        Packet packet = owned.packet(devices);
        if (packet == null) {
            return;
        }
        boolean backfilled = onTime.backfilled(owned, packet);
        StoredPacket stored = owned.stored();
        for (Measured measured : Measured.of(owned.readings(packet))) {
            if (wanted.isEmpty() || wanted.contains(measured.factor())) {
                values.put(
                        new Key(start, measured.factor(), query.everyVersion() ? stored.position() : 0),
                        new PeriodValue(
                                owned.pointId(),
                                start,
                                stored.position(),
                                stored.receivedAt(),
                                owned.dataTime(),
                                backfilled,
                                measured));
            }
        }
        check(values.size());
    }

    private void check(int size) {
        if (size > limits.largestAnswer()) {
            throw Refusal.invalid(
                    "from",
                    "the answer would hold more than " + limits.largestAnswer()
                            + " readings; name fewer factors or a shorter period");
        }
    }

    private static boolean belongs(String mn, Instant dataTime, List<LoggerBinding> bindings) {
        return bindings.stream().anyMatch(binding -> binding.mn().equals(mn) && binding.covers(dataTime));
    }
}
