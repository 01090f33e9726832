package io.yuanqing.center.packets;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of packets that outlive their day's partition. */
@Component
class KeptPackets {

    private final JdbcTemplate sql;

    KeptPackets(JdbcTemplate sql) {
        this.sql = sql;
    }

    void add(LocalDate day, List<StoredPacket> packets) {
        sql.batchUpdate("""
                insert into packet_kept (position, received_day, received_at, data_time, mn, st, cn, origin, remote, frame)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", packets, 1_000, (row, packet) -> {
            @Nullable Timestamp dataTime = packet.dataTime() == null ? null : Timestamp.from(packet.dataTime());
            row.setLong(1, packet.position());
            row.setObject(2, day);
            row.setTimestamp(3, Timestamp.from(packet.receivedAt()));
            row.setTimestamp(4, dataTime);
            row.setString(5, packet.mn());
            row.setString(6, packet.st());
            row.setString(7, packet.cn());
            row.setString(8, packet.origin().name());
            row.setString(9, packet.remote());
            row.setBytes(10, packet.frame());
        });
    }

    void remove(List<Long> positions) {
        sql.batchUpdate(
                "delete from packet_kept where position = ?",
                positions,
                1_000,
                (row, position) -> row.setLong(1, position));
    }

    /** Days of receipt of which packets are kept, ascending. */
    List<LocalDate> days() {
        return sql.queryForList("select distinct received_day from packet_kept order by 1", LocalDate.class);
    }

    /** Whether nothing but hour and day data is kept of a day. */
    boolean onlyHourDay(LocalDate day) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "select not exists (select from packet_kept where received_day = ? and cn <> all (?))",
                Boolean.class,
                day,
                Retention.HOUR_DAY.toArray(String[]::new)));
    }
}
