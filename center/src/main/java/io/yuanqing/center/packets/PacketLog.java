package io.yuanqing.center.packets;

import io.yuanqing.center.rules.Rules;
import io.yuanqing.center.rules.Rules.DatedNumber;
import io.yuanqing.center.store.DiskWatch;
import io.yuanqing.center.store.ExclusiveSession;
import io.yuanqing.center.store.OperationalAlarms;
import io.yuanqing.center.store.StoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The packet log in PostgreSQL, with what is asked of it beyond the contract: one packet, series, counters. */
@Component
public class PacketLog implements AppendLog, SmartLifecycle {

    /** Stops after the network, before the database's pool. */
    private static final int PHASE = 100;

    private static final Duration STOP_WAIT = Duration.ofSeconds(30);

    private final LogQueue queue;
    private final LogWriter writer;
    private final LogReader reader;
    private final DiskWatch disk;
    private final DatedNumber daysBack;
    private final DatedNumber minutesAhead;
    private @Nullable Thread thread;

    PacketLog(
            ExclusiveSession session,
            LogReader reader,
            Rules rules,
            PacketsSettings limits,
            DiskWatch disk,
            OperationalAlarms alarms,
            StoreSettings store) {
        this.disk = disk;
        this.reader = reader;
        this.daysBack = rules.dated("DATA_TIME_WINDOW_PAST_DAYS");
        this.minutesAhead = rules.dated("DATA_TIME_WINDOW_FUTURE_MINUTES");
        this.queue = new LogQueue(limits.queueFrames(), limits.queueSize().toBytes());
        this.writer = new LogWriter(
                session,
                queue,
                new Quarantine(limits.quarantinePerAddressAndDay().toBytes(), disk::spare),
                new AppendTrouble(alarms, store.databaseAway()),
                limits.batchFrames(),
                reader.head());
        disk.onRoomAgain(writer::wakeListeners);
    }

    /** Null also when the disk is full. */
    @Override
    public @Nullable CompletableFuture<Fate> offer(Arrival arrival) {
        if (disk.full()) {
            return null;
        }
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        return queue.offer(new Waiting.Frame(arrival, judge(arrival), fate)) ? fate : null;
    }

    /**
     * Queues a frame that comes out of the quarantine, waiting for space.
     *
     * @param verdict that it is data
     */
    CompletableFuture<Fate> readmit(Arrival arrival, Verdict.Admitted verdict, Readmission readmission)
            throws InterruptedException {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        queue.put(new Waiting.Frame(arrival, verdict, fate, readmission));
        return fate;
    }

    /** Which DataTimes are believed at that moment. */
    DataTimeWindow window(Instant at) {
        return new DataTimeWindow(
                Duration.ofDays(daysBack.at(at).longValueExact()),
                Duration.ofMinutes(minutesAhead.at(at).longValueExact()));
    }

    @Override
    public CompletableFuture<List<Fate>> append(List<Arrival> arrivals) throws InterruptedException {
        List<CompletableFuture<Fate>> fates = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            CompletableFuture<Fate> fate = new CompletableFuture<>();
            queue.put(new Waiting.Frame(arrival, judge(arrival), fate));
            fates.add(fate);
        }
        return CompletableFuture.allOf(fates.toArray(CompletableFuture[]::new))
                .thenApply(done -> fates.stream().map(CompletableFuture::join).toList());
    }

    /** Counts bytes without any frame and keeps the sample; false when the queue is full. */
    public boolean offer(Noise noise) {
        return queue.offer(new Waiting.Sample(noise));
    }

    /** Counts answers that were handed to the network. */
    public void acknowledged(long answers) {
        writer.acknowledged(answers);
    }

    /** On the writer's thread; also when a full disk has room. */
    @Override
    public void onCommit(Runnable wake) {
        writer.onCommit(wake);
    }

    @Override
    public long head() {
        return writer.position();
    }

    @Override
    public List<StoredPacket> read(long afterPosition, int limit) {
        return reader.read(afterPosition, limit);
    }

    public Optional<StoredPacket> find(long position) {
        return reader.find(position);
    }

    /** Packets of some MN and CN with a DataTime in [from, to), in position order, streamed. */
    public void series(
            Collection<String> mns,
            Collection<String> cns,
            Instant dataFrom,
            Instant dataTo,
            Consumer<StoredPacket> each) {
        reader.series(mns, cns, dataFrom, dataTo, each);
    }

    /** Counted in the appends' own transactions; answers of the last half second are added from memory. */
    public Counters counters() {
        Counters written = reader.counters();
        return new Counters(
                written.received(),
                written.stored(),
                written.duplicate(),
                written.quarantined(),
                written.acknowledged() + writer.unwrittenAcknowledgements(),
                written.noiseBytes());
    }

    /** Frames that wait for the next commit. */
    public int queued() {
        return queue.size();
    }

    /** Share of the queue that is taken. */
    double queueFill() {
        return queue.fill();
    }

    /** How long the oldest frame waits whose fate is not committed yet. */
    double oldestWaitingSeconds() {
        return queue.oldestNanos() / 1e9;
    }

    /** Appends that the database did not take and that were tried again. */
    long writeFailures() {
        return writer.failures();
    }

    private Verdict judge(Arrival arrival) {
        Instant at = arrival.receivedAt();
        return Admission.judge(arrival, window(at));
    }

    @Override
    public synchronized void start() {
        writer.begin();
        Thread started = new Thread(writer, "packet-log-writer");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        writer.stop();
        try {
            running.join(STOP_WAIT.toMillis());
            running.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
