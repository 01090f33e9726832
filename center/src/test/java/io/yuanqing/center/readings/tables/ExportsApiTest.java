package io.yuanqing.center.readings.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.readings.City;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** Tables that leave the house as files. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.readings.tables.most-rows=10000")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class ExportsApiTest {

    private static final String TABLE =
            "{\"period\": \"HOUR\", \"q\": \"%s\", \"from\": \"2026-11-20\", \"to\": \"2026-11-21\"}";

    @Autowired
    City city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private TestHttp http;

    @BeforeEach
    void signIn() {
        http = TestHttp.admin(port);
    }

    private void pointWithAnHour(String mn) {
        city.register(mn, false, "w01018");
        city.send(mn, "2061", "20261120010000", "w01018-Avg=41.0;w00000-Cou=60", Instant.parse("2026-11-22T00:00:00Z"));
        city.awaitDerived();
    }

    private JsonNode begin(String q, String parameters) {
        TestHttp.Answer answer = http.post("/api/tables/exports" + parameters, TABLE.formatted(q));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json();
    }

    private JsonNode ended(JsonNode begun) {
        String path = "/api/tables/exports/" + begun.get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get(path).json().get("state").asString().matches("DONE|FAILED|CANCELLED"));
        return http.get(path).json();
    }

    @Test
    void aSpreadsheetHoldsEveryRowTheTotalsAndSaysWhatItIs() throws IOException {
        pointWithAnHour("EXPORT-X");
        JsonNode done = ended(begin("EXPORT-X", ""));
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("rows").asInt()).isEqualTo(24);
        assertThat(done.get("written").asInt()).isEqualTo(24);
        byte[] file = http.download("/api/tables/exports/" + done.get("id").asString() + "/file");
        assertThat(file).hasSize(done.get("bytes").asInt());
        List<Row> rows;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            rows = book.getFirstSheet().read();
        }
        assertThat(rows.get(0).getCellText(0)).isEqualTo("小时数据报表");
        assertThat(rows.get(2).getCellText(0)).contains("EXPORT-X");
        assertThat(rows.get(5).getCellText(5)).isEqualTo("化学需氧量");
        Row hour = rows.get(8);
        assertThat(hour.getCellText(0)).isEqualTo("2026-11-20 01-02");
        assertThat(hour.getCellText(4)).isEqualTo("EXPORT-X");
        assertThat(hour.getCellAsNumber(5))
                .hasValueSatisfying(mean -> assertThat(mean).isEqualByComparingTo("41.0"));
        assertThat(hour.getCellAsNumber(8))
                .hasValueSatisfying(kilos -> assertThat(kilos).isEqualByComparingTo("2.46"));
        Row totals = rows.get(rows.size() - 1);
        assertThat(rows).hasSize(7 + 24 + 1);
        assertThat(totals.getCellText(0)).isEqualTo("合计");
        assertThat(totals.getCellAsNumber(9))
                .hasValueSatisfying(hours -> assertThat(hours).isEqualByComparingTo("1"));
    }

    @Test
    void csvInEnglishAndWhoAskedForWhatIsOnTheTrail() {
        pointWithAnHour("EXPORT-C");
        JsonNode done = ended(begin("EXPORT-C", "?format=CSV&lang=en"));
        TestHttp.Answer file = http.get("/api/tables/exports/" + done.get("id").asString() + "/file");
        assertThat(file.header("Content-Disposition")).startsWith("attachment").contains(".csv");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        String[] lines = file.body().split("\r\n");
        assertThat(lines).hasSize(26);
        assertThat(lines[0])
                .startsWith("\uFEFFPeriod,County,Enterprise,Monitoring point,MN,")
                .contains("(mg/L)");
        assertThat(lines[2]).startsWith("2026-11-20 01-02,").contains(",EXPORT-C,41.0,41.0,41.0,2.460,");
        JsonNode entry = http.get("/api/audit?subject=table:HOUR&size=1")
                .json()
                .get("items")
                .get(0);
        assertThat(entry.get("act").asString()).isEqualTo("TABLE_EXPORTED");
        assertThat(entry.get("actor").asString()).isEqualTo("admin");
        assertThat(entry.get("after").asString()).contains("EXPORT-C", "CSV");
    }

    @Test
    void whoSeesNothingExportsNothingAndNobodySeesTheFilesOfOthers() {
        pointWithAnHour("EXPORT-S");
        JsonNode done = ended(begin("EXPORT-S", "?format=CSV"));
        jdbc.sql("""
                insert into account (name, display_name, password_hash, scope_counties)
                select 'elsewhere', '澄江分局', password_hash, array['澄江市'] from account where name = 'admin'
                """).update();
        jdbc.sql(
                        "insert into account_role (account_id, role) select id, 'COUNTY_BUREAU' from account where name = 'elsewhere'")
                .update();
        TestHttp elsewhere = TestHttp.basic(port, "elsewhere", TestDatabase.ADMIN_PASSWORD);
        String path = "/api/tables/exports/" + done.get("id").asString();
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(elsewhere.get(path + "/file").status()).isEqualTo(404);
        assertThat(elsewhere.send("DELETE", path, null).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/tables/exports").json()).isEmpty();
        assertThat(elsewhere
                        .post("/api/tables/exports", TABLE.formatted("EXPORT-S"))
                        .json()
                        .get("rows")
                        .asInt())
                .isZero();
        assertThat(elsewhere
                        .get("/api/tables?period=DAY&from=2026-11-20&to=2026-11-21")
                        .json()
                        .get("rows"))
                .isEmpty();
        assertThat(elsewhere
                        .get("/api/tables?mn=EXPORT-S&period=DAY&from=2026-11-20&to=2026-11-21")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTableThatIsTooLongIsRefusedBeforeAnythingIsWritten() {
        pointWithAnHour("EXPORT-L1");
        pointWithAnHour("EXPORT-L2");
        TestHttp.Answer answer = http.post(
                "/api/tables/exports",
                "{\"period\": \"HOUR\", \"q\": \"EXPORT-L\", \"from\": \"2026-01-01\", \"to\": \"2026-11-21\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("15552 rows", "10000");
        assertThat(http.get("/api/audit?subject=table:HOUR&size=1000").body())
                .as("what was refused is no export")
                .doesNotContain("EXPORT-L\\");
        TestHttp.Answer unknown = http.post("/api/tables/exports?format=PDF", TABLE.formatted("EXPORT-L1"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("detail").asString()).contains("format");
    }

    /** The table of hours is locked, so that no export can end by itself before it is cancelled. */
    @Test
    void anExportIsCancelledWhileItIsWrittenAndNobodyTakesAllPlaces() throws SQLException {
        pointWithAnHour("EXPORT-K");
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table hour_value in access exclusive mode");
            List<String> paths = List.of(begin("EXPORT-K", ""), begin("EXPORT-K", ""), begin("EXPORT-K", "")).stream()
                    .map(one -> "/api/tables/exports/" + one.get("id").asString())
                    .toList();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.get(paths.get(0))
                            .json()
                            .get("state")
                            .asString()
                            .equals("RUNNING"));
            TestHttp.Answer fourth = http.post("/api/tables/exports", TABLE.formatted("EXPORT-K"));
            assertThat(fourth.status()).isEqualTo(409);
            assertThat(fourth.json().get("detail").asString()).contains("cancel");
            assertThat(http.get(paths.get(0) + "/file").status()).isEqualTo(409);
            for (String path : paths) {
                assertThat(http.send("DELETE", path, null).status()).isEqualTo(204);
                assertThat(http.get(path).status()).isEqualTo(404);
            }
            other.rollback();
        }
        assertThat(ended(begin("EXPORT-K", "")).get("state").asString())
                .as("the threads are free again")
                .isEqualTo("DONE");
    }
}
