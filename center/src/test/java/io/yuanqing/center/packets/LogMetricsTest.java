package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.hj212.Decoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** An operator sees each of the log's invariants as a number. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class LogMetricsTest {

    @Autowired
    PacketLog log;

    @Autowired
    PartitionsAhead partitions;

    @Autowired
    Sealing sealing;

    @Autowired
    VerificationJob verification;

    @Autowired
    RecodingRound recoding;

    @Test
    void eachInvariantHasItsMeter() throws Exception {
        partitions.make();
        byte[] frame = LoggerClient.realtime("METERED", Instant.now().minusSeconds(5), 1);
        byte[] damaged = frame.clone();
        damaged[30]++;
        List<Arrival> arrivals = new ArrayList<>();
        for (byte[] one : List.of(frame, frame, damaged)) {
            arrivals.add(new Arrival(Instant.now(), "192.0.2.1", Decoder.decode(one), Origin.LIVE));
        }
        log.append(arrivals).get(20, TimeUnit.SECONDS);
        Counters counters = log.counters();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LogState state = new LogState(log, partitions, sealing, java.time.Clock.systemUTC());
        new LogMetrics(log, state, verification, recoding).bindTo(meters);
        assertThat(frames(meters, "received")).isEqualTo(counters.received());
        assertThat(frames(meters, "stored")).isEqualTo(counters.stored());
        assertThat(frames(meters, "duplicate")).isEqualTo(counters.duplicate());
        assertThat(frames(meters, "quarantined")).isEqualTo(counters.quarantined());
        assertThat(gauge(meters, "difference")).isZero();
        assertThat(gauge(meters, "partitions.ahead")).isEqualTo(7);
        assertThat(gauge(meters, "unsealed.seconds")).isZero();
        assertThat(gauge(meters, "recode.waiting.days")).isZero();
        assertThat(gauge(meters, "head")).isEqualTo(log.head());
        assertThat(gauge(meters, "queue.frames")).isZero();
        assertThat(gauge(meters, "queue.fill")).isZero();
        assertThat(meters.get("yuanqing.log.write.failures").functionCounter().count())
                .isZero();
        assertThat(gauge(meters, "seals.intact")).isNaN();
    }

    @Test
    void theOldestThatWaitsIsTheFirstOfWhatIsNotCommitted() throws Exception {
        LogQueue queue = new LogQueue(4, 1_000_000);
        assertThat(queue.oldestNanos()).isZero();
        Arrival arrival = new Arrival(
                Instant.EPOCH, "", Decoder.decode(LoggerClient.realtime("OLDEST", Instant.EPOCH, 1)), Origin.SEED);
        Waiting.Frame frame = new Waiting.Frame(
                arrival,
                new Verdict.Refused(new Verdict.Header("", "", ""), Verdict.Reason.BAD_CRC, ""),
                new CompletableFuture<>());
        queue.put(frame);
        queue.put(frame);
        assertThat(queue.fill()).isEqualTo(0.5);
        long waiting = queue.oldestNanos();
        assertThat(waiting).isPositive();
        assertThat(queue.take(1, 0)).hasSize(1);
        assertThat(queue.oldestNanos()).isGreaterThan(waiting); // taken, not committed
        queue.done();
        queue.take(1, 0);
        queue.done();
        assertThat(queue.oldestNanos()).isZero();
        assertThat(queue.fill()).isZero();
    }

    private static double frames(SimpleMeterRegistry meters, String fate) {
        return meters.get("yuanqing.log.frames")
                .tag("fate", fate)
                .functionCounter()
                .count();
    }

    private static double gauge(SimpleMeterRegistry meters, String name) {
        return meters.get("yuanqing.log." + name).gauge().value();
    }
}
