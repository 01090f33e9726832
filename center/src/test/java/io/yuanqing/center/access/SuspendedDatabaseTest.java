package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** The process that writes the log stands still for a while, as under a debugger or on a hanging disk. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.queue-frames=200")
@ContextConfiguration(initializers = TestDatabase.class)
class SuspendedDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NOTHING_COMES = Duration.ofSeconds(2);
    private static final int LOGGERS = 10;
    private static final int FRAMES = 500;

    @Autowired
    AccessServer server;

    @Autowired
    PacketLog log;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MeterRegistry meters;

    @Test
    void nothingIsAnsweredMeanwhileAndThenEverythingOnce() throws Exception {
        List<LoggerClient> loggers = new ArrayList<>();
        try {
            for (int i = 0; i < LOGGERS; i++) {
                LoggerClient logger = new LoggerClient(server.port());
                loggers.add(logger);
                logger.send(frame(i, 0));
                assertThat(logger.answers(1, SOON)).hasSize(1);
            }
            Counters before = log.counters();
            long writer = Objects.requireNonNull(sql.queryForObject(
                    "select pid from pg_stat_activity where application_name = 'yuanqing packet log'"
                            + " and datname = current_database()",
                    Long.class));
            signal("STOP", writer);
            try {
                for (int number = 1; number <= FRAMES; number++) {
                    for (int i = 0; i < LOGGERS; i++) {
                        loggers.get(i).send(frame(i, number));
                    }
                }
                // More frames than the queue and a batch can take: in the end no socket is read.
                await().atMost(SOON)
                        .until(() ->
                                meters.get("yuanqing.access.paused").gauge().value() == LOGGERS);
                assertThat(loggers.get(0).answers(1, NOTHING_COMES)).isEmpty();
                assertThat(log.queued()).isLessThanOrEqualTo(200);
            } finally {
                signal("CONT", writer);
            }
            for (LoggerClient logger : loggers) {
                assertThat(logger.answers(FRAMES, SOON))
                        .extracting(Packet::qn)
                        .doesNotHaveDuplicates()
                        .hasSize(FRAMES);
                assertThat(logger.answers(1, Duration.ofMillis(100))).isEmpty();
            }
            Counters after = log.counters();
            assertThat(after.stored() - before.stored()).isEqualTo(LOGGERS * FRAMES);
            assertThat(after.duplicate()).isEqualTo(before.duplicate());
        } finally {
            for (LoggerClient logger : loggers) {
                logger.close();
            }
        }
    }

    private static byte[] frame(int logger, int number) {
        return LoggerClient.realtime("STANDING" + logger, Instant.now().minusSeconds(100_000 - number), number);
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process)).start();
        assertThat(kill.waitFor()).isZero();
    }
}
