package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import io.yuanqing.center.readings.City;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.StreamSupport;
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

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"yuanqing.live.tick=50ms", "yuanqing.live.day-renewed=0s"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class OverviewApiTest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Center.CITY_ZONE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    City city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StateChanges changes;

    @LocalServerPort
    int port;

    private TestHttp http;

    @BeforeEach
    void signIn() {
        http = TestHttp.admin(port);
    }

    @Test
    void aPointStandsAtItsOutletElseAtItsEnterprise() {
        city.register("PLACE-1", false);
        jdbc.sql("update enterprise set longitude = 102.5, latitude = 24.3 where name = '玉溪试验水泥有限公司'")
                .update();
        assertThat(place("PLACE-1").get("longitude").decimalValue()).isEqualByComparingTo("102.5");
        jdbc.sql("""
                        update outlet set longitude = 102.7, latitude = 24.1
                        where id = (select outlet_id from monitoring_point where mn = 'PLACE-1')""").update();
        assertThat(place("PLACE-1").get("longitude").decimalValue()).isEqualByComparingTo("102.7");
        assertThat(place("PLACE-1").get("latitude").decimalValue()).isEqualByComparingTo("24.1");
        assertThat(json("/api/overview/places?county=NOWHERE")).isEmpty();
    }

    // What happened on a shift is read here the next morning: it must outlive the server's memory.
    @Test
    void aChangedStateIsOnRecordWithItsPointAndReason() {
        city.register("CHANGE-1", false, "w01018");
        await().atMost(PATIENCE).until(() -> onBoard("CHANGE-1")); // whoever is new there has not changed
        city.send("CHANGE-1", "2011", STAMP.format(Instant.now()), "w01018-Rtd=41.0,w01018-Flag=N", Instant.now());
        await().atMost(PATIENCE).until(() -> !changesOf("CHANGE-1").isEmpty());
        city.send(
                "CHANGE-1",
                "2011",
                STAMP.format(Instant.now().plusSeconds(1)),
                "w01018-Rtd=41.0,w01018-Flag=D",
                Instant.now());
        await().atMost(PATIENCE).until(() -> changesOf("CHANGE-1").size() == 2);
        JsonNode newest = changesOf("CHANGE-1").get(0);
        assertThat(newest.get("from").asString()).isEqualTo("NORMAL");
        assertThat(newest.get("to").asString()).isEqualTo("ABNORMAL");
        assertThat(newest.get("reason").get("flag").asString()).isEqualTo("D");
        assertThat(newest.get("county").asString()).isEqualTo("红塔区");
        assertThat(newest.get("at").asString()).endsWith("+08:00");

        // Old ones go, but since when a state holds stays known.
        assertThat(changes.forget(Instant.now().plus(Duration.ofDays(1)), Duration.ofHours(1)))
                .isPositive();
        assertThat(changesOf("CHANGE-1")).hasSize(1);
    }

    @Test
    void theHoursOfADayCountWhoExceededAndWhoSaidNothing() {
        city.register("HOURS-OVER", false, "a21026");
        city.register("HOURS-SILENT", false, "a21026");
        city.register("HOURS-NEVER-CONNECTED", false, "a21026");
        city.send("HOURS-SILENT", "2011", STAMP.format(Instant.now()), "a21026-Rtd=41.0,a21026-Flag=N", Instant.now());
        city.awaitDerived();
        jdbc.sql("update monitoring_point set medium = 'GAS' where mn like 'HOURS-%'")
                .update();
        Answer limit = http.post(
                "/api/points/HOURS-OVER/limits",
                "{\"permitNumber\": \"91530402MA51J0AW6B001P\", \"effectiveFrom\": \"2020-01-01\","
                        + " \"values\": [{\"factor\": \"a21026\", \"period\": \"HOUR\", \"value\": 50}]}");
        assertThat(limit.status()).as(limit.body()).isBetween(200, 299);
        List<JsonNode> before = hours("");
        assertThat(before).hasSize(LastDay.HOURS);
        String hour = before.get(LastDay.HOURS - 1).get("start").asString();
        assertThat(hour).endsWith(":00:00+08:00");
        city.send(
                "HOURS-OVER",
                "2061",
                STAMP.format(OffsetDateTime.parse(hour)),
                "a21026-Avg=80,a21026-Flag=N",
                Instant.now());
        city.awaitDerived();

        // The hour may have turned meanwhile: then it is the last but one.
        JsonNode counted = hours("").stream()
                .filter(one -> one.get("start").asString().equals(hour))
                .findFirst()
                .orElseThrow();
        assertThat(counted.get("exceeding").asInt()).isEqualTo(1);
        // Who has never spoken and has no date of connection owes nothing yet.
        JsonNode owed = before.get(LastDay.HOURS - 1);
        assertThat(owed.get("missing").asInt()).isPositive();
        assertThat(counted.get("points").asInt()).isEqualTo(owed.get("points").asInt() + 1);
        assertThat(counted.get("missing").asInt()).isEqualTo(owed.get("missing").asInt());
        assertThat(hours("").get(0).get("exceeding").asInt()).isZero();
        assertThat(hours("?county=NOWHERE")).allMatch(one -> one.get("points").asInt() == 0);
    }

    // A county bureau must learn nothing of its neighbours, not even how many they are.
    @Test
    void nothingOfOtherCountiesIsShown() {
        city.register("SCOPED-1", false);
        jdbc.sql("""
                        insert into account (name, display_name, password_hash, scope_counties)
                        select 'overview-bureau', 'bureau', password_hash, array['澄江市'] from account where name = 'admin'
                        """).update();
        TestHttp bureau = TestHttp.basic(port, "overview-bureau", TestDatabase.ADMIN_PASSWORD);
        assertThat(bureau.get("/api/overview/places").json()).isEmpty();
        assertThat(bureau.get("/api/overview/changes").json()).isEmpty();
        assertThat(bureau.get("/api/overview/hours").json())
                .allMatch(one ->
                        one.get("points").asInt() == 0 && one.get("missing").asInt() == 0);
    }

    @Test
    void badQueriesAreNamed() {
        assertThat(http.get("/api/overview/changes?size=501").status()).isEqualTo(400);
        assertThat(http.get("/api/overview/changes?size=501").body()).contains("501");
        assertThat(TestHttp.nobody(port).get("/api/overview/places").status()).isEqualTo(401);
    }

    private boolean onBoard(String mn) throws Exception {
        try (EventReader stream = EventReader.open(port)) {
            return !of(stream.next("snapshot").json().get("points"), mn).isEmpty();
        }
    }

    private JsonNode place(String mn) {
        return of(json("/api/overview/places"), mn).get(0);
    }

    private List<JsonNode> changesOf(String mn) {
        return of(json("/api/overview/changes?size=500"), mn);
    }

    private List<JsonNode> hours(String query) {
        return StreamSupport.stream(json("/api/overview/hours" + query).spliterator(), false)
                .toList();
    }

    private JsonNode json(String path) {
        Answer answer = http.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonNode> of(JsonNode list, String mn) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get("mn").asString().equals(mn))
                .toList();
    }
}
