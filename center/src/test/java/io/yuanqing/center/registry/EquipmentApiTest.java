package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class EquipmentApiTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Contracts contracts;

    @Autowired
    Points points;

    ArchiveCity city;
    long enterprise;
    String mn;

    @BeforeEach
    void aPoint() {
        city = new ArchiveCity(port, jdbc);
        enterprise = city.enterprise("某电厂", "易门县");
        mn = city.point(enterprise, "1#烟囱");
    }

    @Test
    void aReplacementEndsTheOldOneOnTheDayThatTheNewOneBegins() {
        long old = analyzer("S-1", "2023-05-01");
        Answer replaced = city.admin.post("/api/equipment/" + old + "/replacement", """
                {"kind": "ANALYZER", "name": "SO2分析仪", "serial": "S-2", "installedOn": "2026-03-01", "acceptedOn": "2026-03-10",
                 "factors": ["a21026"], "rangeLow": 0, "rangeHigh": 200, "unit": "mg/m3", "detectionLimit": 1}
                """);
        assertThat(replaced.json().get("replaces").asLong()).as(replaced.body()).isEqualTo(old);
        Answer all = city.admin.get("/api/enterprises/" + enterprise + "/equipment");
        assertThat(all.json().size()).as("what stood there stays on record").isEqualTo(2);
        assertThat(all.json().get(1).get("removedOn").asString()).isEqualTo("2026-03-01");
        assertThat(city.admin
                        .post("/api/equipment/" + old + "/replacement", """
                {"kind": "ANALYZER", "name": "x", "installedOn": "2026-04-01"}
                """)
                        .status())
                .as("it is gone")
                .isEqualTo(409);
        long next = replaced.json().get("id").asLong();
        assertThat(city.admin
                        .post("/api/equipment/" + next + "/removal", "{\"on\": \"2026-02-01\"}")
                        .status())
                .as("before its installation")
                .isEqualTo(400);
        assertThat(city.admin.get("/api/enterprises/" + enterprise + "/changes").body())
                .contains("EQUIPMENT_REPLACED", "S-1", "S-2", "POINT_REGISTERED", "ENTERPRISE_REGISTERED");
    }

    @Test
    void allThatIsWrongWithAnInstrumentIsSaidAtOnce() {
        Answer answer = city.admin.post("/api/points/" + mn + "/equipment", """
                {"name": "", "rangeLow": 5, "rangeHigh": 5, "detectionLimit": -1, "factors": ["a 1"],
                 "installedOn": "2026-02-01", "acceptedOn": "2026-01-01"}
                """);
        assertThat(answer.body())
                .contains("\"kind\"", "\"name\"", "rangeHigh", "detectionLimit", "factors[0]", "acceptedOn");
    }

    @Test
    void aCertificateIsWarnedOfInThreeStepsAndARenewalEndsTheWarning() {
        long analyzer = analyzer("S-3", "2024-01-01");
        LocalDate today = LocalDate.now(Center.CITY_ZONE);
        long id = certificate(analyzer, today.plusDays(60));
        assertThat(warning(id)).isEqualTo("FIRST");
        assertThat(warning(certificate(analyzer, today.plusDays(61)))).isEqualTo("NONE");
        assertThat(warning(certificate(analyzer, today.plusDays(30)))).isEqualTo("SECOND");
        assertThat(warning(certificate(analyzer, today.plusDays(7)))).isEqualTo("LAST");
        assertThat(warning(certificate(analyzer, today)))
                .as("valid on its last day")
                .isEqualTo("LAST");
        assertThat(warning(certificate(analyzer, today.minusDays(1)))).isEqualTo("EXPIRED");

        String expiring = "/api/certificates?expiring=true&enterprise=" + enterprise;
        assertThat(city.admin.get(expiring).json().size()).isEqualTo(5);
        Answer renewed = city.admin.post("/api/certificates/" + id + "/renewal", """
                {"kind": "VERIFICATION", "name": "检定证书", "expiresOn": "%s"}
                """.formatted(today.plusYears(1)));
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(201);
        assertThat(city.admin.get(expiring).json().size()).isEqualTo(4);
        assertThat(city.admin
                        .post("/api/certificates/" + id + "/renewal", "{\"kind\": \"OTHER\", \"name\": \"x\"}")
                        .status())
                .isEqualTo(409);
        city.admin.post("/api/equipment/" + analyzer + "/removal", "{\"on\": \"" + today + "\"}");
        assertThat(city.admin.get(expiring).json().size())
                .as("what was removed needs no certificate any more")
                .isZero();
    }

    @Test
    void aPointHasOneContractorOnADayWhateverIsEntered() {
        long first = city.contractor("甲运维" + System.nanoTime());
        long second = city.contractor("乙运维" + System.nanoTime());
        long contract = city.contract(mn, first, "2025-01-01", null);
        Answer overlap = city.admin.post("/api/contracts", """
                {"mn": "%s", "contractorId": %d, "validFrom": "2026-01-01"}
                """.formatted(mn, second));
        assertThat(overlap.status()).isEqualTo(409);
        assertThat(overlap.body()).contains("甲运维", "2025-01-01", "no fixed end");
        city.admin.send("PUT", "/api/contracts/" + contract + "/end", "{\"lastDay\": \"2025-12-31\"}");
        city.contract(mn, second, "2026-01-01", "2026-12-31");
        long point = points.bindingAt(mn, java.time.Instant.now()).orElseThrow().pointId();
        assertThat(contracts.at(point, LocalDate.of(2025, 12, 31)).orElseThrow().contractorId())
                .isEqualTo(first);
        assertThat(contracts.at(point, LocalDate.of(2026, 1, 1)).orElseThrow().contractorId())
                .isEqualTo(second);
        assertThat(contracts.at(point, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(city.admin
                        .send("PUT", "/api/contracts/" + contract + "/end", "{\"lastDay\": \"2026-01-01\"}")
                        .status())
                .as("an extension over the next contract")
                .isEqualTo(409);
    }

    @Test
    void aFileIsKeptWithItsDigestAndOnlyWhenItIsWhatItsNameSays() {
        String path = "/api/enterprises/" + enterprise + "/files?name=";
        Answer added = upload(path + "permit.pdf", "%PDF-1.7 of a permit");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("sm3").asString())
                .as("openssl dgst -sm3")
                .isEqualTo("d5f383e6db59613be942076db21208abd43a56d71eb39a9b1976e69f516f0322");
        Answer file = city.admin.get("/api/files/" + added.json().get("id").asLong());
        assertThat(file.body()).isEqualTo("%PDF-1.7 of a permit");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(upload(path + "permit.exe", "MZ").body()).contains("\"status\":400", "PDF");
        assertThat(upload(path + "permit.pdf", "<html>").status())
                .as("HTML that calls itself PDF")
                .isEqualTo(400);
        assertThat(upload(path + "..%2Fpermit.pdf", "%PDF-").status()).isEqualTo(400);
        assertThat(upload(path + "permit%E2%80%AEfdp.pdf", "%PDF-").status())
                .as("turned writing")
                .isEqualTo(400);
        long id = added.json().get("id").asLong();
        assertThat(city.admin.send("DELETE", "/api/files/" + id, null).status()).isEqualTo(204);
        assertThat(city.admin.get("/api/files/" + id).status()).isEqualTo(404);
        assertThat(city.admin.get("/api/enterprises/" + enterprise + "/changes").body())
                .contains("FILE_REMOVED", "permit.pdf");
    }

    private Answer upload(String path, String content) {
        return city.admin.upload(path, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private long analyzer(String serial, String installedOn) {
        return ArchiveCity.id(city.admin.post("/api/points/" + mn + "/equipment", """
                {"kind": "ANALYZER", "name": "SO2分析仪", "serial": "%s", "installedOn": "%s", "factors": ["a21026"]}
                """.formatted(serial, installedOn)));
    }

    private long certificate(long analyzer, LocalDate expiresOn) {
        return ArchiveCity.id(
                city.admin.post("/api/certificates?owner=EQUIPMENT&ownerId=" + analyzer, """
                {"kind": "VERIFICATION", "name": "检定证书", "expiresOn": "%s"}
                """.formatted(expiresOn)));
    }

    private String warning(long certificate) {
        for (var one :
                city.admin.get("/api/certificates?enterprise=" + enterprise).json()) {
            if (one.get("id").asLong() == certificate) {
                return one.get("warning").asString();
            }
        }
        return "absent";
    }
}
