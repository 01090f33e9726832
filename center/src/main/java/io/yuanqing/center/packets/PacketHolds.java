package io.yuanqing.center.packets;

import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.registry.Mn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Packets that an open case names: retention leaves them, and frames in quarantine of the same MN, where they are. */
@Component
public class PacketHolds {

    private final JdbcTemplate sql;
    private final AuditTrail trail;
    private final Clock clock;

    PacketHolds(JdbcTemplate sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * An open hold.
     *
     * @param from first DataTime that is held; of a packet without one, receipt
     * @param to end of the span, exclusive
     */
    public record Hold(long id, String mn, Instant from, Instant to, String reason, Instant placedAt) {

        boolean covers(String ofMn, Instant time) {
            return mn.equals(ofMn) && !time.isBefore(from) && time.isBefore(to);
        }
    }

    /**
     * Holds packets from now on, within the caller's transaction. Returns the hold's id.
     *
     * @param reason the case, in words that an auditor understands
     */
    @Transactional
    public long place(String mn, Instant from, Instant to, String reason) {
        Long id = sql.queryForObject(
                """
                insert into packet_hold (mn, data_from, data_to, reason, placed_at) values (?, ?, ?, ?, ?) returning id""",
                Long.class,
                Mn.normal(mn),
                Timestamp.from(from),
                Timestamp.from(to),
                reason,
                Timestamp.from(clock.instant()));
        trail.record("PACKETS_HELD", "mn:" + Mn.normal(mn), null, Map.of("from", from, "to", to, "reason", reason));
        return java.util.Objects.requireNonNull(id);
    }

    /** The case is closed: the rule holds again. */
    @Transactional
    public void release(long id) {
        List<Hold> held = find("id = ? and released_at is null", id);
        if (!held.isEmpty()) {
            sql.update("update packet_hold set released_at = ? where id = ?", Timestamp.from(clock.instant()), id);
            trail.record("PACKETS_RELEASED", "mn:" + held.get(0).mn(), held.get(0), null);
        }
    }

    /** All that are open. */
    public List<Hold> open() {
        return find("released_at is null", new Object[0]);
    }

    private List<Hold> find(String condition, @Nullable Object... values) {
        return sql.query(
                "select id, mn, data_from, data_to, reason, placed_at from packet_hold where " + condition
                        + " order by id",
                (row, n) -> new Hold(
                        row.getLong(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                values);
    }
}
