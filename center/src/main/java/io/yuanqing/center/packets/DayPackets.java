package io.yuanqing.center.packets;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * The packets of one day of receipt (the city's) in position order, however they are stored: the one place through which
 * sealing, verification and retention read them. Inside the caller's transaction, which makes rows stream.
 */
@Component
class DayPackets {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcTemplate sql;
    private final PacketBlocks blocks;

    DayPackets(JdbcTemplate sql, PacketBlocks blocks) {
        this.blocks = blocks;
        this.sql = new JdbcTemplate(java.util.Objects.requireNonNull(sql.getDataSource()));
        this.sql.setFetchSize(FETCHED_AT_ONCE);
    }

    /** Days that have packets or a partition, which may be empty; ascending. */
    List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>(partitions());
        days.addAll(blocks.days());
        return List.copyOf(days);
    }

    /** Days that have a partition, ascending: they hold rows, or none yet. */
    List<LocalDate> partitions() {
        return sql.query("""
                select substring(c.relname from 8) from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'packet'::regclass and c.relname ~ '^packet_[0-9]{8}$' order by 1""", (row, n) -> LocalDate.parse(row.getString(1), DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** The highest position of a day; 0 when it has no packet. */
    long last(LocalDate day) {
        return Math.max(lastRow(day), blocks.last(day));
    }

    /** The highest position of a day's rows; 0 when it has none. */
    long lastRow(LocalDate day) {
        Long last = sql.queryForObject("select max(position) from packet where received_day = ?", Long.class, day);
        return last == null ? 0 : last;
    }

    /**
     * The day's packets behind one position and up to another.
     *
     * @throws io.yuanqing.center.packets.block.BlockDamaged when a block does not give back what it should
     */
    void read(LocalDate day, long after, long upTo, Consumer<StoredPacket> each) {
        List<Segment> segments = blocks.segments(day, after, upTo);
        try (Stream<StoredPacket> rows = rows(day, after, upTo)) {
            PeekingRows open = new PeekingRows(rows.iterator());
            for (Segment segment : segments) {
                open.upTo(segment.first(), each);
                for (StoredPacket packet : blocks.unpack(segment)) {
                    if (packet.position() > after && packet.position() <= upTo) {
                        open.upTo(packet.position(), each);
                        each.accept(packet);
                    }
                }
            }
            open.upTo(Long.MAX_VALUE, each);
        }
    }

    /** Only those that are rows. */
    Stream<StoredPacket> rows(LocalDate day, long after, long upTo) {
        return sql.queryForStream(
                "select " + LogReader.COLUMNS
                        + " from packet where received_day = ? and position > ? and position <= ? order by position",
                (row, n) -> LogReader.packet(row),
                day,
                after,
                upTo);
    }

    /** The packets that a seal is over. */
    void read(Seal seal, Consumer<StoredPacket> each) {
        if (seal.kind() == Seal.Kind.KEPT) {
            kept(seal.day(), each);
        } else {
            read(seal.day(), seal.after(), seal.upTo(), each);
        }
    }

    /** What is kept of a day beyond the time of its other packets. */
    void kept(LocalDate day, Consumer<StoredPacket> each) {
        sql.query(
                "select " + LogReader.COLUMNS + " from packet_kept where received_day = ? order by position",
                (RowCallbackHandler) row -> each.accept(LogReader.packet(row)),
                day);
    }

    /** Only the positions of all the day's packets behind one, ascending. */
    void positions(LocalDate day, long after, LongConsumer each) {
        LongStream.Builder all = LongStream.builder();
        sql.query(
                "select position from packet where received_day = ? and position > ?",
                (RowCallbackHandler) row -> all.add(row.getLong(1)),
                day,
                after);
        for (Segment segment : blocks.segments(day, after, Long.MAX_VALUE)) {
            for (long position : blocks.positions(segment)) {
                if (position > after) {
                    all.add(position);
                }
            }
        }
        all.build().sorted().forEach(each);
    }

    /** Rows that can be handed on up to a position. */
    private static final class PeekingRows {

        private final Iterator<StoredPacket> rows;
        private @Nullable StoredPacket next;

        PeekingRows(Iterator<StoredPacket> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        void upTo(long position, Consumer<StoredPacket> each) {
            for (StoredPacket row = next; row != null && row.position() <= position; row = next) {
                each.accept(row);
                next = rows.hasNext() ? rows.next() : null;
            }
        }
    }
}
