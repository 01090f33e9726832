package io.yuanqing.center.readings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of hour and day values. Only the reader's thread writes. */
@Component
class PeriodValues {

    private static final String COLUMNS =
            "point_id, start, factor, position, received_at, data_time, avg, min, max, cou,"
                    + " zs_avg, zs_min, zs_max, flag, raw, backfilled";

    /** A DataTime lies at most a day behind the start of its period. */
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final MonthPartitions months;

    PeriodValues(JdbcTemplate sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.months = new MonthPartitions(sql);
    }

    /** Adds versions, within the caller's transaction. */
    void add(Kind kind, Collection<PeriodValue> values) {
        if (values.isEmpty()) {
            return;
        }
        CopyText rows = new CopyText();
        for (PeriodValue value : values) {
            if (kind == Kind.HOUR) {
                months.makeIfMissing(value.start());
            }
            row(rows, value);
        }
        String copy = "copy " + table(kind) + " (" + COLUMNS + ") from stdin";
        sql.execute((ConnectionCallback<Long>) connection -> copy(connection, copy, rows.toString()));
    }

    /** Removes a point's values with a DataTime from a moment on (null: all), within the caller's transaction. */
    void remove(long pointId, @Nullable Instant from) {
        for (Kind kind : List.of(Kind.HOUR, Kind.DAY)) {
            if (from == null) {
                sql.update("delete from " + table(kind) + " where point_id = ?", pointId);
            } else {
                sql.update(
                        "delete from " + table(kind) + " where point_id = ? and start >= ? and data_time >= ?",
                        pointId,
                        Timestamp.from(from.minus(LONGEST_PERIOD)),
                        Timestamp.from(from));
            }
        }
    }

    /** Removes everything: the reader begins anew. */
    void removeAll() {
        sql.execute("truncate hour_value, day_value");
    }

    void rolledBack() {
        months.forget();
    }

    /**
     * Values of a point by start of the period and factor.
     *
     * @param factors none: all
     * @param everyVersion oldest first; else the current one only
     */
    List<PeriodValue> find(
            Kind kind,
            long pointId,
            Collection<String> factors,
            Instant from,
            Instant to,
            boolean everyVersion,
            int limit) {
        List<Object> values = new ArrayList<>(List.of(pointId, Timestamp.from(from), Timestamp.from(to)));
        StringBuilder query = new StringBuilder("select ")
                .append(everyVersion ? "" : "distinct on (start, factor) ")
                .append(COLUMNS)
                .append(" from ")
                .append(table(kind))
                .append(" where point_id = ? and start >= ? and start < ?");
        if (!factors.isEmpty()) {
            query.append(" and factor = any (?)");
            values.add(factors.toArray(String[]::new));
        }
        query.append(" order by start, factor, position ")
                .append(everyVersion ? "" : "desc ")
                .append("limit ?");
        values.add(limit);
        return sql.query(query.toString(), (row, n) -> value(row), values.toArray());
    }

    private void row(CopyText rows, PeriodValue value) {
        Measured measured = value.measured();
        rows.add(value.pointId())
                .add(value.start())
                .add(measured.factor())
                .add(value.position())
                .add(value.receivedAt())
                .add(value.dataTime())
                .add(measured.avg())
                .add(measured.min())
                .add(measured.max())
                .add(measured.cou())
                .add(measured.zsAvg())
                .add(measured.zsMin())
                .add(measured.zsMax())
                .add(measured.flag())
                .add(measured.raw().isEmpty() ? null : json.writeValueAsString(measured.raw()))
                .add(value.backfilled())
                .endRow();
    }

    private static long copy(Connection connection, String statement, String rows) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PeriodValue value(ResultSet row) throws SQLException {
        @Nullable String raw = row.getString("raw");
        return new PeriodValue(
                row.getLong("point_id"),
                row.getTimestamp("start").toInstant(),
                row.getLong("position"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("data_time").toInstant(),
                row.getBoolean("backfilled"),
                new Measured(
                        row.getString("factor"),
                        null,
                        number(row, "avg"),
                        number(row, "min"),
                        number(row, "max"),
                        number(row, "cou"),
                        null,
                        number(row, "zs_avg"),
                        number(row, "zs_min"),
                        number(row, "zs_max"),
                        row.getString("flag"),
                        raw == null ? Map.of() : json.readValue(raw, new TypeReference<Map<String, String>>() {})));
    }

    private static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case HOUR -> "hour_value";
            case DAY -> "day_value";
            case REALTIME, MINUTE -> throw new IllegalArgumentException(kind + " values are not kept as rows");
        };
    }
}
