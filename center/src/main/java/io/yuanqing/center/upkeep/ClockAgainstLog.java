package io.yuanqing.center.upkeep;

import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.OperationalAlarms;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the clock with the last packet's receipt: a machine whose clock lost its battery starts in another year, where no
 * jump is seen. Every DataTime would then lie in the future and its packet go to quarantine.
 */
@Component
class ClockAgainstLog {

    private static final String SUBJECT = "clock behind the log";

    /** Less than that is the correction of a clock that ran ahead. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final Clock clock;
    private final OperationalAlarms alarms;

    ClockAgainstLog(JdbcClient sql, Clock clock, OperationalAlarms alarms) {
        this.sql = sql;
        this.clock = clock;
        this.alarms = alarms;
    }

    void compare() {
        Instant now = clock.instant();
        Instant last = sql.sql("select received_at from packet where position = (select position from log_head)")
                .query((row, number) -> row.getObject(1, Timestamp.class).toInstant())
                .optional()
                .orElse(now);
        if (last.minus(TOLERANCE).isAfter(now)) {
            alarms.raise(
                    AlarmKind.CLOCK_JUMPED,
                    SUBJECT,
                    "The clock says " + now + ", but the last packet was received at " + last
                            + ". Packets of now seem to come from the future and go to quarantine. Set the machine's"
                            + " clock; no restart is needed.");
        } else {
            alarms.clear(AlarmKind.CLOCK_JUMPED, SUBJECT);
        }
    }
}
