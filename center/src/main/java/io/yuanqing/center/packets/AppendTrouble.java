package io.yuanqing.center.packets;

import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.OperationalAlarms;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said while the log cannot be written: once a minute in the server's log, and as an alarm. Used by the writer's
 * thread alone.
 */
final class AppendTrouble {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final String SUBJECT = "packet log";
    private static final String DISK_FULL = "53100";
    private static final long SAID_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final OperationalAlarms alarms;
    private final long patienceNanos;
    private @Nullable Long sinceNanos;
    private long saidNanos;
    private int refusals;

    /** @param patience how long the database may refuse before it is an alarm */
    AppendTrouble(OperationalAlarms alarms, Duration patience) {
        this.alarms = alarms;
        this.patienceNanos = patience.toNanos();
    }

    void refused(SQLException reason, int waiting) {
        long now = System.nanoTime();
        Long since = sinceNanos == null ? now : sinceNanos;
        refusals++;
        if (sinceNanos == null || now - saidNanos >= SAID_EVERY_NANOS) {
            log.warn(
                    "the packet log cannot be written: {} ({} frames wait, none of them is acknowledged; tried {} times,"
                            + " trying on)",
                    reason.getMessage(),
                    waiting,
                    refusals);
            saidNanos = now;
        }
        sinceNanos = since;
        if (DISK_FULL.equals(reason.getSQLState())) {
            alarms.raise(AlarmKind.DISK_FULL, SUBJECT, sentence(reason) + " Make room on the database's disk.");
        } else if (now - since >= patienceNanos) {
            alarms.raise(AlarmKind.DATABASE_AWAY, SUBJECT, sentence(reason));
        }
    }

    void committed() {
        if (sinceNanos == null) {
            return;
        }
        log.warn(
                "the packet log is written again, after {} s and {} refusals",
                Duration.ofNanos(System.nanoTime() - sinceNanos).toSeconds(),
                refusals);
        sinceNanos = null;
        refusals = 0;
        alarms.clear(AlarmKind.DISK_FULL, SUBJECT);
        alarms.clear(AlarmKind.DATABASE_AWAY, SUBJECT);
    }

    private static String sentence(SQLException reason) {
        return "The packet log cannot be written: " + reason.getMessage()
                + ". No packet is acknowledged until it can; loggers keep theirs.";
    }
}
