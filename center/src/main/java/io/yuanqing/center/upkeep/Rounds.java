package io.yuanqing.center.upkeep;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.readings.DerivedReader;
import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.OperationalAlarms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after things every half minute: the clock, the daily backup, its age, and the readers. */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final Backups backups;
    private final UpkeepSettings settings;
    private final Schedule schedule;
    private final List<DerivedReader> readers;
    private final ClockAgainstLog clockAgainstLog;
    private final OperationalAlarms alarms;
    private final Clock clock;
    private final boolean scheduled;
    private final Instant startedAt;
    private @Nullable Instant lastBegun;
    private @Nullable ScheduledExecutorService thread;

    Rounds(
            Backups backups,
            Database database,
            UpkeepSettings settings,
            List<DerivedReader> readers,
            ClockAgainstLog clockAgainstLog,
            OperationalAlarms alarms,
            Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.schedule = new Schedule(settings.backupAt());
        this.readers = readers;
        this.clockAgainstLog = clockAgainstLog;
        this.alarms = alarms;
        this.clock = clock;
        this.scheduled = settings.backupFolder() != null && database.embedded();
        this.startedAt = clock.instant();
    }

    /** A reader that cannot be asked is left alone: the database's own alarm tells why. */
    void go() {
        clockAgainstLog.compare();
        if (scheduled) {
            backUpWhenDue();
            tellWhenOld();
        }
        for (DerivedReader reader : readers) {
            long lag = reader.lag();
            if (lag > settings.readerLag()) {
                alarms.raise(
                        AlarmKind.READER_LAGS,
                        reader.name(),
                        "The reader " + reader.name() + " is " + lag
                                + " behind the log; what is shown of it is late. It"
                                + " goes on; if the number keeps growing, the machine is too slow for what it receives.");
            } else if (lag < settings.readerLag() / 2) {
                alarms.clear(AlarmKind.READER_LAGS, reader.name());
            }
        }
    }

    private void backUpWhenDue() {
        Instant begun = lastBegun == null
                ? backups.newestMade().map(made -> made.head().startedAt()).orElse(null)
                : lastBegun;
        Instant now = clock.instant();
        if (schedule.due(now, begun)) {
            lastBegun = now; // one that fails is tried again the next day, and on demand; the alarm stands meanwhile
            try {
                backups.begin();
            } catch (Refusal running) {
                log.info(
                        "the daily backup waits for tomorrow: {}",
                        running.getBody().getDetail());
            }
        }
    }

    private void tellWhenOld() {
        Instant newest = backups.newest();
        Instant since = newest == null ? startedAt : newest;
        if (since.plus(settings.backupOld()).isBefore(clock.instant())) {
            alarms.raise(
                    AlarmKind.BACKUP_OLD,
                    "backup",
                    (newest == null ? "There is no backup" : "The newest backup is of " + newest)
                            + "; one is wanted every day. See the alarm BACKUP_FAILED, or POST /api/store/backups.");
        } else {
            alarms.clear(AlarmKind.BACKUP_OLD, "backup");
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread named = new Thread(task, "upkeep-rounds");
            named.setDaemon(true);
            return named;
        });
        started.scheduleWithFixedDelay(
                this::goQuietly, 0, settings.roundsEvery().toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void goQuietly() {
        try {
            go();
        } catch (RuntimeException e) {
            log.warn("the rounds were cut short, and are gone again: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
