package io.yuanqing.center.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what happens to commands, in order, on a thread of its own: neither the log's writer nor a timer waits for
 * it. While the database is away it tries again; what waits is bounded by the commands that run and their few steps.
 */
@Component
class CommandJournal implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CommandJournal.class);

    /** Before the door for loggers opens, until after it has closed. */
    private static final int PHASE = 150;

    private static final int MOST_AT_ONCE = 500;
    private static final long PAUSE_MILLISECONDS = 1_000;
    private static final long STOP_WAIT_MILLISECONDS = 5_000;

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final CommandRows rows;
    private final Clock clock;
    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    CommandJournal(JdbcTemplate sql, PlatformTransactionManager transactions, CommandRows rows, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.clock = clock;
    }

    /** A step of a command and where the command is after it. */
    record Entry(
            long command,
            Instant at,
            StepKind kind,
            @Nullable Integer code,
            @Nullable String detail,
            CommandState state,
            @Nullable String qn,
            int packets) {}

    void add(Entry entry) {
        waiting.add(entry);
    }

    @Override
    public synchronized void start() {
        int ended = rows.endUnfinished(clock.instant());
        if (ended > 0) {
            log.warn("{} commands to loggers were under way when the server ended; they count as ended by it", ended);
        }
        stopping = false;
        Thread started = new Thread(this::run, "access-journal");
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
        stopping = true;
        try {
            running.join(STOP_WAIT_MILLISECONDS);
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

    private void run() {
        List<Entry> batch = new ArrayList<>();
        try {
            while (!stopping || !waiting.isEmpty()) {
                Entry first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            log.warn("{} steps of commands were not written down", batch.size() + waiting.size());
        }
    }

    private void write(List<Entry> batch) throws InterruptedException {
        while (true) {
            try {
                transaction.executeWithoutResult(open -> insert(batch));
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    throw new InterruptedException();
                }
                log.warn("{} steps of commands cannot be written down yet: {}", batch.size(), e.getMessage());
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        }
    }

    private void insert(List<Entry> batch) {
        sql.batchUpdate(
                "insert into logger_command_step (command_id, at, kind, code, detail) values (?, ?, ?, ?, ?)",
                batch,
                batch.size(),
                (row, entry) -> {
                    row.setLong(1, entry.command());
                    row.setTimestamp(2, Timestamp.from(entry.at()));
                    row.setString(3, entry.kind().name());
                    row.setObject(4, entry.code());
                    row.setString(5, entry.detail());
                });
        sql.batchUpdate("""
                update logger_command set state = ?, qn = coalesce(?, qn), packets = ?, ended_at = ? where id = ?""", batch, batch.size(), (row, entry) -> {
            row.setString(1, entry.state().name());
            row.setString(2, entry.qn());
            row.setInt(3, entry.packets());
            row.setTimestamp(4, entry.state().ended() ? Timestamp.from(entry.at()) : null);
            row.setLong(5, entry.command());
        });
    }
}
