package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.Verdict.Admitted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Rows of the table of packets in PostgreSQL's binary COPY format, the cheapest way in: handed over in pieces, so that a
 * batch of any size needs one piece of memory.
 *
 * <pre>
 * "PGCOPY\n\377\r\n\0" flags 4 extension 4
 * row:  columns 2, of each: length 4 (-1: null), value     timestamps: µs since 2000-01-01T00:00Z, days since 2000-01-01
 * end:  -1 in 2 bytes
 * </pre>
 */
final class PacketRows {

    private static final String COPY = """
            copy packet (position, received_day, received_at, data_time, mn, st, cn, origin, remote, frame)
            from stdin (format binary)""";

    private static final byte[] START = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short COLUMNS = 10;
    private static final short END = -1;
    private static final int PIECE = 64 * 1024;
    private static final long EPOCH_MICROS = 946_684_800L * 1_000_000;
    private static final int EPOCH_DAY =
            Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());

    private final CopyIn copy;
    private ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private LocalDate day = LocalDate.MIN;
    private long dayBegins = Long.MAX_VALUE;
    private long dayEnds = Long.MIN_VALUE;

    /** Within the caller's transaction; no other statement may run on the connection until {@link #end()}. */
    PacketRows(CopyManager copies) throws SQLException {
        this.copy = copies.copyIn(COPY);
        piece.put(START);
    }

    void add(long position, Arrival arrival, Admitted admitted) throws SQLException {
        byte[] frame = arrival.decoded().bytes();
        byte[] mn = utf8(admitted.header().mn());
        byte[] st = utf8(admitted.header().st());
        byte[] cn = utf8(admitted.header().cn());
        byte[] origin = utf8(arrival.origin().name());
        byte[] remote = utf8(arrival.remote());
        require(128 + mn.length + st.length + cn.length + origin.length + remote.length + frame.length);
        piece.putShort(COLUMNS);
        piece.putInt(8).putLong(position);
        piece.putInt(4).putInt((int) day(arrival.receivedAt()).toEpochDay() - EPOCH_DAY);
        time(arrival.receivedAt());
        time(admitted.dataTime());
        bytes(mn);
        bytes(st);
        bytes(cn);
        bytes(origin);
        bytes(remote);
        bytes(frame);
    }

    /** All rows are in the table, or an exception says which one is refused. */
    void end() throws SQLException {
        require(Short.BYTES);
        piece.putShort(END);
        send();
        copy.endCopy();
    }

    /** After a failure: the connection can be used again. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private LocalDate day(Instant at) {
        long second = at.getEpochSecond();
        if (second < dayBegins || second >= dayEnds) {
            day = LocalDate.ofInstant(at, Center.CITY_ZONE);
            dayBegins = day.atStartOfDay(Center.CITY_ZONE).toEpochSecond();
            dayEnds = day.plusDays(1).atStartOfDay(Center.CITY_ZONE).toEpochSecond();
        }
        return day;
    }

    private void time(@Nullable Instant at) {
        if (at == null) {
            piece.putInt(-1);
        } else {
            piece.putInt(8).putLong(LogAppend.micros(at) - EPOCH_MICROS);
        }
    }

    private void bytes(byte[] value) {
        piece.putInt(value.length).put(value);
    }

    private void require(int bytes) throws SQLException {
        if (piece.remaining() < bytes) {
            send();
        }
        if (piece.capacity() < bytes) {
            piece = ByteBuffer.allocate(bytes);
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(piece.array(), 0, piece.position());
        piece.clear();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
