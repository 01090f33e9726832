package io.yuanqing.center.readings.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.readings.City;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** What stands in the tables that reports are made of. */
@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class TablesApiTest {

    private static final Instant LATER = Instant.parse("2026-11-22T00:00:00Z");

    @Autowired
    City city;

    @LocalServerPort
    int port;

    private TestHttp http;

    @BeforeEach
    void signIn() {
        http = TestHttp.admin(port);
    }

    private void hour(String mn, String time, String items) {
        city.send(mn, "2061", "202611" + time + "0000", items, LATER);
    }

    private JsonNode table(String query) {
        city.awaitDerived();
        TestHttp.Answer answer = http.get("/api/tables?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode cell(JsonNode table, int row, String factor) {
        return table.get("rows").get(row).get("cells").get(factor);
    }

    @Test
    void everyHourHasItsRowWithItsOwnFiguresAndAGapIsARowWithoutCells() {
        city.register("TABLE-H", false, "w01018");
        hour("TABLE-H", "2001", "w01018-Avg=41.0,w01018-Min=40.1,w01018-Max=45.2;w00000-Cou=60.0");
        hour("TABLE-H", "2003", "w01018-Avg=43.0,w01018-Flag=D;w00000-Cou=60.0");
        JsonNode table = table("period=HOUR&mn=TABLE-H&from=2026-11-20&to=2026-11-21");
        assertThat(table.get("total").asInt()).isEqualTo(24);
        assertThat(table.get("columns"))
                .extracting(one -> one.get("factor").asString())
                .containsExactly("w01018", "w00000");
        JsonNode one = cell(table, 1, "w01018");
        assertThat(http.get("/api/tables?period=HOUR&mn=TABLE-H&from=2026-11-20&to=2026-11-21")
                        .body())
                .contains("\"avg\":41.0,\"min\":40.1,\"max\":45.2,");
        assertThat(one.get("amount").asDouble())
                .as("41.0 mg/L in 60 m3 are 2.46 kg")
                .isEqualTo(2.46);
        assertThat(cell(table, 1, "w00000").get("amount").asDouble()).isEqualTo(60);
        assertThat(table.get("rows").get(2).get("cells")).isEmpty();
        JsonNode calibrating = cell(table, 3, "w01018");
        assertThat(calibrating.get("flag").asString()).isEqualTo("D");
        assertThat(calibrating.get("avg").isNull()).isTrue();
        assertThat(calibrating.get("amount").isNull()).isTrue();
        assertThat(calibrating.get("hours").asInt()).isEqualTo(1);
        assertThat(calibrating.get("validHours").asInt()).isZero();
    }

    /** HJ 356-2019: C = sum(C·Q) / sum(Q); the plain mean would be 40. */
    @Test
    void aDayOfWasteWaterIsWeightedWithTheFlowAndOnlyValidHoursCount() {
        city.register("TABLE-D", false, "w01018", "w21003");
        hour("TABLE-D", "2000", "w01018-Avg=20.0;w21003-Avg=1.00;w00000-Cou=100");
        hour("TABLE-D", "2001", "w01018-Avg=60.0;w21003-Avg=2.00");
        hour("TABLE-D", "2023", "w01018-Avg=60.0;w21003-Avg=2.00;w00000-Avg=50");
        hour("TABLE-D", "2022", "w01018-Avg=900,w01018-Flag=M;w00000-Cou=100");
        hour("TABLE-D", "2100", "w01018-Avg=60.0;w00000-Cou=100");
        JsonNode day = table("period=DAY&mn=TABLE-D&from=2026-11-20&to=2026-11-21&factor=011,060,B01");
        assertThat(day.get("total").asInt()).isEqualTo(1);
        JsonNode cod = cell(day, 0, "w01018");
        assertThat(cod.get("weighted").asBoolean())
                .as("one valid hour has no flow")
                .isFalse();
        assertThat(cod.get("avg").decimalValue()).isEqualByComparingTo("46.7");
        assertThat(cod.get("max").asDouble()).isEqualTo(60);
        assertThat(cod.get("hours").asInt()).isEqualTo(4);
        assertThat(cod.get("validHours").asInt()).isEqualTo(3);
        assertThat(cod.get("amountHours").asInt()).isEqualTo(2);
        assertThat(cod.get("amount").asDouble())
                .as("20 mg/L × 100 m3 + 60 mg/L × 50 L/s × 3.6")
                .isEqualTo(2 + 10.8);
        hour("TABLE-D", "2001", "w01018-Avg=60.0;w21003-Avg=2.00;w00000-Cou=0");
        cod = cell(table("period=DAY&mn=TABLE-D&from=2026-11-20&to=2026-11-21"), 0, "w01018");
        assertThat(cod.get("weighted").asBoolean()).isTrue();
        assertThat(cod.get("avg").decimalValue()).as("12800 / 280").isEqualByComparingTo("45.7");
    }

    @Test
    void theNewestVersionOfAnHourCountsOnce() {
        city.register("TABLE-V", false, "w01018");
        hour("TABLE-V", "2005", "w01018-Avg=41.0");
        hour("TABLE-V", "2005", "w01018-Avg=42.0");
        JsonNode month = table("period=MONTH&mn=TABLE-V&from=2026-11-01&to=2026-12-01");
        assertThat(cell(month, 0, "w01018").get("avg").asDouble()).isEqualTo(42);
        assertThat(cell(month, 0, "w01018").get("hours").asInt()).isEqualTo(1);
    }

    @Test
    void monthsQuartersAndYearsBeginInTheCity() {
        city.register("TABLE-Q", false, "w01018");
        city.send("TABLE-Q", "2061", "20261001000000", "w01018-Avg=10.0", LATER);
        city.send("TABLE-Q", "2061", "20260930230000", "w01018-Avg=90.0", LATER);
        String span = "&mn=TABLE-Q&from=2026-07-01&to=2026-11-01";
        assertThat(cell(table("period=MONTH" + span), 3, "w01018").get("avg").asDouble())
                .isEqualTo(10);
        JsonNode quarters = table("period=QUARTER" + span);
        assertThat(quarters.get("rows")).hasSize(2);
        assertThat(cell(quarters, 0, "w01018").get("avg").asDouble()).isEqualTo(90);
        assertThat(quarters.get("rows").get(1).get("from").asString()).isEqualTo("2026-10-01T00:00:00+08:00");
        assertThat(cell(table("period=YEAR" + span), 0, "w01018")
                        .get("validHours")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void pagesOfSeveralPointsJoinToTheWholeAndTotalsSumItUp() {
        city.register("TABLE-P1", false, "w01018");
        city.register("TABLE-P2", false, "w01018");
        hour("TABLE-P1", "2000", "w01018-Avg=10.0;w00000-Cou=10");
        hour("TABLE-P1", "2023", "w01018-Avg=20.0;w00000-Cou=10");
        hour("TABLE-P2", "2000", "w01018-Avg=30.0;w00000-Cou=10");
        String query = "period=HOUR&q=TABLE-P&from=2026-11-20&to=2026-11-21";
        assertThat(table(query).get("total").asInt()).isEqualTo(48);
        JsonNode page = table(query + "&size=5&page=4");
        assertThat(page.get("rows"))
                .extracting(row -> row.get("mn").asString())
                .containsExactly("TABLE-P1", "TABLE-P1", "TABLE-P1", "TABLE-P1", "TABLE-P2");
        assertThat(cell(page, 3, "w01018").get("avg").asDouble()).isEqualTo(20);
        assertThat(cell(page, 4, "w01018").get("avg").asDouble()).isEqualTo(30);
        JsonNode totals =
                http.get("/api/tables/totals?" + query).json().get("cells").get("w01018");
        assertThat(totals.get("avg").asDouble()).isEqualTo(20);
        assertThat(totals.get("min").asDouble()).isEqualTo(10);
        assertThat(totals.get("max").asDouble()).isEqualTo(30);
        assertThat(totals.get("validHours").asInt()).isEqualTo(3);
        assertThat(totals.get("amount").asDouble()).isEqualTo(0.6);
        JsonNode enterprise = table("period=DAY&group=ENTERPRISE&q=TABLE-P&from=2026-11-20&to=2026-11-21");
        assertThat(enterprise.get("rows")).hasSize(1);
        assertThat(enterprise.get("rows").get(0).get("points").asInt()).isEqualTo(2);
        assertThat(cell(enterprise, 0, "w01018").get("validHours").asInt()).isEqualTo(3);
        JsonNode all = table("period=DAY&group=ALL&q=TABLE-P&from=2026-11-20&to=2026-11-21");
        assertThat(cell(all, 0, "w01018").get("amount").asDouble()).isEqualTo(0.6);
    }

    @Test
    void whatIsNoTableIsRefusedWithWhatIsPossible() {
        assertProblem("/api/tables?from=2026-11-20&to=2026-11-21", 400, "period");
        assertProblem("/api/tables?period=WEEK&from=2026-11-20&to=2026-11-21", 400, "period");
        assertProblem("/api/tables?period=DAY&to=2026-11-21", 400, "from: is missing");
        assertProblem("/api/tables?period=DAY&from=2026-11-22&to=2026-11-21", 400, "exclusive");
        assertProblem("/api/tables?period=HOUR&from=2020-11-22&to=2026-11-21", 400, "at most 400 days");
        assertProblem("/api/tables?period=DAY&mn=NOBODY&from=2026-11-20&to=2026-11-21", 404, "'NOBODY'");
        JsonNode future = table("period=DAY&from=2190-11-20&to=2190-11-21");
        assertThat(future.get("rows")).isEmpty();
        assertThat(http.get("/api/tables/totals?period=DAY&from=2190-11-20&to=2190-11-21")
                        .json()
                        .get("cells"))
                .isEmpty();
    }

    private void assertProblem(String path, int status, String text) {
        TestHttp.Answer answer = http.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString()).contains(text);
    }
}
