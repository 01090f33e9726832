package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.TestHttp.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two counties with everything that can lie in one, made over the API: an enterprise with outlet, files, equipment,
 * certificates, contractor and contract, a point with limits, a connected logger, packets, a command, a quarantined frame.
 * Names of the one county's things begin with {@link #MARK}.
 */
final class TwoCounties implements AutoCloseable {

    /** Stands in every name that the other county's people must not read. */
    static final String MARK = "异地";

    static final String MN = "ELSEWHERE-1";

    /** The query of a table over both. */
    static final String TABLE = "?period=DAY&from=2026-11-01T00:00:00Z&to=2026-11-03T00:00:00Z";

    private final TestHttp admin;
    private final JdbcClient jdbc;
    private final LoggerClient logger;
    private final Map<String, String> ids = new HashMap<>();

    TwoCounties(TestHttp admin, JdbcClient jdbc, int tcpPort) throws IOException {
        this.admin = admin;
        this.jdbc = jdbc;
        this.logger = new LoggerClient(tcpPort);
        enterprise("澄江市", "本地厂");
        archive();
        point();
        traffic();
        work();
        person();
    }

    /**
     * The id of a thing of the marked county.
     *
     * @param kind the path's word for it, such as {@code outlets}
     */
    String id(String kind) {
        String id = ids.get(kind);
        if (id == null) {
            throw new IllegalStateException("no " + kind + " was made; make one here so that its scope can be tested");
        }
        return id;
    }

    long enterprise() {
        return Long.parseLong(id("enterprises"));
    }

    /** Holds every permission, and sees the other county only. */
    static TestHttp bureau(int port) {
        return TestHttp.basic(port, "bureau", TestDatabase.ADMIN_PASSWORD);
    }

    private void person() {
        jdbc.sql("""
                insert into account (name, display_name, password_hash, scope_counties)
                select 'bureau', 'Bureau', password_hash, array['澄江市'] from account where name = 'admin'
                """).update();
        jdbc.sql("insert into account_role select id, 'ADMINISTRATOR' from account where name = 'bureau'")
                .update();
    }

    private String enterprise(String county, String name) {
        return made("/api/enterprises", """
                {"name": "%s", "county": "%s", "supervisionClass": "KEY"}
                """.formatted(name, county));
    }

    private void archive() {
        ids.put("enterprises", enterprise("红塔区", MARK + "厂"));
        String enterprise = "/api/enterprises/" + id("enterprises");
        ids.put("outlets", made(enterprise + "/outlets", """
                {"code": "DW001", "name": "%s口", "medium": "WATER"}""".formatted(MARK)));
        ids.put("certificates", made("/api/certificates?owner=ENTERPRISE&ownerId=" + id("enterprises"), """
                        {"kind": "ACCEPTANCE", "name": "%s证", "expiresOn": "2027-01-01"}""".formatted(
                        MARK)));
        ids.put("contractors", made("/api/contractors", "{\"name\": \"%s运维\"}".formatted(MARK)));
        ids.put("person", made("/api/contractors/" + id("contractors") + "/staff", """
                {"name": "%s人"}""".formatted(MARK)));
        Answer file = admin.send(
                "POST",
                enterprise + "/files?name=elsewhere.pdf",
                "%PDF-1.7\n%%EOF\n",
                "Content-Type",
                "application/octet-stream");
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        ids.put("files", file.json().get("id").asString());
    }

    private void point() {
        made("/api/points", """
                {"mn": "%s", "enterpriseId": %s, "name": "%s监控点", "medium": "WATER", "edition": "2017",
                 "assessedFactors": ["w01018"]}""".formatted(MN, id("enterprises"), MARK));
        ids.put("contracts", made("/api/contracts", """
                {"mn": "%s", "contractorId": %s, "number": "%s-1", "validFrom": "2026-01-01"}
                """.formatted(MN, id("contractors"), MARK)));
        ids.put("equipment", made("/api/points/" + MN + "/equipment", """
                {"kind": "ANALYZER", "name": "%s分析仪", "factors": ["w01018"]}""".formatted(MARK)));
        ids.put("rules", made("/api/points/" + MN + "/factor-rules", """
                {"sentAs": "w99999", "factor": "w01018", "note": "%s"}""".formatted(MARK)));
        ids.put("notices", made("/api/points/" + MN + "/notices", """
                {"kind": "STOP", "eventOn": "2026-11-20", "text": "%s停运"}""".formatted(MARK)));
        Answer limits = admin.post("/api/points/" + MN + "/limits", """
                {"permitNumber": "P-1", "effectiveFrom": "2026-01-01",
                 "values": [{"factor": "w01018", "period": "DAY", "value": 50}]}""");
        assertThat(limits.status()).as(limits.body()).isEqualTo(201);
        ids.put(
                "limits",
                admin.get("/api/points/" + MN + "/limits")
                        .json()
                        .at("/all/0/id")
                        .asString());
    }

    private void traffic() throws IOException {
        byte[] broken = LoggerClient.realtime(MN, Instant.now(), 2);
        broken[broken.length - 3] ^= 1; // the last digit of its CRC
        logger.send(LoggerClient.realtime(MN, Instant.now(), 1), broken);
        assertThat(logger.answers(1, Duration.ofSeconds(20))).hasSize(1);
        ids.put(
                "packets",
                admin.get("/api/points/" + MN + "/packets")
                        .json()
                        .get(0)
                        .get("id")
                        .asString());
        await().untilAsserted(() ->
                assertThat(admin.get("/api/quarantine").json().size()).isEqualTo(1));
        ids.put(
                "quarantine",
                admin.get("/api/quarantine").json().get(0).get("id").asString());
        ids.put("commands", made("/api/points/" + MN + "/commands", "{\"command\": \"GET_CLOCK\"}"));
    }

    /** Long work that the administrator began. */
    private void work() {
        Answer check = admin.upload("/api/archives/imports?name=x.xlsx", admin.download("/api/archives/template"));
        assertThat(check.status()).as(check.body()).isEqualTo(202);
        ids.put("archives", check.json().get("id").asString());
        ids.put("tables", made("/api/tables/exports", """
                {"period": "DAY", "from": "2026-11-01T00:00:00Z", "to": "2026-11-03T00:00:00Z"}"""));
    }

    private String made(String path, String json) {
        Answer answer = admin.post(path, json);
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 202);
        return answer.json().get("id").asString();
    }

    @Override
    public void close() throws IOException {
        logger.close();
    }
}
