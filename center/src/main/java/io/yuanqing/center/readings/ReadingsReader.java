package io.yuanqing.center.readings;

import io.yuanqing.center.packets.AppendLog;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The thread that follows the log and derives the readings. It begins behind the position that was committed with the
 * last result, wakes at each commit, and tries again when something fails: it never skips.
 */
@Component
@Order(1)
class ReadingsReader implements SmartLifecycle, DerivedReader {

    /** Starts after the log and stops before it. */
    private static final int PHASE = 200;

    private static final long STOP_WAIT_MILLIS = 30_000;
    private static final Logger LOG = LoggerFactory.getLogger(ReadingsReader.class);

    private final AppendLog log;
    private final ReadingsStep step;
    private final JdbcTemplate sql;
    private final ReadingsSettings limits;
    private final BlockingQueue<Boolean> wake = new ArrayBlockingQueue<>(1);
    private @Nullable Thread thread;
    private volatile boolean stopping;

    ReadingsReader(AppendLog log, ReadingsStep step, JdbcTemplate sql, ReadingsSettings limits) {
        this.log = log;
        this.step = step;
        this.sql = sql;
        this.limits = limits;
        log.onCommit(() -> wake.offer(true));
    }

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public long position() {
        Long position = sql.queryForObject("select position from reader where name = 'readings'", Long.class);
        return position == null ? 0 : position;
    }

    @Override
    public long lag() {
        long position = position(); // before the head: the lag is never understated
        return Math.max(0, log.head() - position);
    }

    private void follow() {
        while (!stopping) {
            try {
                if (!step.run()) {
                    TimeUnit.MILLISECONDS.sleep(limits.pause().toMillis());
                    wake.poll(limits.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    return;
                }
                LOG.error("readings stopped behind packet {}; next try in {}", step.lastPosition(), limits.retry(), e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(limits.retry().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        Thread started = new Thread(this::follow, "readings-reader");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** A batch that is being written is finished first. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping = true;
        wake.offer(true);
        try {
            running.join(STOP_WAIT_MILLIS);
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
