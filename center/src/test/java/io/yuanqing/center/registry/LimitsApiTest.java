package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** Limits of standards and permits over the API. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class LimitsApiTest {

    private static int points;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private TestHttp admin;
    private String limits;

    @BeforeEach
    void aKiln() {
        admin = TestHttp.admin(port);
        String mn = "KILN-" + ++points;
        long enterprise = admin.post(
                        "/api/enterprises", "{\"name\": \"水泥厂\", \"county\": \"红塔区\", \"supervisionClass\": \"KEY\"}")
                .json()
                .get("id")
                .asLong();
        assertThat(admin.post("/api/points", """
                                {"mn": "%s", "enterpriseId": %d, "name": "窑尾", "medium": "GAS", "edition": "2017",
                                 "assessedFactors": ["a34013", "a21026", "a21002"], "referenceOxygen": 10}
                                """.formatted(mn, enterprise)).status())
                .isEqualTo(201);
        limits = "/api/points/" + mn + "/limits";
    }

    /** A row that is lost or doubled on the way from the gathered table would be a wrong limit for somebody. */
    @Test
    void theStandardsRowsAreThereWithTheirConfidence() {
        JsonNode rows = admin.get("/api/limits").json();
        assertThat(rows.size()).isEqualTo(199);
        JsonNode nox = row(rows, "GB 4915-2013", "表2(特别)", "水泥-水泥窑及窑尾余热利用", "a21002");
        assertThat(nox.get("value").asInt()).isEqualTo(320);
        assertThat(nox.get("unit").asString()).isEqualTo("mg/m3");
        assertThat(nox.get("referenceOxygen").asInt()).isEqualTo(10);
        assertThat(nox.get("period").asString()).isEqualTo("HOUR");
        assertThat(nox.get("confidence").asString()).isEqualTo("H");
        long doubtful = jdbc.sql("select count(*) from standard_limit where confidence like 'BK%'")
                .query(Long.class)
                .single();
        assertThat(doubtful).isEqualTo(28);
    }

    @Test
    void theStricterOfStandardAndPermitIsInForceWithItsBasisAndDate() {
        JsonNode rows = admin.get("/api/limits").json();
        long id = row(rows, "GB 4915-2013", "表2(特别)", "水泥-水泥窑及窑尾余热利用", "a21002")
                .get("id")
                .asLong();
        assertThat(admin.post(limits, "{\"standardLimits\": [%d]}".formatted(id))
                        .status())
                .isEqualTo(201);
        assertThat(inForce("2026-06-30", "a21002")).isEqualTo("320 GB 4915-2013 表2(特别) null H");

        Answer permit = admin.post(limits, permit("a21002", "200", "2026-07-01"));
        assertThat(permit.status()).as(permit.body()).isEqualTo(201);
        assertThat(inForce("2026-06-30", "a21002")).isEqualTo("320 GB 4915-2013 表2(特别) null H");
        assertThat(inForce("2026-07-01", "a21002")).isEqualTo("200 91530402MA51J0AW6B001P 2026-07-01 null");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'LIMITS_REGISTERED'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void anEndLeavesThePastAsItWas() {
        admin.post(limits, permit("a21026", "90", "2026-01-01"));
        long id = admin.get(limits).json().get("all").get(0).get("id").asLong();
        LocalDate today = LocalDate.now(Center.CITY_ZONE);
        Answer past = admin.send("PUT", limits + "/" + id + "/end", "{\"effectiveTo\": \"2026-02-01\"}");
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.json().get("detail").asString()).contains("2026-02-01", "stays as it was");

        Answer end = admin.send("PUT", limits + "/" + id + "/end", "{\"effectiveTo\": \"" + today + "\"}");
        assertThat(end.status()).as(end.body()).isEqualTo(200);
        assertThat(inForce(today.minusDays(1).toString(), "a21026")).startsWith("90 ");
        assertThat(inForce(today.toString(), "a21026")).isNull();
        assertThat(admin.send("PUT", limits + "/" + id + "/end", "{\"effectiveTo\": \"" + today.plusDays(9) + "\"}")
                        .status())
                .as("what has ended is not prolonged")
                .isEqualTo(409);
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        Answer wrong = admin.post(limits, """
                {"permitNumber": "P", "values": [{"factor": "a99999x", "period": "HOUR", "value": -1},
                 {"factor": "a21026", "period": "HOUR", "value": 1, "unit": "m3/h"}]}
                """);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("detail").asString())
                .contains("values[0].factor", "a99999x", "values[0].value", "negative", "values[1].unit", "mg/m3");
        assertThat(admin.post(limits, "{}").status()).isEqualTo(400);
        assertThat(admin.post(limits, "{\"standardLimits\": [999999]}")
                        .json()
                        .get("detail")
                        .asString())
                .contains("999999");
        assertThat(admin.post(limits, "{\"standardLimits\": [null]}").status()).isEqualTo(400);
    }

    /** Another county's limits are not to be read or changed. */
    @Test
    void aPointOutsideTheScopeIsNotThere() {
        admin.post(limits, permit("a21026", "90", "2026-01-01"));
        long id = admin.get(limits).json().get("all").get(0).get("id").asLong();
        jdbc.sql("""
                        insert into account (name, display_name, password_hash, scope_counties)
                        select 'elsewhere' || :n, 'b', password_hash, array['澄江市'] from account where name = 'admin'
                        """).param("n", points).update();
        TestHttp bureau = TestHttp.basic(port, "elsewhere" + points, TestDatabase.ADMIN_PASSWORD);
        assertThat(bureau.get(limits).status()).isEqualTo(404);
        assertThat(bureau.post(limits, permit("a21026", "1", "2026-01-01")).status())
                .isIn(403, 404);
        assertThat(bureau.send("PUT", limits + "/" + id + "/end", "{\"effectiveTo\": \"2030-01-01\"}")
                        .status())
                .isIn(403, 404);
        assertThat(TestHttp.nobody(port).get("/api/limits").status()).isEqualTo(401);
    }

    private static String permit(String factor, String value, String from) {
        return """
                {"permitNumber": "91530402MA51J0AW6B001P", "effectiveFrom": "%s",
                 "values": [{"factor": "%s", "period": "HOUR", "value": %s}]}
                """.formatted(from, factor, value);
    }

    private String inForce(String day, String factor) {
        for (JsonNode one : admin.get(limits + "?on=" + day).json().get("inForce")) {
            if (one.get("factor").asString().equals(factor)) {
                return "%s %s %s %s"
                        .formatted(
                                one.get("value").asString(),
                                one.get("basis").asString(),
                                one.get("since").isNull()
                                        ? null
                                        : one.get("since").asString(),
                                one.get("confidence").isNull()
                                        ? null
                                        : one.get("confidence").asString());
            }
        }
        return null;
    }

    private static JsonNode row(JsonNode rows, String standard, String clause, String industry, String factor) {
        for (JsonNode row : rows) {
            if (row.get("standard").asString().equals(standard)
                    && row.get("clause").asString().equals(clause)
                    && row.get("industry").asString().equals(industry)
                    && factor.equals(row.get("factor").asString())) {
                return row;
            }
        }
        throw new AssertionError("no row " + standard + " " + clause + " " + industry + " " + factor);
    }
}
