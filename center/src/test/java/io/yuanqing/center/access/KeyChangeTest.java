package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.Sm4;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.hj212.CipherForm;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.LengthPolicy;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.hj212.command.SetKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** A logger's key is changed through its own connection (CN 1014, HJ 212-2025 clause 6.4.3, C.8). */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class KeyChangeTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NOTHING_COMES = Duration.ofMillis(400);
    private static final String OLD = "h3Jq8Zt5Lw1Ns6Xe";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    AccessServer server;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestHttp admin;
    private TestHttp second;

    @BeforeEach
    void twoPersons() {
        admin = TestHttp.admin(port);
        second = TestHttp.basic(port, "second", TestDatabase.ADMIN_PASSWORD);
        if (jdbc.sql("select count(*) from account where name = 'second'")
                        .query(Long.class)
                        .single()
                == 0) {
            jdbc.sql("""
                    insert into account (name, display_name, password_hash)
                    select 'second', 'Second', password_hash from account where name = 'admin'""").update();
            jdbc.sql("insert into account_role (account_id, role)"
                            + " select id, 'REVIEWER' from account where name = 'second'")
                    .update();
        }
    }

    /** While it changes, frames under either key are data; with the first under the new one the old one ends. */
    @Test
    void bothKeysCountUntilTheLoggerHasUsedTheNewOne() throws Exception {
        register("KEY-1");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(hour("KEY-1", 1, OLD));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            long id = ask("KEY-1");
            assertThat(standing("KEY-1"))
                    .as("nothing is made before the second yes")
                    .containsExactly("VALID");
            assertThat(admin.post("/api/commands/" + id + "/confirm", null).status())
                    .as("the first person's second yes")
                    .isEqualTo(403);
            assertThat(second.post("/api/commands/" + id + "/confirm", null).status())
                    .isEqualTo(202);

            Packet setKey = opened(logger.frames(1, SOON).get(0), OLD);
            assertThat(setKey.cn()).isEqualTo("1014");
            SetKey order = SetKey.of(setKey);
            String fresh = order.newKey();
            assertThat(fresh).hasSize(Sm4.KEY_LENGTH).isNotEqualTo(OLD);
            assertThat(order.keyCreated()).isNotNull();
            assertThat(standing("KEY-1")).containsExactly("OFFERED", "VALID");

            logger.send(Replies.requestAnswer(setKey, Edition.E2025, 1));
            logger.send(hour("KEY-1", 2, OLD));
            assertThat(logger.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
            logger.send(Replies.executionAnswer(setKey, Edition.E2025, 1));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(standing("KEY-1")).containsExactly("TAKEN", "VALID"));
            logger.send(hour("KEY-1", 3, OLD));
            assertThat(logger.answers(1, SOON)).as("an old frame under way").hasSize(1);

            logger.send(hour("KEY-1", 4, fresh));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(standing("KEY-1")).containsExactly("VALID", "RETIRED"));
            logger.send(hour("KEY-1", 5, OLD));
            assertThat(logger.answers(1, NOTHING_COMES))
                    .as("under a key that has ended, nobody is believed")
                    .isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(admin.get("/api/quarantine?mn=KEY-1")
                                    .json()
                                    .get(0)
                                    .get("reason")
                                    .asString())
                            .isEqualTo("KEY_WRONG"));
            logger.send(hour("KEY-1", 6, fresh));
            assertThat(logger.answers(1, SOON)).hasSize(1);

            JsonNode done = admin.get("/api/commands/" + id).json();
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("confirmedBy").asString()).isEqualTo("second");
            JsonNode first = admin.get("/api/points/KEY-1/packets").json().get(0);
            assertThat(admin.get("/api/packets/" + first.get("id").asLong())
                            .json()
                            .get("decrypted")
                            .booleanValue())
                    .as("what came in the old key's time stays readable")
                    .isTrue();
            assertNowhere(fresh, id);
        }
    }

    /** The key is in the sealed column and nowhere else: whoever reads it there can speak for the logger. */
    private void assertNowhere(String key, long id) {
        assertThat(admin.get("/api/commands/" + id).body()).doesNotContain(key);
        assertThat(admin.get("/api/points/KEY-1/commands").body()).doesNotContain(key);
        assertThat(admin.get("/api/points/KEY-1/device").body()).doesNotContain(key);
        assertThat(admin.get("/api/audit?size=1000").body())
                .contains("LOGGER_KEY_OFFERED", "LOGGER_KEY_TAKEN", "LOGGER_KEY_USED")
                .doesNotContain(key);
        assertThat(jdbc.sql("select parameters::text from logger_command where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("{}");
    }

    @Test
    void aRefusedKeyIsDroppedAndTheOldOneGoesOn() throws Exception {
        register("KEY-2");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(hour("KEY-2", 1, OLD));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            long id = ask("KEY-2");
            assertThat(second.post("/api/commands/" + id + "/confirm", null).status())
                    .isEqualTo(202);
            Packet setKey = opened(logger.frames(1, SOON).get(0), OLD);
            logger.send(Replies.requestAnswer(setKey, Edition.E2025, 2));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(standing("KEY-2")).containsExactly("RETIRED", "VALID"));
            logger.send(hour("KEY-2", 2, OLD));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            logger.send(hour("KEY-2", 3, SetKey.of(setKey).newKey()));
            assertThat(logger.answers(1, NOTHING_COMES)).isEmpty();
        }
    }

    /** A lost 9012 leaves open which key it uses; the frame tells it, and what is open outlives a loss of memory. */
    @Test
    void aLoggerWhose9012WasLostIsUnderstoodAllTheSame() throws Exception {
        register("KEY-3");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(hour("KEY-3", 1, OLD));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            long id = ask("KEY-3");
            second.post("/api/commands/" + id + "/confirm", null);
            String fresh = SetKey.of(opened(logger.frames(1, SOON).get(0), OLD)).newKey();
            logger.send(hour("KEY-3", 2, fresh));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(standing("KEY-3")).containsExactly("VALID", "RETIRED"));
        }
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() throws Exception {
        register("KEY-4");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(hour("KEY-4", 1, OLD));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            TestHttp.Answer byHand = admin.post(
                    "/api/points/KEY-4/commands",
                    "{\"command\": \"SET_KEY\", \"parameters\": {\"NewSK\": \"0123456789abcdef\"}}");
            assertThat(byHand.status()).isEqualTo(400);
            assertThat(byHand.body()).contains("makes the key").doesNotContain("0123456789abcdef");
        }
        registerWithoutKey("KEY-5");
        TestHttp.Answer keyless = admin.post("/api/points/KEY-5/commands", "{\"command\": \"SET_KEY\"}");
        assertThat(keyless.status()).isEqualTo(409);
        assertThat(keyless.json().get("detail").asString()).contains("No readable key", "/device");
    }

    private long ask(String mn) {
        TestHttp.Answer answer =
                admin.post("/api/points/" + mn + "/commands", "{\"command\": \"SET_KEY\", \"reason\": \"90 days\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().get("state").asString()).isEqualTo("AWAITS_CONFIRMATION");
        return answer.json().get("id").asLong();
    }

    private List<String> standing(String mn) {
        return admin.get("/api/points/" + mn + "/device")
                .json()
                .get("keys")
                .valueStream()
                .map(key -> key.get("standing").asString())
                .toList();
    }

    private void register(String mn) {
        registerWithoutKey(mn);
        assertThat(admin.send("PUT", "/api/points/" + mn + "/device", "{\"hj212Key\": \"" + OLD + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private void registerWithoutKey(String mn) {
        long enterprise = admin.post("/api/enterprises", """
                {"name": "水泥厂", "county": "易门县", "supervisionClass": "KEY"}""").json().get("id").asLong();
        assertThat(admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": %d, "name": "窑尾", "medium": "GAS", "edition": "2025"}
                """.formatted(mn, enterprise)).status())
                .isEqualTo(201);
    }

    private static Packet opened(byte[] frame, String key) {
        assertThat(Decoder.decode(frame).encrypted())
                .as("a key never travels in plain text")
                .isTrue();
        Decoded decoded = Decoder.decode(
                frame,
                new Device(Edition.E2025, CrcPolicy.STRICT, LengthPolicy.STRICT, new Keys(List.of(Sm4.of(key)))));
        assertThat(decoded.ok()).isTrue();
        return decoded.packet();
    }

    /** An hour's data of so many hours ago. */
    private static byte[] hour(String mn, int hoursAgo, String key) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(hoursAgo, ChronoUnit.HOURS);
        String cp = "DataTime=" + STAMP.format(hour) + ";a21026-Avg=4" + hoursAgo + ".0,a21026-Flag=N";
        Packet packet = Packet.of(STAMP.format(hour) + "000", "31", "2061", "123456", mn, 9, cp);
        return Encoder.frame(packet, Edition.E2025, Sm4.of(key), CipherForm.RAW);
    }
}
