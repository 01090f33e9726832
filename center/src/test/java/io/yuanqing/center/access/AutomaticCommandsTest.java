package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Nobody asks for them, and they go only to points that take them. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.access.automatic.initial-within=10ms")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Loggers.class)
class AutomaticCommandsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NOTHING_COMES = Duration.ofMillis(800);

    @LocalServerPort
    int port;

    @Autowired
    AccessServer server;

    @Autowired
    Loggers loggers;

    /** HJ 212-2017 6.7: clock, time-out and re-sends, intervals, streams. */
    @Test
    void aLoggerThatConnectsIsToldClockTimeOutIntervalsAndStreamsOneAfterTheOtherAndOnce() throws Exception {
        loggers.register("AUTO-FIRST", 10, true);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("AUTO-FIRST", Instant.now(), 1));
            List<Packet> asked = new ArrayList<>();
            for (Packet packet : logger.answers(2, SOON)) {
                carryOut(logger, packet, asked);
            }
            while (asked.size() < 6) {
                carryOut(logger, logger.answers(1, SOON).get(0), asked);
            }
            assertThat(asked).extracting(Packet::cn).containsExactly("1012", "1000", "1062", "1064", "2011", "2021");
            assertThat(asked).extracting(Packet::cp).contains("OverTime=10;ReCount=3", "MinInterval=10");
        }
        assertThat(TestHttp.admin(port)
                        .get("/api/points/AUTO-FIRST/commands")
                        .json()
                        .get(0)
                        .get("requestedBy")
                        .asString())
                .isEqualTo("(server)");
        try (LoggerClient again = new LoggerClient(server.port())) {
            again.send(LoggerClient.realtime("AUTO-FIRST", Instant.now(), 2));
            assertThat(again.answers(2, NOTHING_COMES))
                    .as("not with every reconnection")
                    .hasSize(1);
        }
    }

    @Test
    void aRequestForTheClockIsAnsweredAndThenTheClockIsSet() throws Exception {
        loggers.register("AUTO-CLOCK", 10, true);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(clockWanted("AUTO-CLOCK"));
            List<Packet> both = logger.answers(2, SOON);
            assertThat(both).extracting(Packet::cn).containsExactly("9013", "1012");
            assertThat(both.get(1).cp()).contains("SystemTime=");
        }
    }

    @Test
    void aPointThatTakesNoSuchCommandsGetsNone() throws Exception {
        loggers.register("AUTO-NONE", 10, false);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(clockWanted("AUTO-NONE"));
            assertThat(logger.answers(2, NOTHING_COMES)).extracting(Packet::cn).containsExactly("9013");
        }
    }

    private static void carryOut(LoggerClient logger, Packet packet, List<Packet> asked) throws Exception {
        if (packet.cn().equals("9014")) {
            return;
        }
        asked.add(packet);
        logger.send(Replies.requestAnswer(packet, Edition.E2017, 1), Replies.executionAnswer(packet, Edition.E2017, 1));
    }

    private static byte[] clockWanted(String mn) {
        return Encoder.frame("QN=20261125080000001;ST=32;CN=1013;PW=123456;MN=" + mn + ";Flag=5;CP=&&&&");
    }
}
