package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.NewPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.registry.SupervisionClass;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
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
class LoggerCommandsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    AccessServer server;

    @Autowired
    PacketLog log;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Points points;

    @Autowired
    CommandJournal journal;

    @Autowired
    JdbcClient jdbc;

    private TestHttp admin;
    private long enterprise;

    @BeforeEach
    void signIn() {
        admin = TestHttp.admin(port);
        enterprise = enterprises
                .register(new NewEnterprise("厂", "红塔区", SupervisionClass.KEY, null, null, null, null, null))
                .id();
    }

    @Test
    void theClockIsReadAndEveryStepIsOnRecord() throws Exception {
        try (LoggerClient logger = connected("CMD-CLOCK", "2017")) {
            long before = log.head();
            long id = ask("CMD-CLOCK", "{\"command\": \"GET_CLOCK\", \"reason\": \"drift\"}");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cn()).isEqualTo("1011");
            assertThat(request.st()).isEqualTo("32");
            assertThat(request.flag()).isEqualTo(5);
            assertThat(request.pw()).as("that of the logger's own packets").isEqualTo("123456");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            logger.send(answer(request, "SystemTime=20261125080000"));
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));

            JsonNode done = ended(id);
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("stateZh").asString()).isEqualTo("完成");
            assertThat(done.get("qn").asString()).isEqualTo(request.qn());
            assertThat(done.get("requestedBy").asString()).isEqualTo("admin");
            assertThat(kinds(done)).containsExactly("SENT", "ACCEPTED", "DATA", "DONE");
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
        try (LoggerClient logger = connected("CMD-2005", "2005")) {
            long id = ask("CMD-2005", "{\"command\": \"SET_CLOCK\"}");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cn()).isEqualTo("1012");
            assertThat(request.flag()).isEqualTo(1);
            assertThat(request.cp()).matches("SystemTime=\\d{14}");
            logger.send(
                    Encoder.frame("ST=91;CN=9011;PW=123456;MN=CMD-2005;Flag=0;CP=&&QN=" + request.qn() + ";QnRtn=1&&"));
            logger.send(Encoder.frame("ST=91;CN=9012;PW=123456;MN=CMD-2005;CP=&&QN=" + request.qn() + ";ExeRtn=1&&"));
            assertThat(ended(id).get("state").asString()).isEqualTo("DONE");
        }
    }

    @Test
    void aRefusalIsShownWithItsCodeInWords() throws Exception {
        try (LoggerClient logger = connected("CMD-REFUSE", "2017")) {
            long id = ask(
                    "CMD-REFUSE", "{\"command\": \"SET_REALTIME_INTERVAL\", \"parameters\": {\"rtdInterval\": 60}}");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cp()).isEqualTo("RtdInterval=60");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 3));
            JsonNode refused = ended(id);
            assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
            assertThat(refused.at("/steps/1/code").asInt()).isEqualTo(3);
            assertThat(refused.at("/steps/1/codeZh").asString()).isEqualTo("PW错误");
        }
    }

    /** A re-send keeps its QN, or the logger would carry the command out twice (HJ 212-2017 6.3). */
    @Test
    void withoutReplyItIsSentAgainUnderTheSameQnAndThenGivenUp() throws Exception {
        try (LoggerClient logger = connected("CMD-DUMB", "2017")) {
            long id = ask("CMD-DUMB", "{\"command\": \"GET_REALTIME_INTERVAL\"}");
            List<Packet> requests = logger.answers(3, SOON);
            assertThat(requests)
                    .extracting(Packet::qn)
                    .hasSize(3)
                    .containsOnly(requests.get(0).qn());
            JsonNode given = ended(id);
            assertThat(given.get("state").asString()).isEqualTo("TIMED_OUT");
            assertThat(kinds(given)).containsExactly("SENT", "SENT_AGAIN", "SENT_AGAIN", "NO_REPLY");
        }
    }

    @Test
    void aSecondCommandWaitsForTheFirstAndTooManyAreRefused() throws Exception {
        try (LoggerClient logger = connected("CMD-QUEUE", "2017")) {
            long first = ask("CMD-QUEUE", "{\"command\": \"GET_CLOCK\"}");
            Packet request = logger.answers(1, SOON).get(0);
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            long second = ask("CMD-QUEUE", "{\"command\": \"GET_REALTIME_INTERVAL\"}");
            ask("CMD-QUEUE", "{\"command\": \"GET_CLOCK\"}");
            assertThat(post("CMD-QUEUE", "{\"command\": \"GET_CLOCK\"}").status())
                    .isEqualTo(409);
            assertThat(state(second)).isEqualTo("QUEUED");
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));
            Packet next = logger.answers(1, SOON).get(0);
            assertThat(next.cn()).isEqualTo("1061");
            assertThat(next.qn()).isGreaterThan(request.qn());
            assertThat(ended(first).get("state").asString()).isEqualTo("DONE");
        }
    }

    /** History comes under QNs of its own, as in HJ 212-2017 C.21; what the log has already counts too. */
    @Test
    void historyIsReceivedWithItsAnswersAndWhatWasThereAlreadyEndsItToo() throws Exception {
        try (LoggerClient logger = connected("CMD-HIST", "2017")) {
            byte[] hour = hour("CMD-HIST", "20261124080000", "20261124100501001");
            logger.send(hour);
            assertThat(logger.answers(1, SOON)).hasSize(1);
            long id = ask("CMD-HIST", """
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
            JsonNode done = ended(id);
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("packets").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aCommandThatLostItsConnectionGoesOnWithTheNewestOne() throws Exception {
        long id;
        Packet lost;
        try (LoggerClient logger = connected("CMD-BACK", "2017")) {
            id = ask("CMD-BACK", "{\"command\": \"GET_CLOCK\"}");
            lost = logger.answers(1, SOON).get(0);
        }
        try (LoggerClient again = heard("CMD-BACK", 2)) {
            Packet request = again.answers(1, SOON).get(0);
            assertThat(request.qn()).isEqualTo(lost.qn());
            again.send(Replies.requestAnswer(request, Edition.E2017, 1));
            again.send(Replies.executionAnswer(request, Edition.E2017, 1));
            assertThat(ended(id).get("state").asString()).isEqualTo("DONE");
        }
    }

    @Test
    void aLoggerThatStaysAwayEndsItsCommandAsDisconnected() throws Exception {
        long id;
        try (LoggerClient logger = connected("CMD-GONE", "2017")) {
            id = ask("CMD-GONE", "{\"command\": \"GET_CLOCK\"}");
            logger.answers(1, SOON);
        }
        assertThat(ended(id).get("state").asString()).isEqualTo("DISCONNECTED");
        TestHttp.Answer refused = post("CMD-GONE", "{\"command\": \"GET_CLOCK\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString()).contains("CMD-GONE").contains("not connected");
    }

    @Test
    void whatTheEditionOrTheCommandDoesNotKnowIsRefusedAtOnceAndByName() throws Exception {
        try (LoggerClient logger = connected("CMD-WRONG", "2017")) {
            assertRefused("{\"command\": \"NO_SUCH\"}", "NO_SUCH");
            assertRefused("{\"command\": \"SET_KEY\"}", "2025");
            assertRefused("{\"command\": \"HOUR_HISTORY\"}", "BeginTime");
            assertRefused("{\"command\": \"GET_ALARM_LIMITS\", \"parameters\": {\"PolId\": \"101\"}}", "2017");
            assertRefused("{\"command\": \"GET_CLOCK\", \"parameters\": {\"Colour\": \"red\"}}", "Colour");
            assertRefused("{\"command\": \"SET_REALTIME_INTERVAL\", \"parameters\": {\"RtdInterval\": 3}}", "30");
            assertRefused(
                    "{\"command\": \"GET_CLOCK\", \"parameters\": {\"PolId\": \"w01018&&0000\"}}", "cannot be sent");
            assertThat(logger.answers(1, Duration.ofMillis(300))).isEmpty();
        }
    }

    /** A calibration at the wrong moment spoils an hour's data: two people have to want it. */
    @Test
    void aControlCommandWaitsForAnotherPersonWhereThereIsOne() throws Exception {
        try (LoggerClient logger = connected("CMD-CONTROL", "2017")) {
            String calibrate = "{\"command\": \"CALIBRATE\", \"parameters\": {\"PolId\": \"w01018\"}}";
            long alone = ask("CMD-CONTROL", calibrate);
            assertThat(state(alone)).isEqualTo("AWAITS_CONFIRMATION");
            assertThat(logger.answers(1, Duration.ofMillis(300))).isEmpty();
            assertThat(admin.post("/api/commands/" + alone + "/confirm", "").status())
                    .as("nobody else may")
                    .isEqualTo(202);
            assertThat(logger.answers(1, SOON)).extracting(Packet::cn).containsExactly("3011");

            jdbc.sql("""
                    insert into account (name, display_name, password_hash)
                    select 'second', 'Second', password_hash from account where name = 'admin'""").update();
            jdbc.sql("insert into account_role select id, 'ADMINISTRATOR' from account where name = 'second'")
                    .update();
            try {
                long two = ask("CMD-CONTROL", calibrate);
                assertThat(admin.post("/api/commands/" + two + "/confirm", "").status())
                        .isEqualTo(403);
                TestHttp second = TestHttp.basic(port, "second", TestDatabase.ADMIN_PASSWORD);
                TestHttp.Answer confirmed = second.post("/api/commands/" + two + "/confirm", "");
                assertThat(confirmed.status()).isEqualTo(202);
                assertThat(confirmed.json().get("confirmedBy").asString()).isEqualTo("second");
                assertThat(second.post("/api/commands/" + two + "/confirm", "").status())
                        .isEqualTo(409);
                long three = ask("CMD-CONTROL", calibrate);
                assertThat(admin.post("/api/commands/" + three + "/withdraw", "")
                                .json()
                                .get("state")
                                .asString())
                        .isEqualTo("WITHDRAWN");
            } finally {
                jdbc.sql("update account set enabled = false where name = 'second'")
                        .update();
            }
        }
    }

    /** The dialogue itself runs under the old password (HJ 212-2017 C.9); from then on the logger uses the new one. */
    @Test
    void aNewPasswordIsSentButNotShownAndThenIsTheRegisteredOne() throws Exception {
        try (LoggerClient logger = connected("CMD-SECRET", "2017")) {
            admin.send("PUT", "/api/points/CMD-SECRET/door", "{\"password\": \"oldone\"}");
            long id = ask("CMD-SECRET", "{\"command\": \"SET_PASSWORD\", \"parameters\": {\"NewPW\": \"654321\"}}");
            admin.post("/api/commands/" + id + "/confirm", "");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cp()).isEqualTo("NewPW=654321");
            assertThat(request.pw()).isEqualTo("oldone");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));
            assertThat(ended(id).get("state").asString()).isEqualTo("DONE");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    jdbc.sql("select logger_password from monitoring_point where mn = 'CMD-SECRET'")
                                            .query(String.class)
                                            .single())
                            .isEqualTo("654321"));
            assertThat(admin.get("/api/commands/" + id).body())
                    .contains("******")
                    .doesNotContain("654321");
            assertThat(admin.get("/api/audit?subject=command:" + id).body()).doesNotContain("654321");
        }
    }

    @Test
    void commandsLieInTheDataScopeAndNeedThePermission() throws Exception {
        try (LoggerClient logger = connected("CMD-SCOPE", "2017")) {
            long id = ask("CMD-SCOPE", "{\"command\": \"GET_CLOCK\"}");
            jdbc.sql("""
                    insert into account (name, display_name, password_hash, scope_counties)
                    select 'elsewhere', 'Elsewhere', password_hash, array['澄江市'] from account where name = 'admin'""").update();
            TestHttp elsewhere = TestHttp.basic(port, "elsewhere", TestDatabase.ADMIN_PASSWORD);
            assertThat(elsewhere.get("/api/commands/" + id).status()).isEqualTo(404);
            assertThat(elsewhere.get("/api/points/CMD-SCOPE/commands").status()).isEqualTo(404);
            assertThat(elsewhere
                            .post("/api/points/CMD-SCOPE/commands", "{\"command\": \"GET_CLOCK\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(admin.get("/api/points/CMD-SCOPE/commands")
                            .json()
                            .get(0)
                            .get("id")
                            .asLong())
                    .isEqualTo(id);
        }
    }

    /** Nobody waits for its replies any more; whether it was carried out is for a person to find out. */
    @Test
    void aRestartEndsWhatWasUnderWay() throws Exception {
        try (LoggerClient logger = connected("CMD-RESTART", "2017")) {
            long id = ask("CMD-RESTART", "{\"command\": \"GET_CLOCK\"}");
            logger.answers(1, SOON);
            await().atMost(SOON).until(() -> state(id).equals("SENT"));
            jdbc.sql("insert into logger_command (point_id, mn, command, edition, parameters, state, requested_by,"
                            + " requested_at) select point_id, mn, command, edition, parameters, 'ACCEPTED', 'x', now()"
                            + " from logger_command where id = :id")
                    .param("id", id)
                    .update();
            long left = jdbc.sql("select max(id) from logger_command")
                    .query(Long.class)
                    .single();
            ended(id);
            journal.stop();
            journal.start();
            assertThat(state(left)).isEqualTo("RESTARTED");
            assertThat(kinds(command(left))).containsExactly("RESTARTED");
            assertThat(state(id)).isNotEqualTo("RESTARTED");
        }
    }

    private void assertRefused(String body, String naming) {
        TestHttp.Answer answer = post("CMD-WRONG", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).as(body).contains(naming);
    }

    private LoggerClient connected(String mn, String edition) throws Exception {
        points.register(new NewPoint(mn, enterprise, "总排口", Medium.WATER, edition));
        return heard(mn, 1);
    }

    private LoggerClient heard(String mn, int number) throws Exception {
        LoggerClient logger = new LoggerClient(server.port());
        logger.send(LoggerClient.realtime(mn, Instant.now(), number));
        assertThat(logger.answers(1, SOON)).hasSize(1);
        return logger;
    }

    private TestHttp.Answer post(String mn, String body) {
        return admin.post("/api/points/" + mn + "/commands", body);
    }

    private long ask(String mn, String body) {
        TestHttp.Answer answer = post(mn, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().get("id").asLong();
    }

    private JsonNode command(long id) {
        return admin.get("/api/commands/" + id).json();
    }

    private String state(long id) {
        return command(id).get("state").asString();
    }

    private JsonNode ended(long id) {
        await().atMost(SOON).until(() -> !command(id).get("endedAt").isNull());
        return command(id);
    }

    private static List<String> kinds(JsonNode command) {
        return command.get("steps")
                .valueStream()
                .map(step -> step.get("kind").asString())
                .toList();
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
