package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Who may send which commands, with whose consent, and what is refused before anything is sent. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.access.commands.reply=2s")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Loggers.class)
class CommandRulesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    Loggers loggers;

    @Autowired
    JdbcClient jdbc;

    private TestHttp admin;
    private CommandDesk desk;

    @BeforeEach
    void signIn() {
        admin = TestHttp.admin(port);
        desk = new CommandDesk(admin);
    }

    @Test
    void whatTheEditionOrTheCommandDoesNotKnowIsRefusedAtOnceAndByName() throws Exception {
        try (LoggerClient logger = loggers.connected("CMD-WRONG", "2017")) {
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
        try (LoggerClient logger = loggers.connected("CMD-CONTROL", "2017")) {
            String calibrate = "{\"command\": \"CALIBRATE\", \"parameters\": {\"PolId\": \"w01018\"}}";
            long alone = desk.ask("CMD-CONTROL", calibrate);
            assertThat(desk.state(alone)).isEqualTo("AWAITS_CONFIRMATION");
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
                long two = desk.ask("CMD-CONTROL", calibrate);
                assertThat(admin.post("/api/commands/" + two + "/confirm", "").status())
                        .isEqualTo(403);
                TestHttp second = TestHttp.basic(port, "second", TestDatabase.ADMIN_PASSWORD);
                TestHttp.Answer confirmed = second.post("/api/commands/" + two + "/confirm", "");
                assertThat(confirmed.status()).isEqualTo(202);
                assertThat(confirmed.json().get("confirmedBy").asString()).isEqualTo("second");
                assertThat(second.post("/api/commands/" + two + "/confirm", "").status())
                        .isEqualTo(409);
                long three = desk.ask("CMD-CONTROL", calibrate);
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
        try (LoggerClient logger = loggers.connected("CMD-SECRET", "2017")) {
            admin.send("PUT", "/api/points/CMD-SECRET/door", "{\"password\": \"oldone\"}");
            long id =
                    desk.ask("CMD-SECRET", "{\"command\": \"SET_PASSWORD\", \"parameters\": {\"NewPW\": \"654321\"}}");
            admin.post("/api/commands/" + id + "/confirm", "");
            Packet request = logger.answers(1, SOON).get(0);
            assertThat(request.cp()).isEqualTo("NewPW=654321");
            assertThat(request.pw()).isEqualTo("oldone");
            logger.send(Replies.requestAnswer(request, Edition.E2017, 1));
            logger.send(Replies.executionAnswer(request, Edition.E2017, 1));
            assertThat(desk.ended(id).get("state").asString()).isEqualTo("DONE");
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
        try (LoggerClient logger = loggers.connected("CMD-SCOPE", "2017")) {
            long id = desk.ask("CMD-SCOPE", "{\"command\": \"GET_CLOCK\"}");
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

    private void assertRefused(String body, String naming) {
        TestHttp.Answer answer = desk.post("CMD-WRONG", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).as(body).contains(naming);
    }
}
