package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the log. */
@Component
class LogReader {

    static final String COLUMNS = "position, received_at, data_time, mn, st, cn, origin, remote, frame";
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcTemplate sql;
    private final TransactionTemplate reading;

    LogReader(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = new JdbcTemplate(java.util.Objects.requireNonNull(sql.getDataSource()));
        this.sql.setFetchSize(FETCHED_AT_ONCE); // takes effect inside a transaction: rows are streamed
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    long head() {
        Long position = sql.queryForObject("select position from log_head", Long.class);
        return position == null ? 0 : position;
    }

    Counters counters() {
        return sql.queryForObject(
                """
                select received, stored, duplicate, quarantined, acknowledged, noise_bytes from log_head""",
                (row, n) -> new Counters(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    List<StoredPacket> read(long afterPosition, int limit) {
        return sql.query(
                "select " + COLUMNS + " from log_packet where position > ? order by position limit ?",
                (row, n) -> packet(row),
                afterPosition,
                limit);
    }

    Optional<StoredPacket> find(long position) {
        return sql
                .query("select " + COLUMNS + " from log_packet where position = ?", (row, n) -> packet(row), position)
                .stream()
                .findFirst();
    }

    /** Data never arrive a day before their own day, so older partitions are not looked at. */
    void series(
            Collection<String> mns,
            Collection<String> cns,
            Instant dataFrom,
            Instant dataTo,
            Consumer<StoredPacket> each) {
        LocalDate firstDay = LocalDate.ofInstant(dataFrom, Center.CITY_ZONE).minusDays(1);
        stream(
                "select " + COLUMNS + """
                 from log_packet
                where mn = any (?) and cn = any (?) and data_time >= ? and data_time < ? and received_day >= ?
                order by position""",
                each,
                mns.toArray(String[]::new),
                cns.toArray(String[]::new),
                Timestamp.from(dataFrom),
                Timestamp.from(dataTo),
                firstDay);
    }

    /** One page of some MN's packets. */
    void page(PacketQuery query, Consumer<StoredPacket> each) {
        PacketQuery.Sql page = query.sql();
        stream("select " + COLUMNS + " from log_packet where " + page.text(), each, page.values());
    }

    private void stream(String query, Consumer<StoredPacket> each, Object... values) {
        reading.executeWithoutResult(
                transaction -> sql.query(query, (RowCallbackHandler) row -> each.accept(packet(row)), values));
    }

    static StoredPacket packet(ResultSet row) throws SQLException {
        @Nullable Timestamp dataTime = row.getTimestamp(3);
        return new StoredPacket(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                dataTime == null ? null : dataTime.toInstant(),
                Origin.valueOf(row.getString(7)),
                row.getString(8),
                row.getBytes(9));
    }
}
