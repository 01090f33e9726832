package io.yuanqing.simulator.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** One thread that serves thousands of lines: a selector for their sockets and a queue for their clocks. */
final class Loop implements Runnable {

    private static final long LONGEST_SLEEP_MILLIS = 500;

    /** Entries that a line has meanwhile replaced are passed over. */
    private record Wake(long at, Line line) {}

    private final List<Line> lines;
    private final Selector selector;
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>((a, b) -> Long.compare(a.at - b.at, 0));
    private final Map<Line, Long> wanted = new IdentityHashMap<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(16 * 1024);
    private volatile boolean stopping;

    Loop(List<Line> lines) {
        this.lines = lines;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("no selector for the connections can be opened", e);
        }
    }

    /** Closes all connections; the thread ends soon after. */
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        long begin = System.nanoTime();
        for (Line line : lines) {
            step(line, begin);
        }
        try {
            while (!stopping) {
                serve();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the selector of " + Thread.currentThread().getName() + " failed", e);
        } finally {
            lines.forEach(line -> line.close(System.nanoTime()));
            close();
        }
    }

    private void serve() throws IOException {
        long nanos = System.nanoTime();
        for (Wake wake = wakes.peek(); wake != null && wake.at <= nanos && !stopping; wake = wakes.peek()) {
            wakes.remove();
            Long current = wanted.get(wake.line);
            if (current != null && current == wake.at) {
                step(wake.line, System.nanoTime());
            }
        }
        Wake first = wakes.peek();
        long sleep = first == null ? LONGEST_SLEEP_MILLIS : (first.at - System.nanoTime()) / 1_000_000;
        if (sleep > 0) {
            selector.select(Math.min(sleep, LONGEST_SLEEP_MILLIS));
        } else {
            selector.selectNow();
        }
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            if (key.attachment() instanceof Line line) {
                line.ready(System.nanoTime(), scratch);
                step(line, System.nanoTime());
            }
        }
    }

    private void step(Line line, long nanos) {
        // At least a moment later, lest a line that wants "now" keep the others waiting.
        long at = Math.max(line.step(nanos, selector), nanos + 500_000);
        Long before = wanted.put(line, at);
        if (before == null || before != at) {
            wakes.add(new Wake(at, line));
        }
    }

    private void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector could not be closed", e);
        }
    }
}
