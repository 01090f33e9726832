package io.yuanqing.center.demo;

import io.yuanqing.center.demo.HistoryFile.Received;
import io.yuanqing.center.demo.HistoryState.State;
import io.yuanqing.center.packets.AppendLog;
import io.yuanqing.center.packets.Arrival;
import io.yuanqing.center.packets.Fate;
import io.yuanqing.center.packets.Origin;
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
 * that a later start goes on: the records come again in the same order, those that the file counts as committed are passed
 * over, and the few that the log holds beyond them are duplicates to it. {@code history.loaded} marks that all is there.
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
    private final AppendLog log;
    private volatile HistoryState state = HistoryState.NONE;
    private volatile boolean stopping;

    /** @param file file or named pipe; null: none is given */
    HistoryLoad(@Nullable Path file, Path data, AppendLog log) {
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
            if (!Files.exists(data.resolve(LOADING))) {
                Files.writeString(data.resolve(LOADING), "");
            }
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
        Committed earlier = skip(history);
        long taken = earlier.packets();
        Instant to = earlier.to();
        CompletableFuture<List<Fate>> before = CompletableFuture.completedFuture(List.of());
        IOException broken = null;
        while (broken == null && !stopping) {
            List<Arrival> batch = new ArrayList<>(BATCH);
            try {
                fill(batch, history);
            } catch (IOException e) {
                broken = e; // what came before it is good
            }
            // One batch is on its way to the disk while the next is read and decoded.
            before.get();
            progress(history, to, taken);
            if (batch.isEmpty()) {
                break;
            }
            before = log.append(batch);
            to = batch.get(batch.size() - 1).receivedAt();
            taken += batch.size();
        }
        before.get();
        progress(history, to, taken);
        if (broken != null) {
            throw broken;
        }
        if (stopping) {
            throw new InterruptedException();
        }
    }

    private record Committed(long packets, Instant to) {}

    /** Passes over the records that an earlier start has committed, if they are the same ones. */
    private Committed skip(HistoryFile history) throws IOException {
        String[] words = Files.readString(data.resolve(LOADING)).strip().split(" ");
        Committed skipped = new Committed(0, Instant.EPOCH);
        if (words.length == 2 && words[0].equals(history.until().toString())) {
            long committed = Long.parseLong(words[1]);
            LOG.info("history: {} packets are there already", committed);
            while (skipped.packets() < committed) {
                Received received = history.next();
                if (received == null) {
                    break;
                }
                skipped = new Committed(skipped.packets() + 1, received.receivedAt());
            }
        }
        return skipped;
    }

    private static void fill(List<Arrival> batch, HistoryFile history) throws IOException {
        while (batch.size() < BATCH) {
            Received received = history.next();
            if (received == null) {
                return;
            }
            batch.add(new Arrival(received.receivedAt(), "", Decoder.decode(received.frame()), Origin.SEED));
        }
    }

    private void progress(HistoryFile history, Instant loadedTo, long packets) throws IOException {
        int percent = (int) Math.min(99, packets * 100 / Math.max(1, history.expected()));
        HistoryState before = state;
        if (packets == before.packets()) {
            return;
        }
        state = new HistoryState(State.LOADING, history.until(), loadedTo, percent, packets, null);
        if (percent > before.percent()) {
            Files.writeString(data.resolve(LOADING), history.until() + " " + packets + System.lineSeparator());
        }
        if (percent / STEP_PERCENT > before.percent() / STEP_PERCENT) {
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
