package io.yuanqing.center.packets;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that keeps the log in order beside its traffic, one thing after the other. */
@Component
class LogUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogUpkeep.class);

    /** Starts after the log and stops before it. */
    private static final int PHASE = 150;

    private static final long STOP_WAIT_SECONDS = 30;

    private final PartitionsAhead partitions;
    private final Sealing sealing;
    private final RetentionRound retention;
    private final RecodingRound recoding;
    private final PacketsSettings settings;
    private @Nullable ScheduledExecutorService thread;

    LogUpkeep(
            PartitionsAhead partitions,
            Sealing sealing,
            RetentionRound retention,
            RecodingRound recoding,
            PacketsSettings settings) {
        this.partitions = partitions;
        this.sealing = sealing;
        this.retention = retention;
        this.recoding = recoding;
        this.settings = settings;
    }

    private void round() {
        attempt("making partitions ahead", partitions::make);
        attempt("sealing", sealing::sealQuietDays);
        attempt("retention", retention::runOncePerDay);
        attempt("recoding", recoding::run);
    }

    /** A failure is told and tried again in the next round. */
    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (Stopped e) {
            log.info("{} was broken off by the stop of the server; the next start goes on", what);
        } catch (RuntimeException e) {
            log.error("{} failed; next try in {}", what, settings.upkeepEvery(), e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread named = new Thread(work, "packet-log-upkeep");
            named.setDaemon(true);
            return named;
        });
        long pause = settings.upkeepEvery().toMillis();
        started.scheduleWithFixedDelay(this::round, Math.min(pause, 10_000), pause, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        if (running == null) {
            return;
        }
        running.shutdownNow();
        try {
            if (!running.awaitTermination(STOP_WAIT_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the upkeep of the packet log does not end; its transaction ends with the database");
            }
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
