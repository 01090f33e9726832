package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.store.Database;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.queue-frames=50")
@ContextConfiguration(initializers = TestDatabase.class)
class AccessServerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NOTHING_COMES = Duration.ofMillis(400);

    @Autowired
    AccessServer server;

    @Autowired
    PacketLog log;

    @Autowired
    Sessions sessions;

    @Autowired
    AccessController controller;

    @Autowired
    Database database;

    private Counters before;

    @BeforeEach
    void count() {
        before = log.counters();
    }

    @Test
    void anUploadIsAnsweredInItsEditionWithItsOwnQnAndIsThenInTheLog() throws Exception {
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("ANSWERED2017", Instant.now(), 1));
            Packet answer = logger.answers(1, SOON).get(0);
            assertThat(answer.cn()).isEqualTo("9014");
            assertThat(answer.st()).isEqualTo("91");
            assertThat(answer.mn()).isEqualTo("ANSWERED2017");
            assertThat(answer.flag()).isEqualTo(4);
            assertThat(answer.qn()).endsWith("001");
            assertThat(log.find(log.head()))
                    .hasValueSatisfying(stored -> assertThat(stored.mn()).isEqualTo("ANSWERED2017"));
        }
    }

    @Test
    void halfAndStickyPacketsAreEachAnsweredOnce() throws Exception {
        byte[] first = LoggerClient.realtime("STICKY", Instant.now(), 1);
        byte[] second = LoggerClient.realtime("STICKY", Instant.now(), 2);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(Arrays.copyOf(first, 40));
            assertThat(logger.answers(1, NOTHING_COMES)).isEmpty();
            logger.send(Arrays.copyOfRange(first, 40, first.length), second);
            assertThat(logger.answers(2, SOON)).extracting(Packet::cn).containsExactly("9014", "9014");
        }
    }

    @Test
    void aResendIsAnsweredAgainAndCountedAsADuplicate() throws Exception {
        byte[] frame = LoggerClient.realtime("RESENT", Instant.now(), 7);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(frame, frame);
            assertThat(logger.answers(2, SOON)).hasSize(2);
        }
        assertCounted(2, 1, 1, 0);
    }

    @Test
    void aBadCrcIsQuarantinedAndNotAnsweredAndTheNextGoodPacketIs() throws Exception {
        byte[] bad = LoggerClient.realtime("BADCRC", Instant.now(), 1);
        bad[20]++;
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(bad, LoggerClient.realtime("BADCRC", Instant.now(), 2));
            assertThat(logger.answers(2, NOTHING_COMES)).hasSize(1);
        }
        assertCounted(2, 1, 0, 1);
    }

    @Test
    void aClockYearsOffIsQuarantinedButAnsweredSoThatTheLoggerDoesNotRepeatItForEver() throws Exception {
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("CLOCKOFF", Instant.parse("1970-01-05T00:00:00Z"), 1));
            logger.send(LoggerClient.realtime("CLOCKOFF", Instant.now().plusSeconds(3600), 2));
            assertThat(logger.answers(2, SOON)).hasSize(2);
        }
        assertCounted(2, 0, 0, 2);
    }

    @Test
    void anOld2005LoggerIsAnsweredWithQnAndCnInsideCp() throws Exception {
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(
                    Encoder.frame("QN=20260101000000001;ST=31;CN=2011;PW=123456;MN=88888880000001;Flag=1;CP=&&DataTime="
                            + stamp() + ";02-Rtd=1.0&&"));
            Packet answer = logger.answers(1, SOON).get(0);
            assertThat(answer.cn()).isEqualTo("9014");
            assertThat(answer.cp()).isEqualTo("QN=20260101000000001;CN=2011");
        }
    }

    @Test
    void anUploadThatWantsNoAnswerGetsNoneAndAHeartbeatGets9013() throws Exception {
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(Encoder.frame("QN=20260101000000001;ST=32;CN=2011;PW=123456;MN=SILENT;Flag=4;CP=&&DataTime="
                    + stamp() + ";w01018-Rtd=1.0&&"));
            logger.send(Encoder.frame("QN=20260101000000002;ST=91;CN=9015;PW=123456;MN=SILENT;Flag=9;CP=&&&&"));
            List<Packet> answers = logger.answers(2, NOTHING_COMES);
            assertThat(answers).extracting(Packet::cn).containsExactly("9013");
        }
    }

    @Test
    void noiseIsCountedAndASampleIsKept() throws Exception {
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send("AT+CGREG dtu heartbeat\u0001\u0002");
            logger.send(LoggerClient.realtime("NOISY", Instant.now(), 1));
            assertThat(logger.answers(1, SOON)).hasSize(1);
        }
        await().untilAsserted(() ->
                assertThat(log.counters().noiseBytes() - before.noiseBytes()).isGreaterThanOrEqualTo(20));
    }

    @Test
    void whileTheLogCannotCommitNothingIsAnsweredAndTheSocketIsNotReadAndThenEverythingIs() throws Exception {
        int frames = 3_000; // sixty times the queue
        try (Connection blocker = connect();
                Statement statement = blocker.createStatement();
                LoggerClient logger = new LoggerClient(server.port())) {
            blocker.setAutoCommit(false);
            statement.execute("select * from log_head for update");
            Thread sender = new Thread(
                    () -> {
                        try {
                            for (int i = 0; i < frames; i++) {
                                logger.send(LoggerClient.realtime("PRESSURE", Instant.now(), i));
                            }
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    },
                    "pressure-sender");
            sender.start();
            await().untilAsserted(() -> assertThat(log.queued()).isEqualTo(50));
            assertThat(logger.answers(1, NOTHING_COMES)).isEmpty();
            assertThat(log.queued()).isEqualTo(50);
            blocker.rollback();
            assertThat(logger.answers(frames, SOON)).hasSize(frames);
            sender.join();
        }
        await().untilAsserted(() -> assertThat(log.counters().acknowledged() - before.acknowledged())
                .isEqualTo(frames));
        assertCounted(frames, frames, 0, 0);
    }

    @Test
    void ofTwoConnectionsOfAnMnBothAreShownAndTheNewestIsMarked() throws Exception {
        try (LoggerClient old = new LoggerClient(server.port())) {
            old.send(LoggerClient.realtime("TWICE", Instant.now(), 1));
            old.answers(1, SOON);
            LoggerSession first = session("TWICE");
            assertThat(first.newest()).isTrue();
            assertThat(first.framesPerSecond()).isPositive();
            try (LoggerClient young = new LoggerClient(server.port())) {
                young.send(LoggerClient.realtime("twice ", Instant.now(), 2));
                young.answers(1, SOON);
                List<LoggerSession> both = sessions.list().stream()
                        .filter(one -> one.mn().equals("TWICE"))
                        .toList();
                assertThat(both).extracting(LoggerSession::newest).containsExactly(true, false);
                assertThat(both.get(1).remote()).isEqualTo(first.remote());
            }
            await().untilAsserted(() -> assertThat(session("TWICE").newest())
                    .as("the older one speaks for it again")
                    .isTrue());
        }
        await().untilAsserted(() ->
                assertThat(sessions.list()).extracting(LoggerSession::mn).doesNotContain("TWICE"));
    }

    @Test
    void aCallerWithoutScopeSeesNoneOfTheConnectedLoggers() throws Exception {
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("UNSEEN", Instant.now(), 1));
            logger.answers(1, SOON);
            assertThat(session("UNSEEN").frames()).isEqualTo(1);
            assertThat(controller.sessions()).isEmpty(); // this thread is nobody
        }
    }

    private LoggerSession session(String mn) {
        return sessions.list().stream()
                .filter(one -> one.mn().equals(mn))
                .findFirst()
                .orElseThrow();
    }

    private void assertCounted(int received, int stored, int duplicate, int quarantined) {
        await().untilAsserted(() -> {
            Counters now = log.counters();
            assertThat(now.received() - before.received()).isEqualTo(received);
            assertThat(now.stored() - before.stored()).isEqualTo(stored);
            assertThat(now.duplicate() - before.duplicate()).isEqualTo(duplicate);
            assertThat(now.quarantined() - before.quarantined()).isEqualTo(quarantined);
        });
    }

    private Connection connect() throws java.sql.SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String stamp() {
        return java.time.format.DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
                .withZone(Center.CITY_ZONE)
                .format(Instant.now());
    }
}
