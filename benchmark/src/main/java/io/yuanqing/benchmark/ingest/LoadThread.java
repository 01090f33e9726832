package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Drives many connections with one selector. At full load every connection sends as soon as its window has room; at a
 * steady rate they take turns by the clock, and an answer's time counts from when its packet was due, not from when a busy
 * program came to send it.
 */
final class LoadThread extends Thread {

    private static final int SCRATCH = 64 * 1024;

    /** Packets of one connection in one write at full load. */
    private static final int AT_ONCE = 16;

    private static final long WAIT_MILLISECONDS = 1;
    private static final double NANOS = 1e9;

    private final Selector selector;
    private final List<LoggerSocket> sockets = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(SCRATCH);
    private final AtomicReference<@Nullable Change> asked = new AtomicReference<>();
    private double rate;
    private long rateSince;
    private long sentAtRate;
    private Latencies latencies = new Latencies();
    private int turn;
    private volatile long answered;
    private volatile long unanswered;
    private volatile @Nullable IOException failure;
    private volatile boolean closed;

    /**
     * @param rate packets per second; 0 for none, infinite for as many as the windows allow
     * @param before the answers until the change
     */
    private record Change(double rate, CompletableFuture<Latencies> before) {}

    LoadThread(String name) throws IOException {
        super(name);
        setDaemon(true);
        selector = Selector.open();
    }

    /** Before the thread starts. */
    void connect(Frames frames, int window, InetSocketAddress server) throws IOException {
        sockets.add(new LoggerSocket(frames, window, server, selector));
    }

    /** Every connection sends one packet. Before the thread starts. */
    void greet() throws IOException {
        for (LoggerSocket socket : sockets) {
            unanswered += socket.send(1, System.nanoTime(), scratch);
        }
    }

    /**
     * Sends at another rate from now on.
     *
     * @param packetsPerSecond 0 for none, infinite for as many as the windows allow
     * @return the answers since the last change
     */
    Latencies rate(double packetsPerSecond) throws IOException {
        Change change = new Change(packetsPerSecond, new CompletableFuture<>());
        asked.set(change);
        selector.wakeup();
        try {
            return change.before.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException(getName() + ": " + e.getCause(), e);
        }
    }

    /** Answers since the beginning. */
    long answered() throws IOException {
        check();
        return answered;
    }

    /** Packets that wait for their answer at this moment. */
    long unanswered() throws IOException {
        check();
        return unanswered;
    }

    private void check() throws IOException {
        IOException broken = failure;
        if (broken != null) {
            throw new IOException(getName() + ": " + broken.getMessage(), broken);
        }
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                change();
                if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                    sendWhatIsDue();
                }
                selector.select(this::ready, WAIT_MILLISECONDS);
                check();
            }
        } catch (IOException e) {
            failure = e;
        } finally {
            Change unheard = asked.getAndSet(null);
            if (unheard != null) {
                unheard.before.completeExceptionally(failure == null ? new IOException("has ended") : failure);
            }
            close();
        }
    }

    /** A channel that a selector knows gives its descriptor back when the selector has forgotten it. */
    private void close() {
        sockets.forEach(LoggerSocket::close);
        try {
            selector.close();
        } catch (IOException alreadyClosed) {
            // its end is all that was wanted
        }
    }

    private void change() throws IOException {
        Change change = asked.getAndSet(null);
        if (change == null) {
            return;
        }
        change.before.complete(latencies);
        latencies = new Latencies();
        rate = change.rate;
        rateSince = System.nanoTime();
        sentAtRate = 0;
        if (rate == Double.POSITIVE_INFINITY) {
            for (LoggerSocket socket : sockets) {
                unanswered += socket.send(AT_ONCE, System.nanoTime(), scratch);
            }
        }
    }

    private void sendWhatIsDue() throws IOException {
        long due = (long) ((System.nanoTime() - rateSince) / NANOS * rate) - sentAtRate;
        int refused = 0;
        while (due > 0 && refused < sockets.size()) {
            LoggerSocket socket = sockets.get(turn);
            turn = (turn + 1) % sockets.size();
            long dueSince = rateSince + (long) (sentAtRate / rate * NANOS);
            if (socket.send(1, dueSince, scratch) == 1) {
                unanswered++;
                sentAtRate++;
                due--;
                refused = 0;
            } else {
                refused++;
            }
        }
    }

    private void ready(SelectionKey key) {
        LoggerSocket socket = (LoggerSocket) key.attachment();
        try {
            if (key.isWritable()) {
                socket.writable();
            }
            if (key.isReadable()) {
                int answers = socket.readable(scratch, latencies);
                answered += answers; // written by this thread alone
                unanswered -= answers;
            }
            if (rate == Double.POSITIVE_INFINITY) {
                unanswered += socket.send(AT_ONCE, System.nanoTime(), scratch);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    void end() throws InterruptedException {
        closed = true;
        if (isAlive()) {
            selector.wakeup();
            join();
        } else {
            close();
        }
    }
}
