package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** Commands down, over real sockets, with loggers that do what the script says. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanqing.access.commands.reply=2s",
            "yuanqing.access.commands.resends=2",
            "yuanqing.access.commands.execution=1500ms",
            "yuanqing.access.commands.waiting-per-logger=3"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Loggers.class)
class LoggerCommandsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    PacketLog log;

    @Autowired
    Loggers loggers;

    @Autowired
    CommandJournal journal;

    @Autowired
    JdbcClient jdbc;

    private CommandDesk desk;

    @BeforeEach
    void signIn() {
        desk = new CommandDesk(TestHttp.admin(port));
    }

    @Test
    void theClockIsReadAndEveryStepIsOnRecord() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-CLOCK", "2017")) {
            long before = log.head();
            long id = desk.ask("CMD-CLOCK", "{\"command\": \"GET_CLOCK\", \"reason\": \"drift\"}");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cn()).isEqualTo("1011");
            assertThat(request.st()).isEqualTo("32");
            assertThat(request.flag()).isEqualTo(5);
            assertThat(request.pw()).as("that of the logger's own packets").isEqualTo("123456");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            logger.send(answer(request, "SystemTime=20261125080000"));
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));

            JsonNode done = desk.ended(id);
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("stateZh").asString()).isEqualTo("完成");
            assertThat(done.get("qn").asString()).isEqualTo(request.qn());
            assertThat(done.get("requestedBy").asString()).isEqualTo("admin");
            assertThat(CommandDesk.kinds(done)).containsExactly("SENT", "ACCEPTED", "DATA", "DONE");
            assertThat(done.at("/steps/2/detail").asString()).isEqualTo("SystemTime=20261125080000");
            assertThat(done.at("/steps/3/codeEn").asString()).isEqualTo("done");
            assertThat(log.head() - before)
                    .as("replies are packets like any other")
                    .isEqualTo(3);
        }
    }

    /** The 2005 edition carries the QN of replies in the CP. */
    @Test
    void a2005LoggerIsSpokenToInItsOwnWay() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-2005", "2005")) {
            long id = desk.ask("CMD-2005", "{\"command\": \"SET_CLOCK\"}");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cn()).isEqualTo("1012");
            assertThat(request.flag()).isEqualTo(1);
            assertThat(request.cp()).matches("SystemTime=\\d{14}");
            logger.send(
                    Encoder.frame("ST=91;CN=9011;PW=123456;MN=CMD-2005;Flag=0;CP=&&QN=" + request.qn() + ";QnRtn=1&&"));
            logger.send(Encoder.frame("ST=91;CN=9012;PW=123456;MN=CMD-2005;CP=&&QN=" + request.qn() + ";ExeRtn=1&&"));
            assertThat(desk.ended(id).get("state").asString()).isEqualTo("DONE");
        }
    }

    @Test
    void aRefusalIsShownWithItsCodeInWords() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-REFUSE", "2017")) {
            long id = desk.ask(
                    "CMD-REFUSE", "{\"command\": \"SET_REALTIME_INTERVAL\", \"parameters\": {\"rtdInterval\": 60}}");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cp()).isEqualTo("RtdInterval=60");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 3));
            JsonNode refused = desk.ended(id);
            assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
            assertThat(refused.at("/steps/1/code").asInt()).isEqualTo(3);
            assertThat(refused.at("/steps/1/codeZh").asString()).isEqualTo("PW错误");
        }
    }

    /** A re-send keeps its QN, or the logger would carry the command out twice (HJ 212-2017 6.3). */
    @Test
    void withoutReplyItIsSentAgainUnderTheSameQnAndThenGivenUp() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-DUMB", "2017")) {
            long id = desk.ask("CMD-DUMB", "{\"command\": \"GET_REALTIME_INTERVAL\"}");
            List<Packet> requests = logger.answers(3, SOON);
            assertThat(requests)
                    .extracting(Packet::qn)
                    .hasSize(3)
                    .containsOnly(requests.get(0).qn());
            JsonNode given = desk.ended(id);
            assertThat(given.get("state").asString()).isEqualTo("TIMED_OUT");
            assertThat(CommandDesk.kinds(given)).containsExactly("SENT", "SENT_AGAIN", "SENT_AGAIN", "NO_REPLY");
        }
    }

    @Test
    void aSecondCommandWaitsForTheFirstAndTooManyAreRefused() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-QUEUE", "2017")) {
            long first = desk.ask("CMD-QUEUE", "{\"command\": \"GET_CLOCK\"}");
            Packet request = logger.answers(1, SOON).get(0);
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            long second = desk.ask("CMD-QUEUE", "{\"command\": \"GET_REALTIME_INTERVAL\"}");
            desk.ask("CMD-QUEUE", "{\"command\": \"GET_CLOCK\"}");
            assertThat(desk.post("CMD-QUEUE", "{\"command\": \"GET_CLOCK\"}").status())
                    .isEqualTo(409);
            assertThat(desk.state(second)).isEqualTo("QUEUED");
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));
            Packet next = logger.answers(1, SOON).get(0);
            assertThat(next.cn()).isEqualTo("1061");
            assertThat(next.qn()).isGreaterThan(request.qn());
            assertThat(desk.ended(first).get("state").asString()).isEqualTo("DONE");
        }
    }

    /** History comes under QNs of its own, as in HJ 212-2017 C.21; what the log has already counts too. */
    @Test
    void historyIsReceivedWithItsAnswersAndWhatWasThereAlreadyEndsItToo() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-HIST", "2017")) {
            byte[] hour = hour("CMD-HIST", "20261124080000", "20261124100501001");
            logger.send(hour);
            assertThat(logger.answers(1, SOON)).hasSize(1);
            long id = desk.ask("CMD-HIST", """
                    {"command": "HOUR_HISTORY", "parameters":
                        {"BeginTime": "2026-11-24T08:00:00+08:00", "EndTime": "2026-11-24T01:00:00Z"}}""");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cp()).isEqualTo("BeginTime=20261124080000;EndTime=20261124090000");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            logger.send(
                    hour("CMD-HIST", "20261124080000", "20261125000000001"),
                    hour("CMD-HIST", "20261124090000", "20261125000000002"));
            assertThat(logger.answers(2, SOON)).extracting(Packet::cn).containsExactly("9014", "9014");
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));
            JsonNode done = desk.ended(id);
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("packets").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aCommandThatLostItsConnectionGoesOnWithTheNewestOne() throws Exception {
        long id;
        Packet lost;
        try (LoggerClient logger = loggers.connected("CMD-BACK", "2017")) {
            id = desk.ask("CMD-BACK", "{\"command\": \"GET_CLOCK\"}");
            lost = logger.answers(1, SOON).get(0);
        }
        try (LoggerClient again = loggers.heard("CMD-BACK", 2)) {
            Packet request = again.answers(1, SOON).get(0);
            assertThat(request.qn()).isEqualTo(lost.qn());
            again.send(Replies.requestAnswer(request, Edition.E2017, 1));
            again.send(Replies.executionAnswer(request, Edition.E2017, 1));
            assertThat(desk.ended(id).get("state").asString()).isEqualTo("DONE");
        }
    }

    @Test
    void aLoggerThatStaysAwayEndsItsCommandAsDisconnected() throws Exception {
        long id;
        try (LoggerClient logger = loggers.connected("CMD-GONE", "2017")) {
            id = desk.ask("CMD-GONE", "{\"command\": \"GET_CLOCK\"}");
            logger.answers(1, SOON);
        }
        assertThat(desk.ended(id).get("state").asString()).isEqualTo("DISCONNECTED");
        TestHttp.Answer refused = desk.post("CMD-GONE", "{\"command\": \"GET_CLOCK\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString()).contains("CMD-GONE").contains("not connected");
    }

    /** Nobody waits for its replies any more; whether it was carried out is for a person to find out. */
    @Test
    void aRestartEndsWhatWasUnderWay() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-RESTART", "2017")) {
            long id = desk.ask("CMD-RESTART", "{\"command\": \"GET_CLOCK\"}");
            logger.answers(1, SOON);
            await().atMost(SOON).until(() -> desk.state(id).equals("SENT"));
            jdbc.sql("insert into logger_command (point_id, mn, command, edition, parameters, state, requested_by,"
                            + " requested_at) select point_id, mn, command, edition, parameters, 'ACCEPTED', 'x', now()"
                            + " from logger_command where id = :id")
                    .param("id", id)
                    .update();
            long left = jdbc.sql("select max(id) from logger_command")
                    .query(Long.class)
                    .single();
            desk.ended(id);
            journal.stop();
            journal.start();
            assertThat(desk.state(left)).isEqualTo("RESTARTED");
            assertThat(CommandDesk.kinds(desk.command(left))).containsExactly("RESTARTED");
            assertThat(desk.state(id)).isNotEqualTo("RESTARTED");
        }
    }

    private static byte[] answer(Packet request, String cp) {
        return Encoder.frame(
                Packet.of(request.qn(), request.st(), request.cn(), request.pw(), request.mn(), 4, cp), Edition.E2017);
    }

    private static byte[] hour(String mn, String dataTime, String qn) {
        return Encoder.frame("QN=" + qn + ";ST=32;CN=2061;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + dataTime
                + ";w01018-Avg=12.0,w01018-Flag=N&&");
    }
}
