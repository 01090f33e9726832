package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.identity.AuditTrail;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Frames in quarantine and samples of noise that the rules no longer ask for; those of MNs with an open case stay. */
@Component
class OldQuarantine {

    private static final Logger log = LoggerFactory.getLogger(OldQuarantine.class);

    private static final String FRAMES = " from quarantine q where q.received_at < ?"
            + " and not exists (select from packet_hold h where h.mn = q.mn and h.released_at is null)";

    private final JdbcTemplate sql;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    OldQuarantine(JdbcTemplate sql, AuditTrail trail, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    long frames(LocalDate from) {
        return Objects.requireNonNull(sql.queryForObject("select count(*)" + FRAMES, Long.class, start(from)));
    }

    long noise(LocalDate from) {
        return Objects.requireNonNull(
                sql.queryForObject("select count(*) from noise where received_at < ?", Long.class, start(from)));
    }

    void drop(LocalDate framesFrom, LocalDate noiseFrom) {
        transaction.executeWithoutResult(status -> {
            int frames = sql.update("delete" + FRAMES, start(framesFrom));
            int noise = sql.update("delete from noise where received_at < ?", start(noiseFrom));
            sql.update("delete from quarantine_volume where day < ?", noiseFrom);
            if (frames + noise > 0) {
                log.info("dropped by rule: {} frames of the quarantine, {} samples of noise", frames, noise);
                trail.record(
                        "QUARANTINE_DROPPED",
                        "quarantine",
                        Map.of("frames", frames, "noiseSamples", noise),
                        Map.of("framesFrom", framesFrom.toString(), "noiseFrom", noiseFrom.toString()));
            }
        });
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Center.CITY_ZONE).toInstant());
    }
}
