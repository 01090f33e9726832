package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.LoggerClient;
import io.yuanqing.hj212.Decoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What any {@link AppendLog} must keep: invariants 1, 2 and 6, and the order on which every reader rests. */
abstract class AppendLogContract {

    private static final long PATIENCE_SECONDS = 60;
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** No two tests send as the same logger. */
    private static final AtomicInteger LOGGERS = new AtomicInteger();

    /** The log, running. */
    abstract AppendLog log();

    /** The same log after a stop and a start: another object behind the same data. */
    abstract AppendLog restarted();

    /** From now on and until closed the log can commit nothing. */
    abstract AutoCloseable stalled() throws Exception;

    /** So many frames may wait for their commit. */
    abstract int room();

    @Test
    void packetsOfSeveralWritersComeBackByteForByteEachWritersInItsOrderAndWithoutAGap() throws Exception {
        long before = log().head();
        int writers = 4;
        Random random = random();
        Map<String, List<byte[]>> sent = new HashMap<>();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String mn = mn();
            List<byte[]> frames = new ArrayList<>();
            int[] sizes = random.ints(12, 1, 40).toArray();
            for (int n = 0; n < IntStream.of(sizes).sum(); n++) {
                frames.add(frame(mn, n));
            }
            sent.put(mn, frames);
            running.add(CompletableFuture.runAsync(() -> appendInBatches(frames, sizes)));
        }
        for (CompletableFuture<Void> writer : running) {
            writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        int total = sent.values().stream().mapToInt(List::size).sum();
        List<StoredPacket> stored = log().read(before, total + 1);
        assertThat(log().head()).isEqualTo(before + total);
        assertThat(stored).hasSize(total);
        for (int i = 0; i < total; i++) {
            assertThat(stored.get(i).position()).isEqualTo(before + 1 + i);
        }
        sent.forEach((mn, frames) -> assertThat(stored)
                .filteredOn(packet -> packet.mn().equals(mn))
                .extracting(StoredPacket::frame)
                .containsExactlyElementsOf(frames));
    }

    /** A reader that got fewer packets than it asked for would take the log's end for reached. */
    @Test
    void fromAnyPositionAndInPagesOfAnySizeAReaderGetsJustTheRest() throws Exception {
        long before = log().head();
        String mn = mn();
        int count = 25;
        append(frames(mn, 0, count));
        for (int seen = 0; seen <= count; seen++) {
            for (int size : new int[] {1, 7, count, count + 10}) {
                long after = before + seen;
                while (after < before + count) {
                    int due = (int) Math.min(size, before + count - after);
                    assertThat(log().read(after, size))
                            .extracting(StoredPacket::position)
                            .containsExactlyElementsOf(LongStream.rangeClosed(after + 1, after + due)
                                    .boxed()
                                    .toList());
                    after += due;
                }
                assertThat(log().read(after, size)).isEmpty();
            }
        }
    }

    @Test
    void theSameDataGetNoSecondPositionOtherDataOfTheSameTimeAreAVersionAndWhatIsNoDataGetsNone() throws Exception {
        String mn = mn();
        byte[] first = LoggerClient.realtime(mn, NOW, 1);
        byte[] otherValue = LoggerClient.realtime(mn, NOW, 2);
        byte[] damaged = LoggerClient.realtime(mn, NOW, 3);
        damaged[damaged.length - 4] ^= 1; // in the CRC
        long before = log().head();
        assertThat(append(List.of(first, first, otherValue, damaged)))
                .containsExactly(Fate.STORED, Fate.DUPLICATE, Fate.STORED, Fate.QUARANTINED);
        assertThat(append(List.of(otherValue, first))).containsExactly(Fate.DUPLICATE, Fate.DUPLICATE);
        assertThat(log().head()).isEqualTo(before + 2);
        assertThat(log().read(before, 10)).extracting(StoredPacket::frame).containsExactly(first, otherValue);
    }

