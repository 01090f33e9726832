package io.yuanqing.center.readings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What each point said last: one row per point. Only the reader's thread writes; nobody's data scope applies here. */
@Component
public class LatestValues {

    private static final String SELECT =
            "select point_id, position, data_time, received_at, factors, hours, days from latest_value";
    private static final TypeReference<Map<String, LatestValue>> FACTORS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Mean>> MEANS = new TypeReference<>() {};

    private final JdbcTemplate sql;
    private final JsonMapper json;

    LatestValues(JdbcTemplate sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** By point id; points that have never said anything are missing. */
    public Map<Long, Latest> of(Collection<Long> pointIds) {
        Map<Long, Latest> found = new HashMap<>();
        if (!pointIds.isEmpty()) {
            sql.query(
                    SELECT + " where point_id = any (?)",
                    row -> {
                        put(found, row);
                    },
                    (Object) pointIds.toArray(Long[]::new));
        }
        return found;
    }

    /** Of all points. */
    public Map<Long, Latest> all() {
        Map<Long, Latest> found = new HashMap<>();
        sql.query(SELECT, row -> {
            put(found, row);
        });
        return found;
    }

    /** Ids of the points that have ever said anything. */
    public Set<Long> known() {
        return new HashSet<>(sql.queryForList("select point_id from latest_value", Long.class));
    }

    /** Within the caller's transaction. */
    void put(Collection<Latest> changed) {
        if (!changed.isEmpty()) {
            sql.execute((ConnectionCallback<Integer>) connection -> upsert(connection, changed));
        }
    }

    void remove(long pointId) {
        sql.update("delete from latest_value where point_id = ?", pointId);
    }

    void removeAll() {
        sql.execute("truncate latest_value");
    }

    private int upsert(Connection connection, Collection<Latest> changed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into latest_value (point_id, position, data_time, received_at, factors, hours, days)
                select * from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::jsonb[],
                                     ?::jsonb[], ?::jsonb[])
                on conflict (point_id) do update set
                    position = excluded.position, data_time = excluded.data_time,
                    received_at = excluded.received_at, factors = excluded.factors,
                    hours = excluded.hours, days = excluded.days""")) {
            Object[][] columns = new Object[7][changed.size()];
            int n = 0;
            for (Latest latest : changed) {
                columns[0][n] = latest.pointId();
                columns[1][n] = latest.position();
                columns[2][n] = latest.dataTime().toString();
                columns[3][n] = text(latest.receivedAt());
                columns[4][n] = json.writeValueAsString(latest.values());
                columns[5][n] = json.writeValueAsString(latest.hours());
                columns[6][n] = json.writeValueAsString(latest.days());
                n++;
            }
            String[] types = {"bigint", "bigint", "text", "text", "text", "text", "text"};
            for (int i = 0; i < types.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf(types[i], columns[i]));
            }
            return statement.executeUpdate();
        }
    }

    private void put(Map<Long, Latest> found, ResultSet row) throws SQLException {
        long pointId = row.getLong(1);
        @Nullable Timestamp receivedAt = row.getTimestamp(4);
        found.put(
                pointId,
                new Latest(
                        pointId,
                        row.getLong(2),
                        row.getTimestamp(3).toInstant(),
                        receivedAt == null ? null : receivedAt.toInstant(),
                        json.readValue(row.getString(5), FACTORS),
                        json.readValue(row.getString(6), MEANS),
                        json.readValue(row.getString(7), MEANS)));
    }

    @SuppressWarnings("NullAway") // a null in an array of SQL values is SQL's null
    private static Object text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
