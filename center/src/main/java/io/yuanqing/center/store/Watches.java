package io.yuanqing.center.store;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that look once a second, one for each watch: none waits for another. */
@Component
class Watches implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watches.class);

    private final List<Watch> watches;
    private @Nullable ScheduledExecutorService threads;

    Watches(List<Watch> watches) {
        this.watches = watches;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(watches.size(), task -> {
            Thread thread = new Thread(task, "store-watch");
            thread.setDaemon(true);
            return thread;
        });
        watches.forEach(watch -> started.scheduleWithFixedDelay(() -> look(watch), 0, 1, TimeUnit.SECONDS));
        threads = started;
    }

    private static void look(Watch watch) {
        try {
            watch.look();
        } catch (RuntimeException e) {
            log.error("{} failed; it looks again", watch.getClass().getSimpleName(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /** First to start, last to stop: the packet log asks for the disk's room. */
    @Override
    public int getPhase() {
        return 0;
    }
}