    /** Invariant 1: who is told a fate can read the packet, and those who follow the log are woken. */
    @Test
    void aFateIsToldAndReadersAreWokenWhenThePacketCanBeRead() throws Exception {
        long before = log().head();
        AtomicInteger woken = new AtomicInteger();
        log().onCommit(woken::incrementAndGet);
        CompletableFuture<Fate> fate = log().offer(arrival(frame(mn(), 0)));
        assertThat(fate).isNotNull();
        assertThat(fate.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(Fate.STORED);
        assertThat(log().head()).isEqualTo(before + 1);
        assertThat(log().read(before, 2)).hasSize(1);
        await().until(() -> woken.get() > 0);
    }

    @Test
    void aRestartLosesNothingNumbersOnAndKnowsDuplicates() throws Exception {
        long before = log().head();
        List<byte[]> early = frames(mn(), 0, 5);
        append(early);
        AppendLog again = restarted();
        assertThat(again.head()).isEqualTo(before + 5);
        byte[] late = frame(mn(), 0);
        assertThat(append(List.of(early.get(2), late))).containsExactly(Fate.DUPLICATE, Fate.STORED);
        assertThat(again.read(before, 10))
                .extracting(StoredPacket::position)
                .containsExactly(before + 1, before + 2, before + 3, before + 4, before + 5, before + 6);
        assertThat(again.read(before + 5, 10)).extracting(StoredPacket::frame).containsExactly(late);
    }

    /** Invariant 6: a log that cannot commit says so instead of growing, and loses nothing of what it took. */
    @Test
    void whileNothingCanBeCommittedOffersAreRefusedAndAppendsWaitAndLaterAllAreThereInOrder() throws Exception {
        long before = log().head();
        String mn = mn();
        List<CompletableFuture<Fate>> taken = new ArrayList<>();
        CompletableFuture<List<Fate>> waited;
        int most = 2 * room() + 1; // as many as wait may be in the transaction that stands still
        try (AutoCloseable stall = stalled()) {
            CompletableFuture<Fate> offered = log().offer(arrival(frame(mn, 0)));
            while (offered != null) {
                taken.add(offered);
                assertThat(taken).hasSizeLessThanOrEqualTo(most);
                offered = log().offer(arrival(frame(mn, taken.size())));
            }
            assertThat(taken).hasSizeGreaterThanOrEqualTo(room()).allMatch(fate -> !fate.isDone());
            assertThat(log().head()).isEqualTo(before);
            int next = taken.size();
            waited = CompletableFuture.supplyAsync(() -> appendQuietly(frames(mn, next, next + most)));
        }
        for (CompletableFuture<Fate> fate : taken) {
            assertThat(fate.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(Fate.STORED);
        }
        assertThat(waited.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).containsOnly(Fate.STORED);
        assertThat(log().read(before, 3 * most))
                .extracting(StoredPacket::frame)
                .containsExactlyElementsOf(frames(mn, 0, taken.size() + most));
    }

    private void appendInBatches(List<byte[]> frames, int[] sizes) {
        int from = 0;
        for (int size : sizes) {
            assertThat(appendQuietly(frames.subList(from, from + size))).containsOnly(Fate.STORED);
            from += size;
        }
    }

    private List<Fate> appendQuietly(List<byte[]> frames) {
        try {
            return append(frames);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fate> append(List<byte[]> frames) throws Exception {
        return log().append(frames.stream().map(AppendLogContract::arrival).toList())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Arrival arrival(byte[] frame) {
        return new Arrival(Instant.now(), "192.0.2.1", Decoder.decode(frame), Origin.LIVE);
    }

    private static List<byte[]> frames(String mn, int from, int to) {
        List<byte[]> frames = new ArrayList<>();
        for (int n = from; n < to; n++) {
            frames.add(frame(mn, n));
        }
        return frames;
    }

    private static byte[] frame(String mn, int number) {
        return LoggerClient.realtime(mn, NOW.minusSeconds(100_000 - number), number);
    }

    private static String mn() {
        return "CONTRACT-" + LOGGERS.incrementAndGet();
    }

    private static Random random() {
        long seed = Long.getLong("yuanqing.seed", System.nanoTime());
        System.out.println("-Dyuanqing.seed=" + seed);
        return new Random(seed);
    }
}
