package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class ReadingsApiTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T13:05:00Z"); // 21:05 in the city

    @Autowired
    City city;

    @LocalServerPort
    int port;

    private TestHttp http;

    @BeforeEach
    void signIn() {
        http = TestHttp.admin(port);
    }

    @Test
    void numbersComeBackExactlyAsReportedAndWhatIsNoNumberIsNullWithItsText() {
        city.register("EXACT-1", false);
        city.send(
                "EXACT-1",
                "2061",
                "20261120200000",
                "w01018-Avg=41.0,w01018-Min=40.10,w01018-Cou=-,w01018-Flag=n;w00000-Cou=63.0,w00000-Flag=N",
                EVENING);
        JsonNode answer = readings("EXACT-1", "kind=hour&from=2026-11-20&to=2026-11-21&factor=w01018");
        assertThat(answer).hasSize(1);
        JsonNode reading = answer.get(0);
        assertThat(http.get("/api/points/EXACT-1/readings?kind=hour&from=2026-11-20&to=2026-11-21")
                        .body())
                .contains("\"avg\":41.0,\"min\":40.10,");
        assertThat(reading.get("cou").isNull()).isTrue();
        assertThat(reading.get("raw").get("cou").asString()).isEqualTo("-");
        assertThat(reading.get("flag").asString()).isEqualTo("N");
        assertThat(reading.get("time").asString()).isEqualTo("2026-11-20T20:00:00+08:00");
        assertThat(reading.get("receivedAt").asString()).isEqualTo("2026-11-20T21:05:00+08:00");
        assertThat(reading.get("backfilled").asBoolean()).isFalse();
        assertThat(reading.get("packetId").asLong()).isPositive();
    }

    @Test
    void aLaterPacketOfTheSameHourIsTheCurrentVersionAndTheFirstIsNotLost() {
        city.register("VERSIONS-1", false);
        city.send("VERSIONS-1", "2061", "20261120200000", "w01018-Avg=41.0;w21003-Avg=1.5", EVENING);
        city.send("VERSIONS-1", "2061", "20261120200000", "w01018-Avg=42.0", EVENING.plusSeconds(7_200));
        String hour = "kind=hour&from=2026-11-20&to=2026-11-21";
        assertThat(values(readings("VERSIONS-1", hour), "avg")).isEqualTo("42.0 1.5");
        JsonNode all = readings("VERSIONS-1", hour + "&versions=all&factor=w01018");
        assertThat(values(all, "avg")).isEqualTo("41.0 42.0");
        assertThat(values(all, "backfilled")).isEqualTo("false true"); // later than the hour's end and one hour
    }

    @Test
    void aFileHoldsTheDigitsAsReportedAndWhoTookItIsOnTheTrail() throws IOException {
        city.register("FILE-1", false);
        city.send("FILE-1", "2061", "20261120200000", "w01018-Avg=41.0,w01018-Flag=N;w21003-Avg=1.50", EVENING);
        String file = "/api/points/FILE-1/readings/file?kind=hour&from=2026-11-20&to=2026-11-21";
        Answer csv = http.get(file + "&format=CSV");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("FILE-1.csv");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body())
                .contains(
                        "2026-11-20 20:00:00,w01018,化学需氧量,mg/L,41.0,", ",w21003,氨氮,mg/L,1.50,", "2026-11-20 21:05:00");
        assertThat(http.get(file + "&format=CSV&lang=en").body())
                .contains("Factor code")
                .doesNotContain("因子");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(http.download(file)))) {
            assertThat(book.getFirstSheet().read().toString()).contains("小时数据", "FILE-1", "化学需氧量");
        }
        assertThat(http.get("/api/audit?act=READINGS_EXPORTED&subject=point:FILE-1")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(http.get("/api/points/FILE-1/readings/file?kind=hour&format=PDF")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void backFillThatSaysSoIsMarkedEvenWhenItIsEarly() {
        city.register("RF-1", false);
        city.sendBackfilled("RF-1", "2061", "20261120200000", "w01018-Avg=41.0", EVENING);
        assertThat(values(readings("RF-1", "kind=hour&from=2026-11-20&to=2026-11-21"), "backfilled"))
                .isEqualTo("true");
    }

    @Test
    void bothEditionsCodesFindAFactor() {
        city.register("LEGACY-1", false);
        city.send("LEGACY-1", "2061", "20261120200000", "011-Avg=41.0,011-Flag=N", EVENING);
        String hour = "kind=hour&from=2026-11-20&to=2026-11-21&factor=";
        assertThat(values(readings("LEGACY-1", hour + "011"), "factor")).isEqualTo("w01018");
        assertThat(values(readings("LEGACY-1", hour + "w01018,w21003"), "factor"))
                .isEqualTo("w01018");
        assertThat(readings("LEGACY-1", hour + "w21003")).isEmpty();
    }

    @Test
    void anEndStampedPointsHourAndDayAreTheOnesBefore() {
        city.register("ENDING-1", true);
        city.send("ENDING-1", "2061", "20261120210000", "w01018-Avg=41.0", EVENING);
        city.send("ENDING-1", "2031", "20261120000000", "w01018-Avg=39.0", EVENING);
        assertThat(values(readings("ENDING-1", "kind=hour&from=2026-11-20&to=2026-11-21"), "time"))
                .isEqualTo("2026-11-20T20:00:00+08:00");
        assertThat(values(readings("ENDING-1", "kind=day&from=2026-11-01&to=2026-11-21"), "time"))
                .isEqualTo("2026-11-19T00:00:00+08:00");
    }

    @Test
    void realtimeAndMinuteSeriesAreDecodedFromTheLogInTheOrderOfTimeAndPartsAreJoined() {
        city.register("SERIES-1", false);
        city.send("SERIES-1", "2011", "20261120210030", "w01018-Rtd=41.1", EVENING);
        city.send("SERIES-1", "2011", "20261120210000", "w01018-Rtd=41.0", EVENING);
        city.send("SERIES-1", "2011", "20261120210000", "w21003-Rtd=1.5,w21003-Flag=D", EVENING);
        city.send("SERIES-1", "2051", "20261120210000", "w01018-Avg=41.0,w01018-ZsAvg=43", EVENING);
        JsonNode realtime =
                readings("SERIES-1", "kind=realtime&from=2026-11-20T21:00:00%2B08:00&to=2026-11-20T21:01:00%2B08:00");
        assertThat(values(realtime, "factor")).isEqualTo("w01018 w21003 w01018");
        assertThat(values(realtime, "rtd")).isEqualTo("41.0 1.5 41.1");
        JsonNode minute = readings("SERIES-1", "kind=minute&from=2026-11-20&to=2026-11-21");
        assertThat(values(minute, "zsAvg")).isEqualTo("43");
        assertThat(minute.get(0).get("rtd").isNull()).isTrue();
    }

    @Test
    void badQueriesGetAMessageThatNamesWhatIsPossible() {
        city.register("QUERIES-1", false);
        assertProblem(
                http.get("/api/points/QUERIES-1/readings?kind=weekly"), 400, "'weekly'", "realtime, minute, hour, day");
        assertProblem(http.get("/api/points/QUERIES-1/readings"), 400, "kind");
        assertProblem(http.get("/api/points/NOBODY/readings?kind=hour"), 404, "'NOBODY'");
        assertProblem(
                http.get("/api/points/QUERIES-1/readings?kind=realtime&from=2026-01-01&to=2026-11-01"),
                400,
                "at most 7 days");
        assertProblem(
                http.get("/api/points/QUERIES-1/readings?kind=hour&from=2026-11-02&to=2026-11-01"), 400, "before from");
        assertProblem(http.get("/api/points/QUERIES-1/readings?kind=hour&from=yesterday"), 400, "yesterday");
        assertProblem(http.get("/api/points/QUERIES-1/readings?kind=hour&versions=some"), 400, "'some'", "all");
    }

    @Test
    void anMnThatNobodyHasIsOfferedAndItsPacketsBelongToThePointOnceItIsRegistered() {
        city.send("STRANGER-1", "2061", "20261120200000", "w01018-Avg=41.0", EVENING);
        city.send("stranger-1", "2061", "20261120210000", "w21003-Avg=1.0", EVENING);
        city.awaitDerived();
        JsonNode offered = StreamSupport.stream(
                        http.get("/api/unregistered").json().spliterator(), false)
                .filter(mn -> mn.get("mn").asString().equals("STRANGER-1"))
                .findFirst()
                .orElseThrow();
        assertThat(offered.get("packets").asInt()).isEqualTo(2);
        assertThat(offered.get("edition").asString()).isEqualTo("2017");
        assertThat(offered.get("st").asString()).isEqualTo("32");
        assertThat(offered.get("factors").toString()).isEqualTo("[\"w01018\",\"w21003\"]");

        city.register("STRANGER-1", false);
        city.awaitDerived();
        assertThat(values(readings("STRANGER-1", "kind=hour&from=2026-11-20&to=2026-11-21"), "avg"))
                .isEqualTo("41.0 1.0");
        assertThat(http.get("/api/unregistered").body()).doesNotContain("STRANGER-1");
    }

    @Test
    void aStrangePacketHoldsUpNoOther() {
        city.register("STRANGE-1", false);
        String face = new String(Character.toChars(0x1F600));
        String items = "f".repeat(300) + "-Avg=1," + "w01018-Avg=1e30,w01018-Min=\u0000,w01018-Max=" + "9".repeat(40)
                + ",w01018-Cou=" + "x".repeat(63) + face + ",w01018-Flag=" + "F".repeat(200)
                + ";\\\t\u0001-Avg=\\N;w21003-Avg=1.5;-Avg=2;w21003-Avg=1.6";
        city.send("STRANGE-1", "2061", "20261120200000", items, EVENING);
        city.send("STRANGE-1", "2011", "20261120200000", items.replace("-Avg", "-Rtd"), EVENING);
        city.send("STRANGE-1", "2061", "20261120210000", "w01018-Avg=41.0", EVENING);
        JsonNode hours = readings("STRANGE-1", "kind=hour&from=2026-11-20&to=2026-11-21&factor=w01018,w21003");
        assertThat(values(hours, "factor")).isEqualTo("w01018 w21003 w01018");
        assertThat(hours.get(1).get("avg").asDouble()).isEqualTo(1.6);
        assertThat(hours.get(0).get("raw").get("cou").asString()).isEqualTo("x".repeat(63));
    }

    @Test
    void readersSayHowFarTheyAre() {
        city.register("LAG-1", false);
        city.send("LAG-1", "2061", "20261120200000", "w01018-Avg=41.0", EVENING);
        city.awaitDerived();
        JsonNode readers = http.get("/api/readers").json();
        assertThat(values(readers, "name")).contains("readings", "readings.rederive");
        assertThat(values(readers, "lag")).startsWith("0 0");
    }

    private JsonNode readings(String mn, String query) {
        city.awaitDerived();
        Answer answer = http.get("/api/points/" + mn + "/readings?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String values(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.get(field).isString()
                        ? item.get(field).asString()
                        : item.get(field).toString())
                .collect(Collectors.joining(" "));
    }

    private static void assertProblem(Answer answer, int status, String... texts) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).contains(texts);
    }
}
