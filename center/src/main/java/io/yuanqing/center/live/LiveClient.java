package io.yuanqing.center.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One browser's stream. Nothing here waits: what the connection does not take at once stays in a bounded queue until the
 * container says that it takes more. Whoever falls too far behind is told to fetch anew, and disconnected.
 */
final class LiveClient implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);
    private static final byte[] RESYNC = Event.of(null, "resync", "{}");

    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Set<Long> pointIds;
    private final boolean seesCity;
    private final long mostBytes;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private long queuedBytes;
    private long welcomeBytes;
    private boolean writable; // the container has said so, and not taken it back
    private boolean unflushed;
    private boolean last; // nothing more is queued; ends when all is sent
    private boolean ended;
    private long progressNanos = System.nanoTime();

    /**
     * @param pointIds the points that its caller may see
     * @param seesCity whether these are all there are
     */
    LiveClient(AsyncContext connection, Set<Long> pointIds, boolean seesCity, long mostBytes) throws IOException {
        this.connection = connection;
        this.out = connection.getResponse().getOutputStream();
        this.pointIds = pointIds;
        this.seesCity = seesCity;
        this.mostBytes = mostBytes;
        connection.addListener(this);
    }

    /** From here on the container calls; to be called on the request's thread, once. */
    void begin() {
        out.setWriteListener(this);
    }

    boolean sees(long pointId) {
        return pointIds.contains(pointId);
    }

    boolean seesCity() {
        return seesCity;
    }

    /** An event that the stream begins with; they do not count against the limit. */
    synchronized void welcome(byte[] event) {
        welcomeBytes += event.length;
        add(event);
    }

    /** Sends an event, at once or when the connection takes it. */
    synchronized void send(byte[] event) {
        if (ended || last) {
            return;
        }
        if (queuedBytes + event.length > mostBytes + welcomeBytes) {
            resyncAndEnd();
            return;
        }
        add(event);
        drain();
    }

    /** Tells the browser to fetch anew, and ends the stream. */
    synchronized void resyncAndEnd() {
        if (ended || last) {
            return;
        }
        queue.clear();
        queuedBytes = 0;
        add(RESYNC);
        end();
    }

    /** Sends what is queued, then ends the stream. */
    synchronized void end() {
        last = true;
        drain();
    }

    /** Ends the stream if something has been waiting for so long. */
    synchronized void endIfStalled(long nanos) {
        if (!ended && (!queue.isEmpty() || unflushed) && System.nanoTime() - progressNanos > nanos) {
            close();
        }
    }

    synchronized boolean ended() {
        return ended;
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        drain();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("stream broken: {}", failure.toString());
        close();
    }

    /** Unless it is completed here, the container would append an error page to the stream. */
    @Override
    public synchronized void onError(AsyncEvent event) {
        ended = true;
        queue.clear();
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        ended = true;
        queue.clear();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is started once.
    }

    private void add(byte[] event) {
        if (queue.isEmpty() && !unflushed) {
            progressNanos = System.nanoTime();
        }
        queue.add(event);
        queuedBytes += event.length;
    }

    private void drain() {
        if (ended || !writable) {
            return;
        }
        try {
            while (ready()) {
                byte[] event = queue.poll();
                if (event != null) {
                    queuedBytes -= event.length;
                    out.write(event);
                    unflushed = true;
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    break;
                }
                progressNanos = System.nanoTime();
            }
            if (last && queue.isEmpty() && !unflushed) {
                close();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("stream broken: {}", e.toString());
            close();
        }
    }

    /** When it says no, the container calls {@link #onWritePossible} later. */
    private boolean ready() {
        if (queue.isEmpty() && !unflushed) {
            return false;
        }
        writable = out.isReady();
        return writable;
    }

    private synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        queue.clear();
        complete();
    }

    private void complete() {
        try {
            connection.complete();
        } catch (IllegalStateException e) {
            LOG.debug("stream had ended already: {}", e.toString());
        }
    }
}
