package io.yuanqing.center.packets;

import io.yuanqing.center.store.ExclusiveSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log's one writer: takes what has arrived meanwhile as one transaction (group commit), tells every frame's fate after
 * the commit, and tries again for as long as the database is not there. Nothing that it has taken is ever dropped.
 */
final class LogWriter implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final long IDLE_MILLISECONDS = 500;
    private static final long FIRST_PAUSE_MILLISECONDS = 100;
    private static final long LONGEST_PAUSE_MILLISECONDS = 5_000;

    private final ExclusiveSession session;
    private final LogQueue queue;
    private final LogPartitions partitions = new LogPartitions();
    private final LogAppend append;
    private final AppendTrouble trouble;
    private final int batchFrames;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long position;
    private volatile boolean stopping;
    private volatile boolean wakeAsked;

    LogWriter(
            ExclusiveSession session,
            LogQueue queue,
            Quarantine quarantine,
            AppendTrouble trouble,
            int batchFrames,
            long position) {
        this.session = session;
        this.queue = queue;
        this.append = new LogAppend(partitions, quarantine);
        this.trouble = trouble;
        this.batchFrames = batchFrames;
        this.position = position;
    }

    void onCommit(Runnable wake) {
        listeners.add(wake);
    }

    /** Calls the listeners soon, on the writer's own thread as after a commit: who was refused may try again. */
    void wakeListeners() {
        wakeAsked = true;
    }

    void acknowledged(long answers) {
        acknowledged.addAndGet(answers);
    }

    long unwrittenAcknowledgements() {
        return acknowledged.get();
    }

    /** Appends that the database did not take and that were tried again. */
    long failures() {
        return failures.get();
    }

    long position() {
        return position;
    }

    /** Before the thread starts, also after an earlier stop. */
    void begin() {
        stopping = false;
    }

    /** Ends after what is queued has been written. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            while (true) {
                boolean last = stopping;
                List<Waiting> waiting = queue.take(batchFrames, last ? 0 : IDLE_MILLISECONDS);
                if (wakeAsked) {
                    wakeAsked = false;
                    wake();
                }
                if (!waiting.isEmpty() || acknowledged.get() > 0) {
                    write(waiting);
                    queue.done();
                } else if (last) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            log.warn("the packet log's writer ends; the loggers will send again what was not acknowledged");
        }
    }

    private void write(List<Waiting> waiting) throws InterruptedException {
        try {
            commit(UUID.randomUUID(), waiting);
        } catch (SQLException refusal) {
            writeSingly(waiting, refusal);
        }
    }

    /**
     * The database refuses something in the batch, for ever: each frame goes alone, and the one that is refused again goes
     * to quarantine. One strange frame must not hold up the city.
     */
    private void writeSingly(List<Waiting> waiting, SQLException refusal) throws InterruptedException {
        log.error("the database refuses a batch of {}: {}; writing them singly", waiting.size(), refusal.getMessage());
        for (Waiting one : waiting) {
            try {
                commit(UUID.randomUUID(), List.of(one));
            } catch (SQLException e) {
                quarantine(one, e);
            }
        }
    }

    private void quarantine(Waiting one, SQLException refusal) throws InterruptedException {
        if (!(one instanceof Waiting.Frame frame)) {
            log.error("a sample of noise was refused by the database and is dropped: {}", refusal.getMessage());
            return;
        }
        try {
            commit(
                    UUID.randomUUID(),
                    List.of(frame.refusedByStore("The database refused it: " + refusal.getMessage())));
        } catch (SQLException e) {
            log.error("a frame can neither be stored nor quarantined and is not acknowledged: {}", e.getMessage());
            frame.fate().completeExceptionally(e);
        }
    }

    /** Commits, trying again while the database is away; throws only when the data themselves are refused. */
    private void commit(UUID batch, List<Waiting> waiting) throws InterruptedException, SQLException {
        // Read once: a batch that is tried again and recognised has counted just these.
        long answers = acknowledged.get();
        long pause = FIRST_PAUSE_MILLISECONDS;
        while (true) {
            try {
                LogAppend.Result result =
                        session.inTransaction(connection -> append.write(connection, batch, waiting, answers));
                partitions.committed();
                trouble.committed();
                acknowledged.addAndGet(-answers);
                position = result.position();
                tell(waiting, result.fates());
                return;
            } catch (SQLException e) {
                partitions.forget();
                if (DatabaseRefusal.isOfTheData(e)) {
                    throw e;
                }
                failures.incrementAndGet();
                if (stopping) {
                    log.warn("stopping while the database is away: {} frames stay unacknowledged", waiting.size());
                    throw new InterruptedException();
                }
                trouble.refused(e, waiting.size() + queue.size());
                Thread.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS);
            }
        }
    }

    private void tell(List<Waiting> waiting, List<Fate> fates) {
        List<Waiting.Frame> frames = new ArrayList<>(waiting.size());
        for (Waiting one : waiting) {
            if (one instanceof Waiting.Frame frame) {
                frames.add(frame);
            }
        }
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).fate().complete(fates.get(i));
        }
        wake();
    }

    private void wake() {
        for (Runnable wake : listeners) {
            try {
                wake.run();
            } catch (RuntimeException e) {
                log.error("a listener of the packet log failed; the log goes on", e);
            }
        }
    }
}
