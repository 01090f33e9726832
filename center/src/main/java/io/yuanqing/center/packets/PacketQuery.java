package io.yuanqing.center.packets;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of some MN's packets by time of receipt.
 *
 * @param from first moment of receipt; null: since ever
 * @param to end of the receipt span, exclusive; null: until now
 * @param after goes on behind the packet of this id; null: from the start
 * @param cn only this command; null: all
 * @param newestFirst the order, and with it the meaning of {@code after}
 */
record PacketQuery(
        Collection<String> mns,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long after,
        @Nullable String cn,
        boolean newestFirst,
        int size) {

    record Sql(String text, Object[] values) {}

    /** The condition, order and limit, with their values. */
    Sql sql() {
        StringBuilder text = new StringBuilder("mn = any (?)");
        List<Object> values = new ArrayList<>();
        values.add(mns.toArray(String[]::new));
        if (cn != null) {
            text.append(" and cn = ?");
            values.add(cn);
        }
        if (from != null) {
            text.append(" and received_at >= ?")
                    .append(" and received_day >= (?::timestamptz at time zone 'Asia/Shanghai')::date");
            values.add(Timestamp.from(from));
            values.add(Timestamp.from(from));
        }
        if (to != null) {
            text.append(" and received_at < ?")
                    .append(" and received_day <= (?::timestamptz at time zone 'Asia/Shanghai')::date");
            values.add(Timestamp.from(to));
            values.add(Timestamp.from(to));
        }
        if (after != null) {
            text.append(" and (received_at, position) ")
                    .append(newestFirst ? "<" : ">")
                    .append(" (select p.received_at, p.position from log_packet p where p.position = ?)");
            values.add(after);
        }
        String direction = newestFirst ? " desc" : "";
        text.append(" order by received_at")
                .append(direction)
                .append(", position")
                .append(direction)
                .append(" limit ?");
        values.add(size);
        return new Sql(text.toString(), values.toArray());
    }
}
