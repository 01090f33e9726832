package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.Sm4;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import io.yuanqing.hj212.CipherForm;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** A logger of the edition 2025 that encrypts, from its socket to what people read (HJ 212-2025 clause 6.4). */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class EncryptedLoggerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NOTHING_COMES = Duration.ofMillis(400);
    private static final String OLD = "0000000000000000";
    private static final String NEW = "k7Qm2xWp9ZtR4vLs";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    AccessServer server;

    @Autowired
    JdbcTemplate sql;

    @LocalServerPort
    int port;

    private TestHttp admin;

    @BeforeEach
    void signIn() {
        admin = TestHttp.admin(port);
    }

    @Test
    void withItsKeyOnRecordItIsAnsweredAndItsReadingsAppear() throws Exception {
        register("CIPHER-1");
        assertThat(setKey("CIPHER-1", OLD).status()).isEqualTo(200);
        byte[] raw = hour("CIPHER-1", 1, "41.0", OLD, CipherForm.RAW);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(raw, hour("CIPHER-1", 2, "42.0", OLD, CipherForm.BRACES), raw);
            assertThat(logger.answers(3, SOON)).extracting(Packet::cn).containsExactly("9014", "9014", "9014");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(readings("CIPHER-1")).contains("\"avg\":41.0", "\"avg\":42.0"));

        JsonNode packets = admin.get("/api/points/CIPHER-1/packets").json();
        assertThat(packets).hasSize(2); // the third was a duplicate
        assertThat(Base64.getDecoder().decode(packets.get(0).get("rawBase64").asString()))
                .as("the log keeps what came")
                .isEqualTo(raw);
        assertThat(packets.get(0).get("problems").intValue()).isZero();
        JsonNode explained =
                admin.get("/api/packets/" + packets.get(0).get("id").asLong()).json();
        assertThat(explained.get("ok").booleanValue()).isTrue();
        assertThat(explained.get("decrypted").booleanValue()).isTrue();
        assertThat(explained.get("parts").toString()).contains("a21026-Avg");
        assertThat(new String(
                        Base64.getDecoder().decode(explained.get("plainBase64").asString())))
                .contains("a21026-Avg=41.0");
    }

    /** Not answered, so it keeps the data and sends them again: nothing is lost until somebody has entered the key. */
    @Test
    void withoutItsKeyItIsInQuarantineUnansweredUntilTheKeyIsEntered() throws Exception {
        register("CIPHER-2");
        byte[] frame = hour("CIPHER-2", 1, "41.0", OLD, CipherForm.RAW);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(frame);
            assertThat(logger.answers(1, NOTHING_COMES)).isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(quarantine("CIPHER-2")).hasSize(1));
            JsonNode kept = quarantine("CIPHER-2").get(0);
            assertThat(kept.get("reason").asString()).isEqualTo("ENCRYPTED");
            JsonNode detail =
                    admin.get("/api/quarantine/" + kept.get("id").asLong()).json();
            assertThat(detail.get("frame").get("problems").get(0).get("code").asString())
                    .isEqualTo("ENCRYPTED");

            setKey("CIPHER-2", NEW);
            logger.send(frame);
            assertThat(logger.answers(1, NOTHING_COMES)).isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(quarantine("CIPHER-2")).hasSize(2));
            assertThat(quarantine("CIPHER-2").get(0).get("reason").asString()).isEqualTo("KEY_WRONG");

            setKey("CIPHER-2", OLD);
            logger.send(frame);
            assertThat(logger.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(readings("CIPHER-2")).contains("\"avg\":41.0"));
        assertThat(admin.get("/api/quarantine/"
                                + quarantine("CIPHER-2").get(0).get("id").asLong())
                        .json()
                        .get("frame")
                        .get("decrypted")
                        .booleanValue())
                .isTrue();
    }

    /** Clause 6.4.3: while the key is being changed both are valid, and the packets of the old one stay readable. */
    @Test
    void anOldKeyAndItsSuccessorBothOpen() throws Exception {
        register("CIPHER-3");
        setKey("CIPHER-3", OLD);
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(hour("CIPHER-3", 1, "1.0", OLD, CipherForm.RAW));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            setKey("CIPHER-3", NEW);
            logger.send(
                    hour("CIPHER-3", 2, "2.0", OLD, CipherForm.RAW), hour("CIPHER-3", 3, "3.0", NEW, CipherForm.RAW));
            assertThat(logger.answers(2, SOON)).hasSize(2);
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(readings("CIPHER-3")).contains("\"avg\":1.0", "\"avg\":2.0", "\"avg\":3.0"));
    }

    @Test
    void aKeyGoesInAndNeverComesOut() {
        register("CIPHER-4");
        Answer before = admin.get("/api/points/CIPHER-4/device");
        assertThat(before.json().get("keySet").booleanValue()).isFalse();
        assertThat(before.json().get("crcPolicy").asString()).isEqualTo("STRICT");

        Answer set = admin.send(
                "PUT",
                "/api/points/cipher-4/device",
                "{\"hj212Key\": \"" + NEW + "\", \"crcPolicy\": \"ACCEPT_MODBUS\"}");
        Answer after = admin.get("/api/points/CIPHER-4/device");
        assertThat(after.json()).isEqualTo(set.json());
        assertThat(after.json().get("keySet").booleanValue()).isTrue();
        assertThat(after.json().get("crcPolicy").asString()).isEqualTo("ACCEPT_MODBUS");
        JsonNode key = after.json().get("keys").get(0);
        assertThat(Instant.parse(key.get("createdAt").asString().replace("+08:00", "Z")))
                .isNotNull();
        assertThat(key.get("readable").booleanValue()).isTrue();

        assertThat(after.body()).doesNotContain(NEW);
        String trail = admin.get("/api/audit").body();
        assertThat(trail).contains("LOGGER_DEVICE_CHANGED", "logger:CIPHER-4").doesNotContain(NEW);
        byte[] sealed = sql.queryForObject("select sealed from logger_key where mn = 'CIPHER-4'", byte[].class);
        assertThat(HexFormat.of().formatHex(sealed))
                .doesNotContain(HexFormat.of().formatHex(NEW.getBytes()));
    }

    /** A key that was sealed for one logger is no key of another, even if somebody copies the row. */
    @Test
    void aSealedKeyIsBoundToItsLogger() {
        register("CIPHER-5");
        register("CIPHER-6");
        setKey("CIPHER-5", OLD);
        sql.update("insert into logger_key (mn, created_at, sealed)"
                + " select 'CIPHER-6', created_at, sealed from logger_key where mn = 'CIPHER-5'");
        JsonNode device = admin.get("/api/points/CIPHER-6/device").json();
        assertThat(device.get("keys").get(0).get("readable").booleanValue()).isFalse();
    }

    @Test
    void aRefusalNamesTheRuleAndNotTheKey() {
        register("CIPHER-7");
        for (String bad : new String[] {"short", "17-characters-xxx", "with a blank in ", "四个汉字不是密钥这里共有十六个字符"}) {
            Answer answer = setKey("CIPHER-7", bad);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("hj212Key", "16 printable").doesNotContain(bad);
        }
        assertThat(setKey("CIPHER-7", OLD).status()).isEqualTo(200);
        assertThat(setKey("CIPHER-7", OLD).body()).contains("in force already").doesNotContain(OLD);
        assertThat(admin.send("PUT", "/api/points/CIPHER-7/device", "{}").status())
                .isEqualTo(400);
        assertThat(setKey("NO-SUCH-MN", OLD).status()).isEqualTo(404);
        assertThat(TestHttp.nobody(port).get("/api/points/CIPHER-7/device").status())
                .isEqualTo(401);
    }

    private void register(String mn) {
        long enterprise = admin.post("/api/enterprises", """
                {"name": "水泥厂", "county": "易门县", "supervisionClass": "KEY"}""").json().get("id").asLong();
        Answer answer = admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": %d, "name": "窑尾", "medium": "GAS", "edition": "2025"}
                """.formatted(mn, enterprise));
        assertThat(answer.status()).isEqualTo(201);
    }

    private Answer setKey(String mn, String key) {
        return admin.send("PUT", "/api/points/" + mn + "/device", "{\"hj212Key\": \"" + key + "\"}");
    }

    private JsonNode quarantine(String mn) {
        return admin.get("/api/quarantine?mn=" + mn).json();
    }

    private String readings(String mn) {
        return admin.get("/api/points/" + mn + "/readings?kind=hour&from="
                        + Instant.now().minus(1, ChronoUnit.DAYS) + "&to=" + Instant.now())
                .body();
    }

    /** An hour's data of so many hours ago. */
    private static byte[] hour(String mn, int hoursAgo, String avg, String key, CipherForm form) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(hoursAgo, ChronoUnit.HOURS);
        String cp =
                "DataTime=" + STAMP.format(hour) + ";a21026-Avg=" + avg + ",a21026-Flag=N;a34013-Avg=2.5,a34013-Flag=N";
        Packet packet = Packet.of(STAMP.format(hour) + "000", "31", "2061", "123456", mn, 9, cp);
        return Encoder.frame(packet, Edition.E2025, Sm4.of(key), form);
    }
}
