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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log, however its packets are stored: as rows of open days, in the blocks of recoded ones, or as rows that were
 * kept beyond their time. A packet goes from each to the next within one transaction. So they are looked into in that
 * order: whoever reads meanwhile meets a packet in both places, which is noticed, rather than in none. Rows that are being
 * read hold back the drop of their partition.
 */
@Component
class LogReader {

    static final String COLUMNS = "position, received_at, data_time, mn, st, cn, origin, remote, frame";
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcTemplate sql;
    private final TransactionTemplate reading;
    private final PacketBlocks blocks;
    private final RecentSegments recent;

    LogReader(JdbcTemplate sql, PlatformTransactionManager transactions, PacketBlocks blocks, RecentSegments recent) {
        this.blocks = blocks;
        this.recent = recent;
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

    /**
     * Most readers follow the log's end, where packets are rows without gaps; only where there is a gap are blocks, or packets
     * that were kept, looked for.
     */
    List<StoredPacket> read(long afterPosition, int limit) {
        List<StoredPacket> rows = rows("packet", afterPosition, limit);
        if (!rows.isEmpty() && rows.get(rows.size() - 1).position() == afterPosition + rows.size()) {
            return rows;
        }
        if (rows.isEmpty() && afterPosition >= head()) {
            return rows;
        }
        TreeMap<Long, StoredPacket> found = new TreeMap<>();
        reading.executeWithoutResult(transaction -> {
            // In the way that packets go: one that moves meanwhile is met twice rather than never.
            add(found, rows("packet", afterPosition, limit), limit);
            long behind = 0;
            for (Segment segment = blocks.nextSegment(afterPosition, behind);
                    segment != null && (found.size() < limit || segment.first() < found.lastKey());
                    segment = blocks.nextSegment(afterPosition, behind)) {
                add(found, after(afterPosition, recent.unpack(segment)), limit);
                behind = segment.first();
            }
            add(found, rows("packet_kept", afterPosition, limit), limit);
        });
        return List.copyOf(found.values());
    }

    private static List<StoredPacket> after(long position, List<StoredPacket> ascending) {
        int from = 0;
        while (from < ascending.size() && ascending.get(from).position() <= position) {
            from++;
        }
        return ascending.subList(from, ascending.size());
    }

    private static void add(TreeMap<Long, StoredPacket> found, List<StoredPacket> ascending, int limit) {
        for (StoredPacket packet : ascending) {
            if (found.size() >= limit && packet.position() > found.lastKey()) {
                return;
            }
            found.put(packet.position(), packet);
            if (found.size() > limit) {
                found.pollLastEntry();
            }
        }
    }

    private List<StoredPacket> rows(String table, long afterPosition, int limit) {
        return sql.query(
                "select " + COLUMNS + " from " + table + " where position > ? order by position limit ?",
                (row, n) -> packet(row),
                afterPosition,
                limit);
    }

    Optional<StoredPacket> find(long position) {
        // In the way that packets go.
        return row("packet", position).or(() -> blocks.find(position)).or(() -> row("packet_kept", position));
    }

    private Optional<StoredPacket> row(String table, long position) {
        return sql
                .query(
                        "select " + COLUMNS + " from " + table + " where position = ?",
                        (row, n) -> packet(row),
                        position)
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
        Object[] wanted = {
            mns.toArray(String[]::new),
            cns.toArray(String[]::new),
            Timestamp.from(dataFrom),
            Timestamp.from(dataTo),
            firstDay
        };
        String rows = "mn = any (?) and cn = any (?) and data_time >= ? and data_time < ? and received_day >= ?"
                + " order by position";
        Predicate<StoredPacket> inTime = packet -> packet.dataTime() != null
                && !packet.dataTime().isBefore(dataFrom)
                && packet.dataTime().isBefore(dataTo);
        reading.executeWithoutResult(transaction -> {
            try (Stream<StoredPacket> open = stream("packet", rows, wanted);
                    Stream<PackedPackets> packed = blocks.stream(
                            "mn = any (?) and data_to >= ? and data_from < ?",
                            "first_position, mn",
                            wanted[0],
                            wanted[2],
                            wanted[3]);
                    Stream<StoredPacket> kept = stream("packet_kept", rows, wanted)) {
                new Merge(
                                Merge.Order.POSITION,
                                List.of(open.iterator(), kept.iterator()),
                                packed.iterator(),
                                block -> block.unpack(cns::contains).stream()
                                        .filter(inTime)
                                        .toList())
                        .forEach(Long.MAX_VALUE, each);
            }
        });
    }

    /** One page of some MN's packets. */
    void page(PacketQuery query, Consumer<StoredPacket> each) {
        Optional<StoredPacket> after = Optional.ofNullable(query.after()).flatMap(this::find);
        if (query.after() != null && after.isEmpty()) {
            return;
        }
        PacketQuery.Sql rows = query.rows(after.orElse(null));
        PacketQuery.Sql places = query.blocks(after.orElse(null));
        Predicate<StoredPacket> wanted = query.wanted(after.orElse(null));
        reading.executeWithoutResult(transaction -> {
            try (Stream<StoredPacket> open = stream("packet", rows.text(), rows.values());
                    Stream<PackedPackets> packed = blocks.stream(places.text(), query.blockOrder(), places.values());
                    Stream<StoredPacket> kept = stream("packet_kept", rows.text(), rows.values())) {
                new Merge(
                                query.newestFirst() ? Merge.Order.NEWEST_RECEIPT : Merge.Order.RECEIPT,
                                List.of(open.iterator(), kept.iterator()),
                                packed.iterator(),
                                block -> block.unpack(query::wantsCommand).stream()
                                        .filter(wanted)
                                        .toList())
                        .forEach(query.size(), each);
            }
        });
    }

    private Stream<StoredPacket> stream(String table, String condition, Object... values) {
        return sql.queryForStream(
                "select " + COLUMNS + " from " + table + " where " + condition, (row, n) -> packet(row), values);
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
