package io.yuanqing.benchmark.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One simulated logger on its connection: sends, and notes how long each answer took. Used by one thread. */
final class LoggerSocket {

    private static final byte[] QN = {'Q', 'N', '='};
    private static final int QN_DIGITS = 17;

    private final Frames frames;
    private final long[] sentAt;
    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable ByteBuffer unsent;
    private long sent;
    private long answered;

    /** How far the bytes that came in match "QN=" (0 to 3), or 3 and the digits read. */
    private int matched;

    private int number;

    /** @param window packets that may be unanswered at the same time; a divisor of {@link Frames#NUMBERS} */
    LoggerSocket(Frames frames, int window, InetSocketAddress server, Selector selector) throws IOException {
        if (Frames.NUMBERS % window != 0) {
            throw new IllegalArgumentException("the window " + window + " does not divide " + Frames.NUMBERS);
        }
        this.frames = frames;
        this.sentAt = new long[window];
        this.channel = SocketChannel.open(server);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Within the window also when answers come in another order. */
    private boolean maySend() {
        return unsent == null && sentAt[slot(sent)] == 0;
    }

    private int slot(long packet) {
        return (int) (packet % sentAt.length);
    }

    /**
     * Sends packets while the window and the socket take them.
     *
     * @param most at most so many
     * @param due from when on the answer is waited for, {@link System#nanoTime()}
     * @param scratch for the bytes; empty before and after
     * @return how many were sent
     */
    int send(int most, long due, ByteBuffer scratch) throws IOException {
        int packets = 0;
        while (packets < most && maySend() && scratch.remaining() >= frames.length()) {
            frames.write(sent, scratch);
            sentAt[slot(sent)] = due;
            sent++;
            packets++;
        }
        if (packets == 0) {
            return 0;
        }
        scratch.flip();
        channel.write(scratch);
        if (scratch.hasRemaining()) {
            unsent = ByteBuffer.allocate(scratch.remaining()).put(scratch).flip();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
        scratch.clear();
        return packets;
    }

    void writable() throws IOException {
        if (unsent != null) {
            channel.write(unsent);
            if (unsent.hasRemaining()) {
                return;
            }
            unsent = null;
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Reads answers; each is found by its QN, whatever else stands in it. */
    int readable(ByteBuffer scratch, Latencies latencies) throws IOException {
        int read = channel.read(scratch);
        if (read < 0) {
            throw new EOFException(
                    "the server has closed a connection with " + (sent - answered) + " packets unanswered");
        }
        long now = System.nanoTime();
        int answers = 0;
        byte[] bytes = scratch.array();
        for (int i = 0; i < read; i++) {
            byte one = bytes[i];
            if (matched < QN.length) {
                matched = one == QN[matched] ? matched + 1 : one == QN[0] ? 1 : 0;
                number = 0;
            } else {
                number = (number * 10 + one - '0') % 100_000;
                if (++matched == QN.length + QN_DIGITS) {
                    matched = 0;
                    answer(number, now, latencies);
                    answers++;
                }
            }
        }
        scratch.clear();
        return answers;
    }

    private void answer(int numberInQn, long now, Latencies latencies) throws IOException {
        int slot = numberInQn % sentAt.length;
        if (sentAt[slot] == 0) {
            throw new IOException("an answer came for packet " + numberInQn + ", which waited for none");
        }
        latencies.add(now - sentAt[slot]);
        sentAt[slot] = 0;
        answered++;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // its end is all that was wanted
        }
    }
}
