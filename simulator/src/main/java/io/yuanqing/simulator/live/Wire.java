package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The network side of a line: dials, later after each failure; writes, and never puts anything between a frame's halves. */
final class Wire {

    private static final long CONNECT_TIMEOUT = 10_000_000_000L;
    private static final long LONGEST_PAUSE = 30_000_000_000L;
    private static final int LARGEST_BACKLOG = 64 * 1024;
    private static final int PAUSE = 13;

    private final LineSettings settings;
    private final Line line;
    private final IntToDoubleFunction chance;

    private @Nullable Connection connection;
    private boolean connected;
    private long retryAt;
    private long connectDeadline;
    private int failures;
    private byte @Nullable [] secondHalf;
    private long secondHalfAt;

    /** @param firstDial real time of the first attempt */
    Wire(LineSettings settings, Line line, IntToDoubleFunction chance, long firstDial) {
        this.settings = settings;
        this.line = line;
        this.chance = chance;
        this.retryAt = firstDial;
    }

    boolean connected() {
        return connected;
    }

    /** No half frame waits for its other half, and the network takes what it is given. */
    boolean clear() {
        Connection open = connection;
        return connected && secondHalf == null && open != null && open.backlog() < LARGEST_BACKLOG;
    }

    /** Dials if it is time; returns when something will be due before the line is connected. */
    long dialling(long nanos, Selector selector) {
        if (connection == null && nanos >= retryAt) {
            connectDeadline = nanos + CONNECT_TIMEOUT;
            try {
                connection = Connection.dial(settings.address(), selector, line);
            } catch (IOException e) {
                fail(nanos);
            }
            noteConnection();
        }
        if (!connected && connection != null && nanos >= connectDeadline) {
            fail(nanos);
        }
        return connection == null ? retryAt : connectDeadline;
    }

    /** Does what the selector says can be done; what has arrived. */
    List<Packet> ready(long nanos, ByteBuffer scratch) {
        Connection open = connection;
        if (open == null) {
            return List.of();
        }
        try {
            List<Packet> packets = open.ready(scratch);
            noteConnection();
            return packets;
        } catch (IOException e) {
            fail(nanos);
            return List.of();
        }
    }

    private void noteConnection() {
        if (!connected && connection != null && connection.established()) {
            connected = true;
            failures = 0;
            settings.counts().connected.increment();
        }
    }

    void write(byte[] bytes, long nanos) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        if (secondHalf != null) {
            byte[] longer = Arrays.copyOf(secondHalf, secondHalf.length + bytes.length);
            System.arraycopy(bytes, 0, longer, secondHalf.length, bytes.length);
            secondHalf = longer;
            return;
        }
        try {
            open.write(bytes);
        } catch (IOException e) {
            fail(nanos);
        }
    }

    /** The bytes before {@code cut} now, the others at {@code later}. */
    void writeHalves(byte[] bytes, int cut, long nanos, long later) {
        write(Arrays.copyOf(bytes, cut), nanos);
        if (connected) {
            secondHalf = Arrays.copyOfRange(bytes, cut, bytes.length);
            secondHalfAt = later;
        }
    }

    /** Writes the second half if it is time; returns when that is, or the end of time. */
    long writeSecondHalf(long nanos) {
        if (secondHalf != null && nanos >= secondHalfAt) {
            byte[] rest = secondHalf;
            secondHalf = null;
            write(rest, nanos);
        }
        return secondHalf == null ? Long.MAX_VALUE : secondHalfAt;
    }

    /** The connection is gone or could not be made: try again, later each time. */
    long fail(long nanos) {
        if (connected) {
            settings.counts().lost.increment();
        }
        close(nanos);
        failures = Math.min(failures + 1, 8);
        double pause = Math.min(LONGEST_PAUSE, 500_000_000L << failures);
        retryAt = nanos + (long) (pause * (0.5 + 0.5 * chance.applyAsDouble(PAUSE + failures)));
        return retryAt;
    }

    /** Without a connection nothing happens. */
    void hangUp(long nanos) {
        if (connection != null) {
            close(nanos);
        }
    }

    void close(long nanos) {
        if (connected) {
            settings.counts().connected.decrement();
        }
        connected = false;
        secondHalf = null;
        line.closed();
        retryAt = nanos;
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
