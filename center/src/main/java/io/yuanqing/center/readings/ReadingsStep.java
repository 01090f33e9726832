package io.yuanqing.center.readings;

import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.LoggerDevices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step along the log: a re-derivation if one waits, else the next batch of packets. Results and position are
 * committed together. The commit does not wait for the disk: should both be lost, both are made again from the log.
 */
@Component
class ReadingsStep {

    private final PacketLog log;
    private final Owners owners;
    private final OnTime onTime;
    private final PeriodValues periods;
    private final LatestValues latest;
    private final LatestMemory memory;
    private final UnregisteredMns unregistered;
    private final RederiveJobs jobs;
    private final Rederivation rederivation;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final LoggerDevices devices;
    private final AuditTrail trail;
    private final ReadingsSettings limits;
    private volatile long lastPosition;

    ReadingsStep(
            PacketLog log,
            Owners owners,
            OnTime onTime,
            PeriodValues periods,
            LatestValues latest,
            LatestMemory memory,
            UnregisteredMns unregistered,
            RederiveJobs jobs,
            Rederivation rederivation,
            JdbcTemplate sql,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            LoggerDevices devices,
            AuditTrail trail,
            ReadingsSettings limits) {
        this.log = log;
        this.owners = owners;
        this.onTime = onTime;
        this.periods = periods;
        this.latest = latest;
        this.memory = memory;
        this.unregistered = unregistered;
        this.jobs = jobs;
        this.rederivation = rederivation;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.devices = devices;
        this.trail = trail;
        this.limits = limits;
    }

    /** What a step did; {@code more}: another one is worth while at once. */
    private record Done(boolean more, LatestChanged change) {}

    /** Returns whether there is more to do at once. */
    boolean run() {
        try {
            Done done = Objects.requireNonNull(transaction.execute(status -> inTransaction()));
            memory.committed(done.change().points(), done.change().position());
            if (!done.change().points().isEmpty()) {
                events.publishEvent(done.change());
            }
            return done.more();
        } catch (RuntimeException e) {
            periods.rolledBack();
            memory.forget();
            throw e;
        }
    }

    /** Behind which packet the last step began. */
    long lastPosition() {
        return lastPosition;
    }

    /** Begins anew: everything that is derived goes, and comes back from the log. */
    void rebuild() {
        transaction.executeWithoutResult(status -> beginAnew(lock()));
    }

    private void beginAnew(Place before) {
        periods.removeAll();
        latest.removeAll();
        unregistered.removeAll();
        sql.update("update reader set position = 0, rebuild = false where name = 'readings'");
        trail.record("READER_REBUILT", "reader:readings", Map.of("position", before.position()), Map.of("position", 0));
    }

    private Done inTransaction() {
        sql.execute("set local synchronous_commit = off");
        Place place = lock();
        if (place.rebuild()) {
            memory.forget();
            beginAnew(place);
            return new Done(true, new LatestChanged(0, Map.of()));
        }
        long position = place.position();
        lastPosition = position;
        memory.at(position);
        Optional<RederiveJobs.Job> job = jobs.next();
        if (job.isPresent()) {
            List<LoggerBinding> bindings = owners.bindings(job.get().pointId());
            return owners.know(bindings)
                    ? rederive(job.get(), bindings, position)
                    : new Done(false, new LatestChanged(position, Map.of()));
        }
        return read(position);
    }

    /** @param rebuild whether the command line has asked to begin anew */
    private record Place(long position, boolean rebuild) {}

    private Place lock() {
        Place place = sql.queryForObject(
                "select position, rebuild from reader where name = 'readings' for update",
                (row, n) -> new Place(row.getLong(1), row.getBoolean(2)));
        return Objects.requireNonNull(place, "the reader's row is missing");
    }

    private Done rederive(RederiveJobs.Job job, List<LoggerBinding> bindings, long position) {
        memory.forget();
        Optional<Latest> result = rederivation.run(job, bindings, position);
        jobs.done(job);
        Map<Long, Latest> points =
                result.map(value -> Map.of(value.pointId(), value)).orElse(Map.of());
        return new Done(true, new LatestChanged(position, points));
    }

    private Done read(long position) {
        List<StoredPacket> batch = log.read(position, limits.batchPackets());
        if (batch.isEmpty()) {
            return new Done(false, new LatestChanged(position, Map.of()));
        }
        List<Owned> owned = new ArrayList<>(batch.size());
        List<StoredPacket> strangers = new ArrayList<>();
        for (StoredPacket packet : batch) {
            sort(packet, owned, strangers);
        }
        Set<Long> pointIds = new HashSet<>();
        owned.forEach(packet -> pointIds.add(packet.pointId()));
        Derivation derivation = new Derivation(onTime, devices, memory.of(pointIds));
        owned.forEach(derivation::add);
        strangers.forEach(derivation::addStranger);
        long head = batch.get(batch.size() - 1).position();
        write(derivation, head);
        return new Done(batch.size() == limits.batchPackets(), new LatestChanged(head, derivation.changed()));
    }

    private void sort(StoredPacket packet, List<Owned> owned, List<StoredPacket> strangers) {
        Optional<LoggerBinding> binding = owners.of(packet);
        if (binding.isEmpty()) {
            if (!packet.mn().isEmpty() && owners.nobody(packet.mn())) {
                strangers.add(packet);
            }
            return;
        }
        @Nullable Kind kind = Kind.ofCn(packet.cn());
        @Nullable Instant dataTime = packet.dataTime();
        if (kind != null && dataTime != null) {
            long pointId = binding.get().pointId();
            owned.add(new Owned(packet, kind, dataTime, pointId, owners.stamping(pointId), owners.rules(pointId)));
        }
    }

    private void write(Derivation derivation, long head) {
        periods.add(Kind.HOUR, derivation.hours());
        periods.add(Kind.DAY, derivation.days());
        latest.put(derivation.changed().values());
        unregistered.put(derivation.strangers().values());
        sql.update("update reader set position = ? where name = 'readings'", head);
    }
}
