package io.yuanqing.center.live;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The record of changed states. Only the stream's thread writes; nobody's data scope applies here. */
@Component
class StateChanges {

    private static final String COLUMNS = "point_id, at, from_state, to_state, reason";

    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final RowMapper<StateChange> rows;

    StateChanges(JdbcTemplate sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.rows = (row, number) -> {
            String reason = row.getString("reason");
            return new StateChange(
                    row.getLong("point_id"),
                    row.getTimestamp("at").toInstant(),
                    State.valueOf(row.getString("from_state")),
                    State.valueOf(row.getString("to_state")),
                    reason == null ? null : json.readValue(reason, StateReason.class));
        };
    }

    void record(Collection<StateChange> changes) {
        sql.batchUpdate(
                "insert into live_state_change (" + COLUMNS + ") values (?, ?, ?, ?, ?::jsonb)",
                changes,
                1_000,
                (statement, change) -> {
                    statement.setLong(1, change.pointId());
                    statement.setTimestamp(2, Timestamp.from(change.at()));
                    statement.setString(3, change.from().name());
                    statement.setString(4, change.to().name());
                    statement.setString(5, change.reason() == null ? null : json.writeValueAsString(change.reason()));
                });
    }

    /** The last change of each point that has any. */
    List<StateChange> lastOfEachPoint() {
        return sql.query(
                "select distinct on (point_id) " + COLUMNS
                        + " from live_state_change order by point_id, at desc, id desc",
                rows);
    }

    /** The newest changes of these points, newest first. */
    List<StateChange> newest(Collection<Long> pointIds, int size) {
        return sql.query(
                "select " + COLUMNS
                        + " from live_state_change where point_id = any (?) order by at desc, id desc limit ?",
                rows,
                pointIds.toArray(Long[]::new),
                size);
    }

    /** Forgets what is older; the last change of each point stays, which says since when its state holds. */
    int forget(Instant now, Duration kept) {
        return sql.update("""
                delete from live_state_change c
                where at < ? and exists (select from live_state_change l where l.point_id = c.point_id and (l.at, l.id) > (c.at, c.id))""", Timestamp.from(now.minus(kept)));
    }
}
