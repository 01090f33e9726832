package io.yuanqing.center.live;

import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestChanged;
import io.yuanqing.center.readings.LatestValues;
import io.yuanqing.center.readings.UnregisteredMns;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.LimitsChanged;
import io.yuanqing.center.registry.PointChanged;
import io.yuanqing.center.registry.PointDescribed;
import io.yuanqing.center.registry.Points;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * What browsers follow: one board of all points, one thread that tells every stream what has changed on it, at most once
 * per tick and point. The board is rebuilt from registry and readings at any time.
 */
@Component
class LiveStream implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);

    private final Points points;
    private final LatestValues latest;
    private final Limits held;
    private final UnregisteredMns unregistered;
    private final PacketLog log;
    private final OfflineLimit limit;
    private final StateChanges changes;
    private final JsonMapper json;
    private final Clock clock;
    private final LiveSettings limits;

    private final Object lock = new Object();
    private final Board board = new Board();
    private final List<LiveClient> clients = new ArrayList<>();
    private long position;
    private @Nullable LiveCounters told;
    private long heartbeatNanos = System.nanoTime();
    private boolean remembered;
    private Instant forgotten = Instant.EPOCH;

    private final Object mailbox = new Object();
    private Map<Long, Latest> said = new HashMap<>();
    private long saidPosition;
    private volatile boolean registryChanged = true;
    private @Nullable ScheduledExecutorService thread;

    LiveStream(
            Points points,
            LatestValues latest,
            Limits held,
            UnregisteredMns unregistered,
            PacketLog log,
            OfflineLimit limit,
            StateChanges changes,
            JsonMapper json,
            Clock clock,
            LiveSettings limits) {
        this.points = points;
        this.latest = latest;
        this.held = held;
        this.unregistered = unregistered;
        this.log = log;
        this.limit = limit;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
        this.limits = limits;
    }

    /** The first event of a stream. */
    /** The counters are the whole city's: null for who sees only a part of it. */
    private record Snapshot(
            Instant time,
            long position,
            List<LiveRow> points,
            @Nullable LiveCounters counters,
            int newMns) {}

    private record Heartbeat(Instant time) {}

    /** On the reader's thread: keeps the newest and returns. */
    @EventListener
    void on(LatestChanged change) {
        synchronized (mailbox) {
            said.putAll(change.points());
            saidPosition = change.position();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PointChanged change) {
        registryChanged = true;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(LimitsChanged change) {
        registryChanged = true;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PointDescribed change) {
        registryChanged = true;
    }

    boolean full() {
        return streams() >= limits.streams();
    }

    /** Browsers that follow now. */
    int streams() {
        synchronized (lock) {
            clients.removeIf(LiveClient::ended);
            return clients.size();
        }
    }

    /**
     * Takes a stream in and sends what it needs to begin: a snapshot, or, to a browser that was here before, the rows that
     * have changed since.
     *
     * @param lastEventId the last position that the browser knows; null: none
     */
    void join(LiveClient client, @Nullable Long lastEventId) {
        synchronized (lock) {
            if (lastEventId == null || lastEventId > position) {
                if (lastEventId != null) {
                    client.welcome(Event.of(null, "resync", "{}"));
                }
                client.welcome(snapshot(client));
            } else {
                board.since(lastEventId).stream()
                        .filter(entry -> client.sees(entry.point().id()))
                        .forEach(entry -> client.welcome(event("point", entry.row())));
                if (client.seesCity()) {
                    client.welcome(event("counters", counters()));
                }
            }
            clients.add(client);
        }
    }

    private byte[] snapshot(LiveClient client) {
        List<LiveRow> rows = board.all().stream()
                .filter(entry -> client.sees(entry.point().id()))
                .map(Board.Entry::row)
                .toList();
        LiveCounters counters = client.seesCity() ? counters() : null;
        int newMns = counters == null ? 0 : counters.newMns();
        return event("snapshot", new Snapshot(clock.instant(), position, rows, counters, newMns));
    }

    private void tick() {
        try {
            synchronized (lock) {
                clients.removeIf(LiveClient::ended);
                reloadIfChanged();
                tellRows();
                tellCounters();
                tellHeartbeat();
                clients.forEach(client -> client.endIfStalled(limits.stalled().toNanos()));
            }
            recordChanges();
        } catch (RuntimeException e) {
            LOG.error("the live stream skipped a beat", e);
        }
    }

    /** The streams begin anew too: a new point may lie in the scope of their callers. */
    private void reloadIfChanged() {
        if (!registryChanged) {
            return;
        }
        registryChanged = false;
        try {
            Instant now = clock.instant();
            position = Math.max(position, log.head());
            if (!remembered) {
                board.states().remember(changes.lastOfEachPoint());
                remembered = true;
            }
            board.load(points.all(), latest.all(), held.all(), now, limit.at(now), position);
            clients.forEach(LiveClient::resyncAndEnd);
            clients.clear();
        } catch (RuntimeException e) {
            registryChanged = true;
            throw e;
        }
    }

    /** Outside of the lock: browsers need not wait for the database. */
    private void recordChanges() {
        List<StateChange> news;
        synchronized (lock) {
            news = board.states().takeUnrecorded();
        }
        try {
            if (!news.isEmpty()) {
                changes.record(news);
            }
        } catch (RuntimeException e) {
            synchronized (lock) {
                board.states().giveBack(news);
            }
            throw e;
        }
        Instant now = clock.instant();
        if (forgotten.plus(FORGETS_EVERY).isBefore(now)) {
            forgotten = now;
            changes.forget(now, limits.changesKept());
        }
    }

    private void tellRows() {
        Map<Long, Latest> news;
        synchronized (mailbox) {
            news = said;
            said = new HashMap<>();
            position = Math.max(position, saidPosition);
        }
        Instant now = clock.instant();
        for (Board.Entry entry : board.update(news, now, limit.at(now), position)) {
            if (clients.isEmpty()) {
                continue;
            }
            byte[] event = event("point", entry.row());
            for (LiveClient client : clients) {
                if (client.sees(entry.point().id())) {
                    client.send(event);
                }
            }
        }
    }

    private void tellCounters() {
        if (clients.isEmpty()) {
            return;
        }
        LiveCounters counters = counters();
        if (!counters.equals(told)) {
            told = counters;
            byte[] event = event("counters", counters);
            clients.stream().filter(LiveClient::seesCity).forEach(client -> client.send(event));
        }
    }

    private void tellHeartbeat() {
        if (System.nanoTime() - heartbeatNanos >= limits.heartbeat().toNanos()) {
            heartbeatNanos = System.nanoTime();
            tell(Event.of(null, "heartbeat", json.writeValueAsString(new Heartbeat(clock.instant()))));
        }
    }

    private void tell(byte[] event) {
        clients.forEach(client -> client.send(event));
    }

    private LiveCounters counters() {
        Counters counters = log.counters();
        return LiveCounters.of(counters, unregistered.count());
    }

    private byte[] event(String name, Object body) {
        return Event.of(position, name, json.writeValueAsString(body));
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "live-stream");
            worker.setDaemon(true);
            return worker;
        });
        thread = started;
        tick(); // the board stands before the first browser comes
        long tick = limits.tick().toMillis();
        started.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    /** Before the web server, which would otherwise wait for the streams to end. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
        }
        synchronized (lock) {
            clients.forEach(LiveClient::end);
            clients.clear();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
