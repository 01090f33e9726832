package io.yuanqing.center.packets;

import io.yuanqing.center.packets.block.BlockCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The segments and blocks of recoded days on disk. */
@Component
class PacketBlocks {

    private static final String SEGMENT = "number, received_day, first_position, last_position, packets, frame_bytes";
    private static final String PLACE =
            "segment, mn, first_position, last_position, packets, received_from, received_to, data_from, data_to";
    private static final int BLOCKS_AT_ONCE = 16;

    private final JdbcTemplate sql;

    PacketBlocks(JdbcTemplate sql) {
        this.sql = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        this.sql.setFetchSize(BLOCKS_AT_ONCE); // takes effect inside a transaction
    }

    /** Days that have segments, ascending. */
    List<LocalDate> days() {
        return sql.queryForList("select distinct received_day from packet_segment order by 1", LocalDate.class);
    }

    /** The highest position of a day's blocks; 0 when there are none. */
    long last(LocalDate day) {
        Long last = sql.queryForObject(
                "select max(last_position) from packet_segment where received_day = ?", Long.class, day);
        return last == null ? 0 : last;
    }

    /** Those that may hold packets behind one position and up to another, by their first position. */
    List<Segment> segments(LocalDate day, long after, long upTo) {
        return sql.query(
                "select " + SEGMENT + " from packet_segment where received_day = ? and last_position > ?"
                        + " and first_position <= ? order by first_position",
                (row, n) -> segment(row),
                day,
                after,
                upTo);
    }

    /** Of those that hold packets behind a position, the one whose first position comes next behind another. */
    @Nullable
    Segment nextSegment(long position, long behindFirst) {
        return sql
                .query(
                        "select " + SEGMENT + " from packet_segment where last_position > ? and first_position > ?"
                                + " order by first_position limit 1",
                        (row, n) -> segment(row),
                        position,
                        behindFirst)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Adds a segment within the caller's transaction.
     *
     * @param packets of one day, at least one, ascending by position
     */
    Segment add(LocalDate day, List<StoredPacket> packets) {
        Map<String, List<StoredPacket>> byMn = new LinkedHashMap<>();
        long bytes = 0;
        for (StoredPacket packet : packets) {
            byMn.computeIfAbsent(packet.mn(), absent -> new ArrayList<>()).add(packet);
            bytes += packet.frame().length;
        }
        Spans spans = Spans.of(packets);
        long number = Objects.requireNonNull(
                sql.queryForObject("""
                insert into packet_segment (received_day, first_position, last_position, packets, frame_bytes)
                values (?, ?, ?, ?, ?) returning number""", Long.class, day, spans.first(), spans.last(), spans.packets(), bytes));
        byMn.values().forEach(these -> {
            Stopped.check();
            add(number, PackedPackets.of(these));
        });
        return new Segment(number, day, spans.first(), spans.last(), spans.packets(), bytes);
    }

    private void add(long segment, PackedPackets packed) {
        Spans spans = packed.spans();
        sql.update(
                "insert into packet_block (" + PLACE + ", positions, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                segment,
                packed.mn(),
                spans.first(),
                spans.last(),
                spans.packets(),
                Timestamp.from(spans.receivedFrom()),
                Timestamp.from(spans.receivedTo()),
                timestamp(spans.dataFrom()),
                timestamp(spans.dataTo()),
                packed.block().positions(),
                packed.block().content());
    }

    /**
     * A segment's packets, ascending by position.
     *
     * @throws io.yuanqing.center.packets.block.BlockDamaged when a block does not give back what it should
     */
    List<StoredPacket> unpack(Segment segment) {
        List<StoredPacket> packets = new ArrayList<>(segment.packets());
        sql.query(
                "select " + PLACE + ", positions, content from packet_block where segment = ?",
                row -> {
                    packets.addAll(packed(row).unpackChecked());
                },
                segment.number());
        packets.sort(Comparator.comparingLong(StoredPacket::position));
        return packets;
    }

    /** The positions of a segment's packets, ascending. */
    long[] positions(Segment segment) {
        List<long[]> parts = new ArrayList<>();
        sql.query(
                "select first_position, positions from packet_block where segment = ?",
                row -> {
                    parts.addAll(
                            BlockCodec.positions(new BlockCodec.Block(row.getLong(1), row.getBytes(2), new byte[0])));
                },
                segment.number());
        return parts.stream().flatMapToLong(java.util.Arrays::stream).sorted().toArray();
    }

    /** The packet of that position. */
    Optional<StoredPacket> find(long position) {
        List<Long> segments = sql.queryForList(
                "select number from packet_segment where last_position >= ? and first_position <= ?",
                Long.class,
                position,
                position);
        for (long segment : segments) {
            String mn = mnOf(segment, position);
            if (mn != null) {
                return sql
                        .query(
                                "select " + PLACE
                                        + ", positions, content from packet_block where segment = ? and mn = ?",
                                (row, n) -> packed(row),
                                segment,
                                mn)
                        .stream()
                        .flatMap(packed -> packed.unpack(cn -> true).stream())
                        .filter(packet -> packet.position() == position)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private @Nullable String mnOf(long segment, long position) {
        String[] found = new String[1];
        sql.query(
                """
                select mn, first_position, positions from packet_block
                where segment = ? and first_position <= ? and last_position >= ?""",
                row -> {
                    if (found[0] == null
                            && BlockCodec.holds(
                                    new BlockCodec.Block(row.getLong(2), row.getBytes(3), new byte[0]), position)) {
                        found[0] = row.getString(1);
                    }
                },
                segment,
                position,
                position);
        return found[0];
    }

    /**
     * Blocks by a condition and an order, streamed inside the caller's transaction. The order is found without the contents,
     * which are read one after the other as they are asked for.
     */
    Stream<PackedPackets> stream(String condition, String order, Object... values) {
        return sql.queryForStream(
                "select " + PLACE + ", positions, (select content from packet_block b where b.segment = place.segment"
                        + " and b.mn = place.mn) from (select " + PLACE + ", positions from packet_block where "
                        + condition + " order by " + order + ") place",
                (row, n) -> packed(row),
                values);
    }

    /** Removes a day's blocks within the caller's transaction. */
    void remove(LocalDate day) {
        sql.update("delete from packet_block using packet_segment where segment = number and received_day = ?", day);
        sql.update("delete from packet_segment where received_day = ?", day);
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                row.getLong(6));
    }

    private static PackedPackets packed(ResultSet row) throws SQLException {
        Spans spans = new Spans(
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant(),
                instant(row.getTimestamp(8)),
                instant(row.getTimestamp(9)));
        return new PackedPackets(
                row.getString(2), spans, new BlockCodec.Block(spans.first(), row.getBytes(10), row.getBytes(11)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
