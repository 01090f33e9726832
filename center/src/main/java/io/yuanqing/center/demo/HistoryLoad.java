package io.yuanqing.center.demo;

import io.yuanqing.center.demo.HistoryFile.Received;
import io.yuanqing.center.demo.HistoryState.State;
import io.yuanqing.center.packets.Arrival;
import io.yuanqing.center.packets.Fate;
import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.hj212.Decoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the sample city's past into the log, in a thread of its own beside the live traffic, through the ordinary append.
 *
 * <p>It begins only on an empty log. A file {@code history.loading} in the data directory marks that it has begun, so
 * that a later start goes on: the records come again in the same order, and what the log holds already are duplicates to
 * it. {@code history.loaded} marks that all of it is there.
 */
final class HistoryLoad {

    static final String LOADING = "history.loading";
    static final String LOADED = "history.loaded";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryLoad.class);

    /** Small beside the log's queue: live frames must find room in it. */
    private static final int BATCH = 1_000;

    private static final int STEP_PERCENT = 5;
    private static final long STOP_WAIT_MILLIS = 5_000;

    private final @Nullable Path file;
    private final Path data;
    private final PacketLog log;
    private volatile HistoryState state = HistoryState.NONE;
    private volatile boolean stopping;

    /** @param file file or named pipe; null: none is given */
    HistoryLoad(@Nullable Path file, Path data, PacketLog log) {
        this.file = file;
        this.data = data;
        this.log = log;
    }

    HistoryState state() {
        return state;
    }

    /** Starts the thread if there is something to load. */
    @Nullable
    Thread begin() {
        Path source = file;
        if (Files.exists(data.resolve(LOADED))) {
            state = loadedBefore();
            return null;
        }
        if (source == null) {
            return null;
        }
        if (log.head() > 0 && !Files.exists(data.resolve(LOADING))) {
            LOG.info("the log is not empty, so the sample city's past is not loaded");
            return null;
        }
        state = new HistoryState(State.LOADING, null, null, 0, 0, null);
        Thread thread = new Thread(() -> load(source), "demo-history");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends the load where it is; the next start goes on. */
    void stop(Thread thread) {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load(Path source) {
        long started = System.nanoTime();
        try {
            Files.writeString(data.resolve(LOADING), "");
            try (HistoryFile history = new HistoryFile(source)) {
                append(history);
                HistoryState done = state;
                state = new HistoryState(State.LOADED, history.until(), done.loadedTo(), 100, done.packets(), null);
                Files.writeString(
                        data.resolve(LOADED), history.until() + " " + done.packets() + System.lineSeparator());
                Files.deleteIfExists(data.resolve(LOADING));
                LOG.info(
                        "history loaded: {} packets until {} in {} s",
                        done.packets(),
                        history.until(),
                        (System.nanoTime() - started) / 1_000_000_000);
            }
        } catch (IOException e) {
            if (!stopping) {
                fail("The history " + source + " could not be read: " + e.getMessage()
                        + ". Start the demo again: it goes on with what is missing.");
            }
        } catch (InterruptedException e) {
            if (!stopping) {
                fail("The load was interrupted. Start the demo again: it goes on with what is missing.");
            }
        } catch (ExecutionException | RuntimeException e) {
            if (!stopping) {
                LOG.error("history: the log refused a batch", e);
                fail("The log refused packets of the history: " + e.getMessage() + ". Its own messages say more.");
            }
        }
        if (stopping) {
            LOG.info("history: stopped at {} % ({} packets); the next start goes on", state.percent(), state.packets());
        }
    }

    private void fail(String reason) {
        state = state.failed(reason);
        LOG.error("history: {}", reason);
    }

    private void append(HistoryFile history) throws IOException, InterruptedException, ExecutionException {
        CompletableFuture<List<Fate>> before = CompletableFuture.completedFuture(List.of());
        Instant beforeTo = Instant.EPOCH;
        long taken = 0;
        List<Arrival> batch = read(history);
        while (!batch.isEmpty() && !stopping) {
            CompletableFuture<List<Fate>> next = log.append(batch);
            // One batch is on its way to the disk while the next is read and decoded.
            before.get();
            progress(history, beforeTo, taken);
            before = next;
            beforeTo = batch.get(batch.size() - 1).receivedAt();
            taken += batch.size();
            batch = read(history);
        }
        before.get();
        if (stopping) {
            throw new InterruptedException();
        }
        progress(history, beforeTo, taken);
    }

    private static List<Arrival> read(HistoryFile history) throws IOException {
        List<Arrival> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Received received = history.next();
            if (received == null) {
                break;
            }
            batch.add(new Arrival(received.receivedAt(), "", Decoder.decode(received.frame()), Origin.SEED));
        }
        return batch;
    }

    private void progress(HistoryFile history, Instant loadedTo, long packets) {
        int percent = (int) Math.min(99, packets * 100 / Math.max(1, history.expected()));
        int before = state.percent();
        state = new HistoryState(
                State.LOADING, history.until(), packets == 0 ? null : loadedTo, percent, packets, null);
        if (percent / STEP_PERCENT > before / STEP_PERCENT) {
            LOG.info("history: {} % ({} packets, received until {})", percent, packets, loadedTo);
        }
    }

    private HistoryState loadedBefore() {
        try {
            String[] words = Files.readString(data.resolve(LOADED)).strip().split(" ");
            Instant until = Instant.parse(words[0]);
            return new HistoryState(State.LOADED, until, until, 100, Long.parseLong(words[1]), null);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not readable ({}); the history counts as loaded", data.resolve(LOADED), e.toString());
            return new HistoryState(State.LOADED, null, null, 100, 0, null);
        }
    }
}
