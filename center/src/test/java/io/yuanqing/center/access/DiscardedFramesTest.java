package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.store.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A frame that was read while the log had no room, and whose connection ends before it has: it was never answered, so it
 * is dropped, counted, and comes again.
 */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanqing.packets.queue-frames=5",
            "yuanqing.packets.batch-frames=5",
            "yuanqing.access.stop-wait=100ms"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class DiscardedFramesTest {

    private static final int FRAMES = 30;

    @Autowired
    AccessServer server;

    @Autowired
    PacketLog log;

    @Autowired
    Database database;

    @Autowired
    MeterRegistry meters;

    @Test
    void framesThatFoundNoRoomAreCountedAsDiscardedAndComeAgain() throws Exception {
        byte[][] frames = new byte[FRAMES][];
        Instant start = Instant.now().minusSeconds(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = LoggerClient.realtime("DISCARDED", start.plusSeconds(i), i);
        }
        try (Connection blocker = DriverManager.getConnection(database.url(), database.user(), database.password());
                LoggerClient logger = new LoggerClient(server.port())) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select * from log_head for update"); // no append gets through
            logger.send(frames);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> meters.get("yuanqing.access.paused").gauge().value() == 1);
            server.stop(); // ends the connection
            blocker.rollback();
        }
        double discarded = meters.get("yuanqing.access.discarded").counter().count();
        assertThat(discarded).isPositive();
        await().atMost(Duration.ofSeconds(20)).until(() -> log.queued() == 0);
        assertThat(log.counters().received() + discarded).isLessThanOrEqualTo(FRAMES);

        server.start();
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(frames);
            assertThat(logger.answers(FRAMES, Duration.ofSeconds(20))).hasSize(FRAMES);
        }
        Counters counted = log.counters();
        assertThat(counted.stored()).isEqualTo(FRAMES);
        assertThat(counted.received()).isEqualTo(counted.stored() + counted.duplicate());
        assertThat(log.head()).isEqualTo(FRAMES);
    }
}
