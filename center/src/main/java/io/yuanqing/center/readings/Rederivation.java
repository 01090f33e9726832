package io.yuanqing.center.readings;

import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.hj212.Packet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes one point's derived rows anew from the log, as if the log had been read from its start. Hour and day values are
 * replaced from the job's moment on. What the point said last may go back to a value from before that moment, so for
 * this the point's whole history is read.
 */
@Component
class Rederivation {

    /** Before the first packet and after the last. */
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant ALWAYS = Instant.parse("2200-01-01T00:00:00Z");

    private final PacketLog log;
    private final Owners owners;
    private final OnTime onTime;
    private final PeriodValues periods;
    private final LatestValues latest;
    private final UnregisteredMns unregistered;
    private final LoggerDevices devices;
    private final ReadingsSettings limits;

    Rederivation(
            PacketLog log,
            Owners owners,
            OnTime onTime,
            PeriodValues periods,
            LatestValues latest,
            UnregisteredMns unregistered,
            LoggerDevices devices,
            ReadingsSettings limits) {
        this.log = log;
        this.owners = owners;
        this.onTime = onTime;
        this.periods = periods;
        this.latest = latest;
        this.unregistered = unregistered;
        this.devices = devices;
        this.limits = limits;
    }

    /**
     * Within the caller's transaction.
     *
     * @param upTo the reader's position: later packets are the reader's
     * @return what the point said last, or empty when it said nothing
     */
    Optional<Latest> run(RederiveJobs.Job job, List<LoggerBinding> bindings, long upTo) {
        long pointId = job.pointId();
        owners.forget(pointId);
        Stamping stamping = owners.stamping(pointId);
        periods.remove(pointId, job.from());
        latest.remove(pointId);
        List<String> mns = bindings.stream().map(LoggerBinding::mn).distinct().toList();
        unregistered.remove(mns);

        Derivation derivation = new Derivation(onTime, devices, Map.of());
        log.series(mns, Arrays.stream(Kind.values()).map(Kind::cn).toList(), EVER, ALWAYS, stored -> {
            if (stored.position() <= upTo && belongs(stored, bindings)) {
                add(derivation, stored, pointId, stamping, job);
            }
        });
        writeRows(derivation);
        latest.put(derivation.changed().values());
        return Optional.ofNullable(derivation.changed().get(pointId));
    }

    private void add(
            Derivation derivation, StoredPacket stored, long pointId, Stamping stamping, RederiveJobs.Job job) {
        Kind kind = Kind.ofCn(stored.cn());
        Instant dataTime = stored.dataTime();
        if (kind == null || dataTime == null) {
            return;
        }
        Owned owned = new Owned(stored, kind, dataTime, pointId, stamping, owners.rules(pointId));
        Packet packet = owned.packet(devices);
        if (packet == null) {
            return;
        }
        derivation.addLatest(owned, packet);
        if (kind.keptAsRows() && (job.from() == null || !dataTime.isBefore(job.from()))) {
            derivation.addRows(owned, packet);
            if (derivation.rows() >= limits.rowsAtOnce()) {
                writeRows(derivation);
            }
        }
    }

    private void writeRows(Derivation derivation) {
        periods.add(Kind.HOUR, derivation.hours());
        periods.add(Kind.DAY, derivation.days());
        derivation.dropRows();
    }

    private static boolean belongs(StoredPacket stored, List<LoggerBinding> bindings) {
        Instant dataTime = stored.dataTime();
        return dataTime != null
                && bindings.stream().anyMatch(binding -> binding.mn().equals(stored.mn()) && binding.covers(dataTime));
    }
}
