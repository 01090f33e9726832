package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Whoever is bound to a county, an enterprise or a contractor finds nothing of the others in any archive, by no address. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ArchiveScopeTest {

    private static final String SECRET = "秘密钢铁";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    ArchiveCity city;
    long own;
    long foreign;
    String ownMn;
    String foreignMn;
    long ownContractor;
    long foreignContractor;
    long foreignOutlet;
    long foreignEquipment;
    long foreignCertificate;
    long foreignContract;
    long foreignNotice;
    long foreignFile;

    @BeforeEach
    void twoOfEverything() {
        city = new ArchiveCity(port, jdbc);
        String tail = String.valueOf(System.nanoTime());
        own = city.enterprise("自家水泥", "华宁县");
        foreign = city.enterprise(SECRET, "澄江市");
        ownMn = city.point(own, "窑尾");
        foreignMn = city.point(foreign, SECRET + "烟囱");
        ownContractor = city.contractor("自家运维" + tail);
        foreignContractor = city.contractor(SECRET + "运维" + tail);
        String today = LocalDate.now(Center.CITY_ZONE).toString();
        city.contract(ownMn, ownContractor, today, null);
        foreignContract = city.contract(foreignMn, foreignContractor, today, today);
        foreignOutlet = ArchiveCity.id(
                city.admin.post("/api/enterprises/" + foreign + "/outlets", "{\"name\": \"" + SECRET + "\"}"));
        foreignEquipment = ArchiveCity.id(city.admin.post(
                "/api/points/" + foreignMn + "/equipment",
                "{\"kind\": \"ANALYZER\", \"name\": \"" + SECRET + "\", \"installedOn\": \"2024-01-01\"}"));
        foreignCertificate = ArchiveCity.id(city.admin.post(
                "/api/certificates?owner=EQUIPMENT&ownerId=" + foreignEquipment,
                "{\"kind\": \"PRODUCT\", \"name\": \"" + SECRET + "\", \"expiresOn\": \"" + today + "\"}"));
        ArchiveCity.id(city.admin.post(
                "/api/certificates?owner=CONTRACTOR&ownerId=" + foreignContractor,
                "{\"kind\": \"QUALIFICATION\", \"name\": \"" + SECRET + "\", \"expiresOn\": \"" + today + "\"}"));
        foreignNotice = ArchiveCity.id(city.admin.post(
                "/api/points/" + foreignMn + "/notices",
                "{\"kind\": \"STOP\", \"eventOn\": \"" + today + "\", \"text\": \"" + SECRET + "\"}"));
        foreignFile = ArchiveCity.id(
                city.admin.upload("/api/enterprises/" + foreign + "/files?name=a.pdf", "%PDF-1.7".getBytes()));
    }

    @Test
    void aCountyBureauFindsNothingOfAnotherCounty() {
        findsNothing(city.account("scope_counties", "array['华宁县']"));
    }

    @Test
    void anEnterpriseFindsNothingOfAnother() {
        findsNothing(city.account("scope_enterprises", "array[" + own + "]::bigint[]"));
    }

    @Test
    void aContractorFindsNothingOfPointsThatAnotherOperates() {
        TestHttp contractor = city.account("scope_contractors", "array[" + ownContractor + "]::bigint[]");
        findsNothing(contractor);
        assertThat(contractor.get("/api/points/" + ownMn).status()).isEqualTo(200);
        assertThat(contractor.get("/api/enterprises/" + own).status()).isEqualTo(200);
        assertThat(contractor.get("/api/contractors").json().size()).isEqualTo(1);
    }

    @Test
    void aContractorSeesAPointOnlyWhileItsContractIsInForce() {
        long late = city.contractor("从前运维" + System.nanoTime());
        String mn = city.point(own, "从前");
        city.contract(mn, late, "2024-01-01", "2025-12-31");
        TestHttp former = city.account("scope_contractors", "array[" + late + "]::bigint[]");
        assertThat(former.get("/api/points/" + mn).status()).isEqualTo(404);
        assertThat(former.get("/api/enterprises").json().get("total").asInt()).isZero();
        assertThat(former.get("/api/contracts").json().size()).isZero();
    }

    private void findsNothing(TestHttp bound) {
        for (String list : List.of(
                "/api/enterprises",
                "/api/enterprises?expiringBy=2099-01-01",
                "/api/contractors",
                "/api/contracts",
                "/api/certificates",
                "/api/certificates?expiring=true",
                "/api/notices",
                "/api/counties")) {
            var answer = bound.get(list);
            assertThat(answer.status()).as(list).isEqualTo(200);
            assertThat(answer.body()).as(list).doesNotContain(SECRET, "澄江", foreignMn);
        }
        for (String path : List.of("", "/classes", "/contacts", "/outlets", "/equipment", "/files", "/changes")) {
            notFound(bound, "GET", "/api/enterprises/" + foreign + path, null);
        }
        notFound(bound, "GET", "/api/points/" + foreignMn + "/archive", null);
        notFound(bound, "GET", "/api/contractors/" + foreignContractor + "/staff", null);
        notFound(bound, "GET", "/api/files/" + foreignFile, null);
        notFound(bound, "PUT", "/api/enterprises/" + foreign, "{\"name\": \"x\", \"county\": \"x\"}");
        notFound(bound, "POST", "/api/enterprises/" + foreign + "/classes", "{}");
        notFound(bound, "PUT", "/api/enterprises/" + foreign + "/contacts", "[]");
        notFound(bound, "POST", "/api/enterprises/" + foreign + "/outlets", "{\"name\": \"x\"}");
        notFound(bound, "PUT", "/api/outlets/" + foreignOutlet, "{\"name\": \"x\"}");
        notFound(bound, "PUT", "/api/points/" + foreignMn + "/archive", "{}");
        notFound(bound, "POST", "/api/points/" + foreignMn + "/retirements", "{}");
        notFound(bound, "POST", "/api/points/" + foreignMn + "/equipment", "{\"kind\": \"OTHER\", \"name\": \"x\"}");
        notFound(bound, "PUT", "/api/equipment/" + foreignEquipment, "{\"kind\": \"OTHER\", \"name\": \"x\"}");
        notFound(bound, "POST", "/api/equipment/" + foreignEquipment + "/removal", "{\"on\": \"2026-01-01\"}");
        notFound(bound, "POST", "/api/equipment/" + foreignEquipment + "/replacement", "{}");
        String certificate = "{\"kind\": \"OTHER\", \"name\": \"x\"}";
        notFound(bound, "POST", "/api/certificates?owner=ENTERPRISE&ownerId=" + foreign, certificate);
        notFound(bound, "POST", "/api/certificates?owner=EQUIPMENT&ownerId=" + foreignEquipment, certificate);
        notFound(bound, "POST", "/api/certificates?owner=CONTRACTOR&ownerId=" + foreignContractor, certificate);
        notFound(bound, "PUT", "/api/certificates/" + foreignCertificate, certificate);
        notFound(bound, "POST", "/api/certificates/" + foreignCertificate + "/renewal", certificate);
        notFound(bound, "PUT", "/api/contracts/" + foreignContract + "/end", "{}");
        notFound(bound, "POST", "/api/points/" + foreignMn + "/notices", "{}");
        notFound(bound, "POST", "/api/notices/" + foreignNotice + "/decision", "{\"approved\": true}");
        notFound(bound, "PUT", "/api/contractors/" + foreignContractor, "{\"name\": \"x\"}");
        notFound(bound, "POST", "/api/contractors/" + foreignContractor + "/staff", "{\"name\": \"x\"}");
        notFound(bound, "DELETE", "/api/files/" + foreignFile, null);
        int certificates =
                city.admin.get("/api/certificates?enterprise=" + foreign).json().size();
        assertThat(certificates).as("a refused certificate leaves no row").isEqualTo(1);
    }

    private static void notFound(TestHttp bound, String method, String path, String body) {
        assertThat(bound.send(method, path, body).status())
                .as(method + " " + path)
                .isEqualTo(404);
    }
}
