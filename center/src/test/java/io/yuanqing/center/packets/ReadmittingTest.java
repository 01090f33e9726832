package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** What was refused can become data by a person's decision: once, with its reason, and without a hole in the counting. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ReadmittingTest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    PacketLog log;

    @Autowired
    JdbcTemplate sql;

    @LocalServerPort
    int port;

    private TestHttp http;

    @BeforeEach
    void signIn() {
        http = TestHttp.admin(port);
    }

    @Test
    void aFrameWithAWrongCrcIsTakenAsItIsAndTheOriginalStays() throws Exception {
        byte[] damaged = frame("READMIT-1", Instant.now().minusSeconds(3), "7.5");
        damaged[damaged.length - 3] ^= 1; // the last digit of its CRC
        long id = quarantined(damaged, "READMIT-1");
        TestHttp.Answer asItIs = readmit(id, "{\"reason\":\"looks fine\"}");
        assertThat(asItIs.status()).isEqualTo(409);
        assertThat(asItIs.json().get("detail").asString()).contains("BAD_CRC", "acceptCheck");
        assertThat(readmit(id, "{\"acceptCheck\":true}").status()).isEqualTo(400); // no reason

        Counters before = log.counters();
        JsonNode done = readmit(id, "{\"acceptCheck\":true,\"reason\":\"line noise in the CRC\"}")
                .json();
        assertThat(done.get("fate").asString()).isEqualTo("STORED");
        StoredPacket stored = log.find(done.get("position").asLong()).orElseThrow();
        assertThat(stored.origin()).isEqualTo(Origin.READMITTED);
        assertThat(stored.mn()).isEqualTo("READMIT-1");
        assertThat(Decoder.decode(stored.frame()).ok()).isTrue();
        assertThat(text(stored.frame()).substring(6, stored.frame().length - 6))
                .isEqualTo(text(damaged).substring(6, damaged.length - 6));
        JsonNode kept = http.get("/api/quarantine/" + id).json().get("quarantined");
        assertThat(kept.get("raw").asString()).isEqualTo(text(damaged));
        assertThat(kept.at("/readmission/actor").asString()).isEqualTo("admin");
        assertThat(kept.at("/readmission/reason").asString()).isEqualTo("line noise in the CRC");
        assertThat(kept.at("/readmission/change").asString()).isEqualTo("length and CRC accepted");
        Counters after = log.counters();
        assertThat(after.received() - before.received()).isEqualTo(1);
        assertThat(after.stored() - before.stored()).isEqualTo(1);
        assertThat(after.quarantined()).isEqualTo(before.quarantined());
        assertThat(sql.queryForObject(
                        "select count(*) from audit_entry where act = 'FRAME_READMITTED' and subject = ?",
                        Long.class,
                        "quarantine:" + id))
                .isEqualTo(1);
    }

    @Test
    void aFrameIsTakenOnceHoweverOftenAndFromHowManySidesItIsAskedFor() throws Exception {
        byte[] future = frame("READMIT-2", Instant.now().plusSeconds(86_400), "1.0");
        long id = quarantined(future, "READMIT-2");
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(CompletableFuture.supplyAsync(
                    () -> readmit(id, "{\"acceptDataTime\":true,\"reason\":\"its clock is a day ahead\"}")
                            .status()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<Integer> call : calls) {
            statuses.add(call.get(60, TimeUnit.SECONDS));
        }
        assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409);
        assertThat(sql.queryForObject("select count(*) from packet where mn = 'READMIT-2'", Long.class))
                .isEqualTo(1);
        assertThat(sql.queryForObject(
                        "select count(*) from packet_readmission where quarantine_id = ?", Long.class, id))
                .isEqualTo(1);
        Counters counted = log.counters();
        assertThat(counted.received()).isEqualTo(counted.stored() + counted.duplicate() + counted.quarantined());
        assertThat(readmit(id, "{\"acceptDataTime\":true,\"reason\":\"again\"}").status())
                .isEqualTo(409);
    }

    @Test
    void aCorrectedFrameMayBeADuplicateOfWhatTheLogHolds() throws Exception {
        Instant time = Instant.now().minusSeconds(60);
        byte[] good = frame("READMIT-3", time, "2.0");
        assertThat(append(good)).isEqualTo(Fate.STORED);
        byte[] tooOld = frame("READMIT-3", Instant.parse("1970-01-02T00:00:00Z"), "2.0");
        long id = quarantined(tooOld, "READMIT-3");
        assertThat(readmit(id, "{\"acceptDataTime\":true,\"reason\":\"as is\"}").status())
                .isEqualTo(409); // keys of such data are gone
        String segment = text(good).substring(6, good.length - 6);
        JsonNode done = readmit(id, "{\"frame\":\"" + segment + "\",\"reason\":\"its clock had fallen back\"}")
                .json();
        assertThat(done.get("fate").asString()).isEqualTo("DUPLICATE");
        assertThat(done.get("position").isNull()).isTrue();
        assertThat(readmit(999_999, "{\"reason\":\"nothing\"}").status()).isEqualTo(404);
    }

    private TestHttp.Answer readmit(long id, String body) {
        return http.post("/api/quarantine/" + id + "/readmit", body);
    }

    private long quarantined(byte[] frame, String mn) throws Exception {
        assertThat(append(frame)).isEqualTo(Fate.QUARANTINED);
        return sql.queryForObject("select max(id) from quarantine where mn = ?", Long.class, mn);
    }

    private Fate append(byte[] frame) throws Exception {
        return log.append(List.of(new Arrival(Instant.now(), "192.0.2.1", Decoder.decode(frame), Origin.LIVE)))
                .get(20, TimeUnit.SECONDS)
                .get(0);
    }

    private static byte[] frame(String mn, Instant time, String value) {
        return Encoder.frame("QN=20261120000000000;ST=32;CN=2011;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime="
                + STAMP.format(time) + ";w01018-Rtd=" + value + "&&");
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.US_ASCII);
    }
}
