package io.yuanqing.center.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.OperationalAlarms;
import io.yuanqing.center.store.WalArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that keeps the archive of the write-ahead log beside the backups, for as long as it is wanted. Each data
 * directory has an archive of its own name, so that a restored server never writes into its predecessor's.
 */
@Component
class Archiving implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Archiving.class);
    private static final String SUBJECT = "write-ahead log";
    private static final long PAUSE_SECONDS = 5;
    private static final long STOP_WAIT_MILLIS = 10_000;

    private final DataDirectory data;
    private final Database database;
    private final UpkeepSettings settings;
    private final OperationalAlarms alarms;
    private volatile boolean stopping;
    private volatile @Nullable WalArchive archive;
    private @Nullable Thread thread;

    Archiving(
            DataDirectory data,
            Database database,
            UpkeepSettings settings,
            OperationalAlarms alarms,
            MeterRegistry meters) {
        this.data = data;
        this.database = database;
        this.settings = settings;
        this.alarms = alarms;
        meters.gauge("yuanqing.wal.archive.flushed", this, archiving -> {
            WalArchive current = archiving.archive;
            return current == null ? Double.NaN : current.flushed();
        });
    }

    boolean wanted() {
        return settings.walArchive() && settings.backupFolder() != null && database.embedded();
    }

    /** Name of the archive's folder beside the backups; null when none is kept. */
    @Nullable
    String name() {
        return wanted() ? "wal-" + data.secret(DataDirectory.ARCHIVE_ID, Archiving::newId) : null;
    }

    private void run() {
        while (!stopping) {
            try {
                Path folder = java.util.Objects.requireNonNull(settings.backupFolder())
                        .toAbsolutePath()
                        .resolve(String.valueOf(name()));
                WalArchive current = new WalArchive(ClusterLogin.of(database), folder);
                archive = current;
                current.follow(() -> {
                    if (current.flushed() > 0) {
                        alarms.clear(AlarmKind.ARCHIVE_STOPPED, SUBJECT);
                    }
                    return stopping;
                });
            } catch (WalArchive.Gap gap) {
                data.forget(DataDirectory.ARCHIVE_ID); // the next round begins a new one
                trouble(gap);
            } catch (SQLException | IOException | RuntimeException e) {
                trouble(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void trouble(Exception why) {
        if (stopping) {
            return;
        }
        alarms.raise(
                AlarmKind.ARCHIVE_STOPPED,
                SUBJECT,
                "The archive of the write-ahead log does not go on: " + why.getMessage() + ". It is tried again every "
                        + PAUSE_SECONDS + " s"
                        + (why instanceof WalArchive.Gap
                                ? " in a new folder: make a backup, which it can continue."
                                : "."));
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        if (wanted()) {
            Thread started = new Thread(this::run, "wal-archive");
            started.setDaemon(true);
            started.start();
            thread = started;
        } else if (database.embedded()) {
            try {
                WalArchive.forget(ClusterLogin.of(database));
            } catch (SQLException e) {
                log.warn("the database may go on keeping its log for an archive of before: {}", e.getMessage());
            }
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        if (thread != null) {
            try {
                thread.join(STOP_WAIT_MILLIS);
                thread.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Starts early and stops late: what the rooms commit on their way down is archived too. */
    @Override
    public int getPhase() {
        return 10;
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
