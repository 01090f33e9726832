package io.yuanqing.center.access;

import io.yuanqing.center.registry.Mn;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.dialogue.QnSequence;
import io.yuanqing.hj212.dialogue.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The lines to all loggers that are or were commanded, with what they share: the network, one timer thread, one sequence of
 * QNs that goes on where the last run of the server ended.
 */
@Component
class LoggerLines implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LoggerLines.class);
    private static final String USUAL_PW = "123456";

    private final Sessions sessions;
    private final CommandJournal journal;
    private final CommandRows rows;
    private final CommandSettings settings;
    private final Clock clock;
    private final Timing timing;
    private final Map<String, LoggerLine> lines = new ConcurrentHashMap<>();
    private final Map<LoggerLine, ScheduledFuture<?>> wakes = new ConcurrentHashMap<>();
    private final List<Ended> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer;
    private volatile @Nullable QnSequence qns;

    LoggerLines(Sessions sessions, CommandJournal journal, CommandRows rows, CommandSettings settings, Clock clock) {
        this.sessions = sessions;
        this.journal = journal;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        Duration least = settings.reply().multipliedBy(settings.resends() + 1L).plus(settings.execution());
        Duration longest = settings.longest().compareTo(least) < 0 ? least : settings.longest();
        this.timing = new Timing(settings.reply(), settings.resends(), settings.execution(), longest);
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "access-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Told of each command's end; must return at once. */
    @FunctionalInterface
    interface Ended {
        void ended(String mn, LoggerLine.Job job, CommandState state);
    }

    void onEnd(Ended listener) {
        listeners.add(listener);
    }

    LoggerLine of(String normalMn) {
        return lines.computeIfAbsent(normalMn, mn -> new LoggerLine(mn, this));
    }

    /** A packet of a logger whose fate is committed; most loggers have never been commanded. */
    void received(String mn, Packet packet) {
        LoggerLine line = lines.get(Mn.normal(mn));
        if (line == null) {
            return;
        }
        try {
            line.received(packet);
        } catch (RuntimeException e) {
            log.error("MN {}: CN {} could not be taken into its command's course", mn, packet.cn(), e);
        }
    }

    // --- for the lines ----------------------------------------------------------------------------------------------

    CommandSettings settings() {
        return settings;
    }

    Timing timing() {
        return timing;
    }

    Instant now() {
        return clock.instant();
    }

    String nextQn() {
        QnSequence sequence = qns;
        if (sequence == null) {
            synchronized (this) {
                sequence = qns == null ? new QnSequence(clock, rows.lastQn()) : qns;
                qns = sequence;
            }
        }
        return sequence.next();
    }

    boolean connected(String mn) {
        return sessions.newest(mn) != null;
    }

    String lastPw(String mn) {
        LoggerConnection connection = sessions.newest(mn);
        String pw = connection == null ? null : connection.lastPw(mn);
        return pw == null ? USUAL_PW : pw;
    }

    /** By the newest connection that has named the MN; false when there is none. */
    boolean send(String mn, byte[] frame) {
        LoggerConnection connection = sessions.newest(mn);
        if (connection == null) {
            return false;
        }
        connection.send(mn, frame);
        return true;
    }

    void note(CommandJournal.Entry entry) {
        journal.add(entry);
    }

    void ended(String mn, LoggerLine.Job job, CommandState state) {
        for (Ended listener : listeners) {
            listener.ended(mn, job, state);
        }
    }

    /** @param deadline null: nothing is waited for */
    void wakeAt(LoggerLine line, @Nullable Instant deadline) {
        ScheduledFuture<?> before = deadline == null
                ? wakes.remove(line)
                : wakes.put(
                        line,
                        timer.schedule(
                                () -> wake(line),
                                Math.max(0, Duration.between(now(), deadline).toMillis() + 1),
                                TimeUnit.MILLISECONDS));
        if (before != null) {
            before.cancel(false);
        }
    }

    private static void wake(LoggerLine line) {
        try {
            line.due();
        } catch (RuntimeException e) {
            log.error("a command's timer failed; the others go on", e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
