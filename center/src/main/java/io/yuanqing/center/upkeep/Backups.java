package io.yuanqing.center.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.BackupFailed;
import io.yuanqing.center.store.BackupFolder;
import io.yuanqing.center.store.BackupHead;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.OnlineBackup;
import io.yuanqing.center.store.OperationalAlarms;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes backups in a thread of its own, one at a time, and knows those that were made. */
@Component
class Backups implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final String SUBJECT = "backup";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(Center.CITY_ZONE);

    private final Database database;
    private final UpkeepSettings settings;
    private final AuditTrail trail;
    private final OperationalAlarms alarms;
    private final Archiving archiving;
    private final Clock clock;
    private final Path data;
    private final BackupShelf shelf;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "backup");
        named.setDaemon(true);
        return named;
    });
    private @Nullable BackupView last;
    private volatile @Nullable Instant newest;

    Backups(
            DataDirectory data,
            Database database,
            UpkeepSettings settings,
            AuditTrail trail,
            OperationalAlarms alarms,
            Archiving archiving,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.settings = settings;
        this.trail = trail;
        this.alarms = alarms;
        this.archiving = archiving;
        this.clock = clock;
        this.data = data.path();
        this.shelf = new BackupShelf(
                settings.backupFolder() == null ? data.path().resolve("backups") : settings.backupFolder());
        this.newest = newestMade().map(made -> made.head().endedAt()).orElse(null);
        Gauge.builder("yuanqing.backup.age", this, Backups::ageSeconds)
                .description("Seconds since the newest backup ended; NaN when there is none")
                .register(meters);
    }

    /** The one that runs or failed last, then those that are on the shelf, newest first. */
    synchronized List<BackupView> list() {
        List<BackupView> views = new ArrayList<>();
        if (last != null && last.state() != BackupView.State.DONE) {
            views.add(last);
        }
        shelf.made().forEach(made -> views.add(BackupView.of(made)));
        return views;
    }

    Optional<BackupFolder> newestMade() {
        return shelf.made().stream().findFirst();
    }

    /**
     * Begins one.
     *
     * @throws Refusal 409 when one is running, or the database is not ours to copy
     */
    synchronized BackupView begin() {
        if (!database.embedded()) {
            throw Refusal.conflict("This server uses an external PostgreSQL, which is backed up with its own means"
                    + " (pg_basebackup, for instance), and the data directory beside it.");
        }
        if (last != null && last.state() == BackupView.State.RUNNING) {
            throw Refusal.conflict("The backup " + last.name() + " is being made. Wait for its end.");
        }
        Instant now = clock.instant();
        BackupView begun = BackupView.begun(NAME.format(now), now);
        trail.record("BACKUP_BEGUN", SUBJECT + ":" + begun.name(), null, null);
        last = begun;
        thread.execute(() -> make(begun));
        return begun;
    }

    private void make(BackupView begun) {
        try {
            BackupHead head = new OnlineBackup(data, ClusterLogin.of(database), clock)
                    .into(shelf.place(begun.name()), archiving.name(), (done, inAll) -> set(begun.at(done, inAll)));
            newest = head.endedAt();
            set(BackupView.of(BackupFolder.open(shelf.place(begun.name()))));
            log.info(
                    "backup {}: {} files, {} MB, packet log up to position {}",
                    shelf.place(begun.name()),
                    head.files(),
                    head.bytes() >> 20,
                    head.logPosition());
            alarms.clear(AlarmKind.BACKUP_FAILED, SUBJECT);
            shelf.keep(settings.backupKeep(), head.system(), archiving.name());
        } catch (BackupFailed e) {
            failed(begun, e.getMessage());
        } catch (RuntimeException e) {
            log.error("the backup {} failed", begun.name(), e);
            failed(begun, String.valueOf(e.getMessage()));
        }
    }

    private void failed(BackupView begun, @Nullable String why) {
        String reason = String.valueOf(why);
        set(begun.failed(clock.instant(), reason));
        alarms.raise(AlarmKind.BACKUP_FAILED, SUBJECT, "The backup " + begun.name() + " was not made. " + reason);
    }

    private synchronized void set(BackupView view) {
        last = view;
    }

    /** When the newest backup ended; null when there is none. */
    @Nullable
    Instant newest() {
        return newest;
    }

    private double ageSeconds() {
        Instant ended = newest;
        return ended == null
                ? Double.NaN
                : Duration.between(ended, clock.instant()).toSeconds();
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
