package io.yuanqing.center.packets;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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

    DayPackets(JdbcTemplate sql) {
        this.sql = new JdbcTemplate(java.util.Objects.requireNonNull(sql.getDataSource()));
        this.sql.setFetchSize(FETCHED_AT_ONCE);
    }

    /** Days that have a partition, ascending; it may be empty. */
    List<LocalDate> days() {
        return sql.query("""
                select substring(c.relname from 8) from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'packet'::regclass and c.relname ~ '^packet_[0-9]{8}$' order by 1""", (row, n) -> LocalDate.parse(row.getString(1), DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** The highest position of a day; 0 when it has no packet. */
    long last(LocalDate day) {
        Long last = sql.queryForObject("select max(position) from packet where received_day = ?", Long.class, day);
        return last == null ? 0 : last;
    }

    /** The day's packets behind one position and up to another. */
    void read(LocalDate day, long after, long upTo, Consumer<StoredPacket> each) {
        sql.query(
                "select " + LogReader.COLUMNS
                        + " from packet where received_day = ? and position > ? and position <= ? order by position",
                (RowCallbackHandler) row -> each.accept(LogReader.packet(row)),
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

    /** Only the positions of all the day's packets behind one. */
    void positions(LocalDate day, long after, LongConsumer each) {
        sql.query(
                "select position from packet where received_day = ? and position > ? order by position",
                (RowCallbackHandler) row -> each.accept(row.getLong(1)),
                day,
                after);
    }
}
