package io.yuanqing.center.packets;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
        List<MnSpan> spans,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long after,
        @Nullable String cn,
        boolean newestFirst,
        int size) {

    record Sql(String text, Object[] values) {}

    /**
     * For rows: the condition, order and limit, with their values.
     *
     * @param behind the packet {@code after}
     */
    Sql rows(@Nullable StoredPacket behind) {
        StringBuilder text = new StringBuilder("mn = any (?)");
        List<Object> values = new ArrayList<>();
        values.add(mns());
        cut(text, values);
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
        if (behind != null) {
            text.append(" and (received_at, position) ")
                    .append(newestFirst ? "<" : ">")
                    .append(" (?, ?)");
            values.add(Timestamp.from(behind.receivedAt()));
            values.add(behind.position());
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

    /** For blocks: which of them may hold such packets. */
    Sql blocks(@Nullable StoredPacket behind) {
        StringBuilder text = new StringBuilder("mn = any (?)");
        List<Object> values = new ArrayList<>();
        values.add(mns());
        if (from != null) {
            text.append(" and received_to >= ?");
            values.add(Timestamp.from(from));
        }
        if (to != null) {
            text.append(" and received_from < ?");
            values.add(Timestamp.from(to));
        }
        if (behind != null) {
            text.append(newestFirst ? " and received_from <= ?" : " and received_to >= ?");
            values.add(Timestamp.from(behind.receivedAt()));
        }
        return new Sql(text.toString(), values.toArray());
    }

    /** By where their first packet may stand. */
    String blockOrder() {
        return newestFirst ? "received_to desc" : "received_from";
    }

    boolean wantsCommand(String command) {
        return cn == null || cn.equals(command);
    }

    /** For the packets of a block. */
    Predicate<StoredPacket> wanted(@Nullable StoredPacket behind) {
        return packet -> (from == null || !packet.receivedAt().isBefore(from))
                && (to == null || packet.receivedAt().isBefore(to))
                && (behind == null || follows(packet, behind))
                && spans.stream().anyMatch(span -> span.holds(packet));
    }

    private boolean follows(StoredPacket packet, StoredPacket behind) {
        int compared = packet.receivedAt().compareTo(behind.receivedAt());
        int order = compared != 0 ? compared : Long.compare(packet.position(), behind.position());
        return newestFirst ? order < 0 : order > 0;
    }

    private String[] mns() {
        return spans.stream().map(MnSpan::mn).distinct().toArray(String[]::new);
    }

    /** Of an MN that spoke for several points, only what it sent in the spans. */
    private void cut(StringBuilder text, List<Object> values) {
        if (spans.stream().noneMatch(MnSpan::bounded)) {
            return;
        }
        List<String> either = new ArrayList<>();
        for (MnSpan span : spans) {
            String one = "mn = ?";
            values.add(span.mn());
            if (span.from() != null) {
                one += " and coalesce(data_time, received_at) >= ?";
                values.add(Timestamp.from(span.from()));
            }
            if (span.to() != null) {
                one += " and coalesce(data_time, received_at) < ?";
                values.add(Timestamp.from(span.to()));
            }
            either.add(one);
        }
        text.append(" and (").append(String.join(" or ", either)).append(")");
    }
}
