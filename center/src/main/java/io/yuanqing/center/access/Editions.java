package io.yuanqing.center.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.registry.PointChanged;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
 * The edition in which a logger is answered: the registered one; the packet's own Flag for an MN that is not registered.
 * Looked up aside, so that neither a network thread nor the log's writer waits for the database.
 */
@Component
class Editions implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Editions.class);
    private static final int MOST_MN = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LOOKUP_THREADS = 2;

    private final ExecutorService lookups = new ThreadPoolExecutor(
            LOOKUP_THREADS, LOOKUP_THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_MN), task -> {
                Thread thread = new Thread(task, "access-editions");
                thread.setDaemon(true);
                return thread;
            });
    private final AsyncLoadingCache<String, Optional<Edition>> registered;

    Editions(Points points, Clock clock) {
        this.registered = Caffeine.newBuilder()
                .maximumSize(MOST_MN)
                .expireAfterWrite(KEPT)
                .executor(lookups)
                .buildAsync(mn -> points.bindingAt(mn, clock.instant())
                        .flatMap(binding -> points.byId(binding.pointId()))
                        .map(point -> Edition.ofYear(point.edition())));
    }

    CompletableFuture<Edition> of(Packet packet) {
        if (packet.mn() == null) {
            return CompletableFuture.completedFuture(packet.edition());
        }
        CompletableFuture<Optional<Edition>> lookup;
        try {
            lookup = registered.get(Mn.normal(packet.mn()));
        } catch (RejectedExecutionException tooManyNewMns) {
            return CompletableFuture.completedFuture(packet.edition());
        }
        return lookup.handle((edition, failure) -> {
            if (failure != null) {
                log.warn(
                        "the edition of MN {} cannot be looked up ({}); its Flag decides",
                        packet.mn(),
                        failure.getMessage());
                return packet.edition();
            }
            return edition.orElse(packet.edition());
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PointChanged change) {
        registered.synchronous().invalidate(Mn.normal(change.mn()));
    }

    @Override
    public void destroy() {
        lookups.shutdownNow();
    }
}
