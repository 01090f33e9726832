package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A line was down for a day; now every logger behind it sends its 24 hours at once. The others are served all the same,
 * memory stays bounded, and every packet is counted once.
 *
 * <p>{@code -Dyuanqing.backfill=300} for 300 loggers instead of a few.
 */
class BackfillTest {

    private static final int LOGGERS = Integer.getInteger("yuanqing.backfill", 12);
    private static final int LIVE = 8;
    private static final Duration LONG = Duration.ofMinutes(Math.max(2, LOGGERS / 10));

    /** What lives in the server while 300 loggers send; its heap may have 512 MB. */
    private static final long MOST_LIVING_BYTES = 256L << 20;

    @TempDir
    Path data;

    @Test
    void loggersThatSendADayAtOnceAreAllTakenAndTheOthersAreServedAsOftenAsThey() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (RunningServer server = RunningServer.start(data, Map.of())) {
            register(server);
            List<BackfillingLogger> back = new ArrayList<>();
            for (int i = 0; i < LOGGERS; i++) {
                back.add(new BackfillingLogger("BACK" + i, server.tcpPort, now));
            }
            List<LiveLogger> live = new ArrayList<>();
            for (int i = 0; i < LIVE; i++) {
                live.add(new LiveLogger("LIVE" + i, server.tcpPort));
            }
            live.forEach(Thread::start);
            await().atMost(LONG).until(() -> live.stream().allMatch(one -> one.acknowledged() > 0));
            int before = fewest(live);
            back.forEach(Thread::start);
            AtomicLong living = new AtomicLong();
            await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(() -> {
                living.accumulateAndGet(server.livingBytes(), Math::max);
                return back.stream().noneMatch(Thread::isAlive);
            });
            int during = fewest(live) - before;
            for (LiveLogger one : live) {
                one.end();
            }

            assertThat(back).allSatisfy(one -> assertThat(one.unanswered()).isZero());
            assertThat(live).allSatisfy(one -> assertThat(one.failure()).isNull());
            assertThat(living.get()).as("bytes of living objects").isPositive().isLessThan(MOST_LIVING_BYTES);
            // A live logger waits for one answer where the others wait for a whole window's: it may not fall behind
            // them.
            assertThat(during).isGreaterThanOrEqualTo(BackfillingLogger.ROUNDS / 2);
            long packets = (long) LOGGERS * BackfillingLogger.PACKETS
                    + live.stream().mapToLong(LiveLogger::acknowledged).sum();
            JsonNode counters = server.get("/api/counters");
            assertThat(counters.get("received").asLong()).isEqualTo(packets);
            assertThat(counters.get("stored").asLong()).isEqualTo(packets);
            assertThat(counters.get("acknowledged").asLong()).isEqualTo(packets);
            assertHoursArrived(server, now);
            System.out.println(packets + " packets of " + LOGGERS + " loggers sending a day at once and " + LIVE
                    + " live ones, of which the slowest had " + during + " answers meanwhile; living objects at most "
                    + (living.get() >> 20) + " MB");
        }
    }

    private static void register(RunningServer server) throws Exception {
        long enterprise = server.post("/api/enterprises", """
                        {"name": "厂", "county": "红塔区", "supervisionClass": "KEY"}""").get("id").asLong();
        for (int i = 0; i < LOGGERS; i++) {
            server.post("/api/points", """
                    {"mn": "BACK%d", "enterpriseId": %d, "name": "口", "medium": "WATER", "edition": "2017"}""".formatted(i, enterprise));
        }
    }

    private static int fewest(List<LiveLogger> live) {
        return live.stream().mapToInt(LiveLogger::acknowledged).min().orElseThrow();
    }

    /** The values on which the law rests are derived from all of it. */
    private static void assertHoursArrived(RunningServer server, Instant end) throws Exception {
        await().atMost(LONG).until(() -> {
            for (JsonNode reader : server.get("/api/readers")) {
                if (reader.get("lag").asLong() > 0) {
                    return false;
                }
            }
            return true;
        });
        for (String mn : List.of("BACK0", "BACK" + (LOGGERS - 1))) {
            assertThat(server.get("/api/points/" + mn + "/readings?kind=hour&factor=w01018&from="
                            + end.minus(Duration.ofDays(1)) + "&to=" + end))
                    .hasSize(BackfillingLogger.HOURS);
        }
    }
}
