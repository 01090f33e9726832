package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** A logger that counts the CRC into its length (HJ 212-2017 clause 6.3.1, table 2), from its socket to its readings. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class CountingLoggerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NOTHING_COMES = Duration.ofMillis(400);
    private static final String MN = "COUNTS-1";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    AccessServer server;

    @LocalServerPort
    int port;

    private TestHttp admin;

    @BeforeEach
    void signIn() {
        admin = TestHttp.admin(port);
    }

    /** Refused, its data stay in the quarantine and the logger unanswered, until somebody decides that its CRC is enough. */
    @Test
    void itsDataCountOnceItsLengthIsAcceptedByItsCrc() throws Exception {
        register();
        byte[] frame = hour();
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(frame);
            assertThat(logger.answers(1, NOTHING_COMES)).isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    admin.get("/api/quarantine?mn=" + MN).json().toString())
                            .contains("BAD_LENGTH"));

            Answer set = put("{\"lengthPolicy\": \"ACCEPT_IF_CRC_FITS\"}");
            assertThat(set.status()).isEqualTo(200);
            logger.send(frame);
            assertThat(logger.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(admin.get("/api/points/" + MN + "/readings?kind=hour&factor=w01018")
                                .body())
                        .contains("\"avg\":41.0"));
        JsonNode packets = admin.get("/api/points/" + MN + "/packets").json();
        assertThat(packets).hasSize(1);
        assertThat(packets.get(0).get("raw").asString())
                .as("the log keeps what came")
                .isEqualTo(new String(frame, StandardCharsets.US_ASCII));
        String explained =
                admin.get("/api/packets/" + packets.get(0).get("id").asLong()).body();
        assertThat(explained).contains("\"ok\":true", "LENGTH_ACCEPTED");

        JsonNode device = put("{\"crcPolicy\": \"ACCEPT_MODBUS\"}").json();
        assertThat(device.get("lengthPolicy").asString())
                .as("what is not named stays")
                .isEqualTo("ACCEPT_IF_CRC_FITS");
        assertThat(admin.get("/api/points/" + MN + "/device").json()).isEqualTo(device);
        assertThat(admin.get("/api/audit").body()).contains("logger:" + MN, "ACCEPT_IF_CRC_FITS");
        Answer refused = put("{\"lengthPolicy\": \"ANY\"}");
        assertThat(refused.status()).isEqualTo(400);
    }

    private Answer put(String device) {
        return admin.send("PUT", "/api/points/" + MN + "/device", device);
    }

    private void register() {
        long enterprise = admin.post("/api/enterprises", """
                {"name": "水务公司", "county": "易门县", "supervisionClass": "KEY"}""").json().get("id").asLong();
        Answer answer = admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": %d, "name": "总排口", "medium": "WATER", "edition": "2017"}
                """.formatted(MN, enterprise));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static byte[] hour() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
        byte[] frame =
                Encoder.frame("QN=" + STAMP.format(hour.plus(1, ChronoUnit.HOURS)) + "000;ST=32;CN=2061;PW=123456;"
                        + "MN=" + MN + ";Flag=5;CP=&&DataTime=" + STAMP.format(hour)
                        + ";w01018-Avg=41.0,w01018-Flag=N&&");
        byte[] counted = "%04d".formatted(frame.length - 12 + 4).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(counted, 0, frame, 2, 4);
        return frame;
    }
}
