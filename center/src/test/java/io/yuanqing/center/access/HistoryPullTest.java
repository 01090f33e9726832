package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** What is missing in the log is asked for again, and what came of it is on record. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanqing.access.automatic.initial=",
            "yuanqing.access.history.back=10h",
            "yuanqing.access.history.due-after=1h",
            "yuanqing.access.history.after-connection=10ms",
            "yuanqing.access.history.pause=10ms"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Loggers.class)
class HistoryPullTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    @LocalServerPort
    int port;

    @Autowired
    AccessServer server;

    @Autowired
    Loggers loggers;

    @Test
    void aLoggerThatComesBackIsAskedForTheHoursThatTheLogLacksAndNotTwice() throws Exception {
        loggers.register("PULL-GAP", null, true);
        LocalDateTime present = LocalDateTime.ofInstant(Instant.now(), Center.CITY_ZONE)
                .truncatedTo(ChronoUnit.HOURS)
                .minusHours(4);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(hour("PULL-GAP", present));
            Packet newest = request(logger);
            assertThat(newest.cn()).isEqualTo("2061");
            LocalDateTime begin = LocalDateTime.parse(newest.value("BeginTime"), DIGITS);
            assertThat(begin).as("behind what is there").isEqualTo(present.plusHours(1));
            logger.send(Replies.requestAnswer(newest, Edition.E2017, 1), hour("PULL-GAP", begin));
            logger.send(Replies.executionAnswer(newest, Edition.E2017, 1));

            Packet older = request(logger);
            assertThat(LocalDateTime.parse(older.value("EndTime"), DIGITS)).isEqualTo(present.minusHours(1));
            logger.send(Replies.requestAnswer(older, Edition.E2017, 1));
            logger.send(Replies.executionAnswer(older, Edition.E2017, 100));
        }
        TestHttp admin = TestHttp.admin(port);
        await().atMost(SOON).untilAsserted(() -> {
            List<String> states = admin.get("/api/points/PULL-GAP/commands")
                    .json()
                    .valueStream()
                    .filter(one -> one.get("command").asString().equals("HOUR_HISTORY"))
                    .map(one -> one.get("reason").asString() + " "
                            + one.get("state").asString())
                    .toList();
            assertThat(states).containsExactly("gap NO_DATA", "gap DONE");
        });
        JsonNode left = admin.get("/api/points/PULL-GAP/gaps").json();
        assertThat(left.valueStream()
                        .filter(gap -> gap.get("command").asString().equals("HOUR_HISTORY")))
                .as("both ranges are settled")
                .isEmpty();
    }

    @Test
    void aPointWithoutAutomaticCommandsIsNotAskedButItsGapsAreShown() throws Exception {
        loggers.register("PULL-NONE", null, false);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("PULL-NONE", Instant.now(), 1));
            assertThat(logger.answers(2, Duration.ofMillis(800)))
                    .extracting(Packet::cn)
                    .containsExactly("9014");
        }
        assertThat(TestHttp.admin(port).get("/api/points/PULL-NONE/gaps").json().size())
                .isPositive();
    }

    /** The next packet that is no 9014. */
    private static Packet request(LoggerClient logger) throws Exception {
        Packet packet = logger.answers(1, SOON).get(0);
        return packet.cn().equals("9014") ? request(logger) : packet;
    }

    private static byte[] hour(String mn, LocalDateTime time) {
        String text = DIGITS.format(time);
        return Encoder.frame("QN=" + text + "001;ST=32;CN=2061;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + text
                + ";w01018-Avg=12.0,w01018-Flag=N&&");
    }
}
