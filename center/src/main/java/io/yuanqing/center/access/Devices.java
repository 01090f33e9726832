package io.yuanqing.center.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.yuanqing.center.registry.LoggerDeviceChanged;
import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.registry.PointChanged;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Packet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What is known of the loggers that send: by which edition they are answered, how their CRC is judged, with which keys
 * their packets open. Of an MN that is not registered nothing is. Looked up aside, so that neither a network thread nor
 * the log's writer waits for the database.
 */
@Component
class Devices implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Devices.class);
    private static final int MOST_MN = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LOOKUP_THREADS = 2;

    private final ExecutorService lookups = new ThreadPoolExecutor(
            LOOKUP_THREADS, LOOKUP_THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_MN), task -> {
                Thread thread = new Thread(task, "access-devices");
                thread.setDaemon(true);
                return thread;
            });
    private final AsyncLoadingCache<String, Device> known;

    Devices(LoggerDevices devices) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_MN)
                .expireAfterWrite(KEPT)
                .executor(lookups)
                .buildAsync(devices::load);
    }

    /** Never fails: what cannot be looked up is not known. */
    CompletableFuture<Device> of(Packet packet) {
        if (packet.mn() == null) {
            return CompletableFuture.completedFuture(Device.UNKNOWN);
        }
        try {
            CompletableFuture<Device> device = known.get(Mn.normal(packet.mn()));
            if (device.isDone() && !device.isCompletedExceptionally()) {
                return device; // almost always
            }
            return device.exceptionally(failure -> {
                log.warn("what is known of MN {} cannot be looked up: {}", packet.mn(), failure.getMessage());
                return Device.UNKNOWN;
            });
        } catch (RejectedExecutionException tooManyNewMns) {
            return CompletableFuture.completedFuture(Device.UNKNOWN);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PointChanged change) {
        known.synchronous().invalidate(Mn.normal(change.mn()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(LoggerDeviceChanged change) {
        known.synchronous().invalidate(change.mn());
    }

    @Override
    public void destroy() {
        lookups.shutdownNow();
    }
}
