package io.yuanqing.center.identity;

import io.yuanqing.center.Center;
import io.yuanqing.center.store.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down outside of the database how far the trail has come and to what it hashes: in a file that only grows, and once a
 * day in the server's log, which is collected elsewhere.
 */
@Component
class AuditAnchors implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchors.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditSettings settings;
    private final Path file;
    private long anchored;
    private @Nullable LocalDate told;
    private @Nullable ScheduledExecutorService thread;

    AuditAnchors(JdbcClient jdbc, Clock clock, AuditSettings settings, DataDirectory data) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.file = data.path().resolve(settings.anchors());
    }

    /** All that were written until now. */
    List<AuditAnchor> all() {
        try {
            return AuditAnchor.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the audit trail's anchors cannot be read from " + file, e);
        }
    }

    /** Adds a line when the trail has grown since the last one. */
    synchronized void anchor() {
        AuditAnchor head = jdbc.sql("select last_id, last_hash from audit_head")
                .query((row, number) ->
                        new AuditAnchor(clock.instant(), row.getLong("last_id"), row.getBytes("last_hash")))
                .single();
        if (head.id() > anchored) {
            try {
                Files.writeString(
                        file,
                        head.line(),
                        StandardCharsets.US_ASCII,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
                anchored = head.id();
            } catch (IOException e) {
                LOG.error("the audit trail's anchor cannot be written to {}: {}", file, e.toString());
            }
        }
        LocalDate today = LocalDate.ofInstant(head.at(), Center.CITY_ZONE);
        if (head.id() > 0 && !today.equals(told)) {
            told = today;
            LOG.info(
                    "the audit trail ends at entry {} with hash {}",
                    head.id(),
                    HexFormat.of().formatHex(head.hash()));
        }
    }

    private void anchorIfPossible() {
        try {
            anchor();
        } catch (DataAccessException databaseAway) {
            LOG.debug("no anchor of the audit trail: {}", databaseAway.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "audit-anchor");
            worker.setDaemon(true);
            return worker;
        });
        thread = started;
        started.scheduleWithFixedDelay(
                this::anchorIfPossible, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
            anchorIfPossible();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
