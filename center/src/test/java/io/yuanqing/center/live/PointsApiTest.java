package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import io.yuanqing.center.readings.City;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.live.streams=2")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class PointsApiTest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Center.CITY_ZONE);

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
    void aPointIsShownWithItsRegistrationItsStateAndItsLatestValues() {
        city.register("SHOWN-1", false, "w01018");
        send("SHOWN-1", "w01018-Rtd=41.0,w01018-Flag=N,w01018-ZsRtd=43.50", Instant.now());
        city.awaitDerived();
        Answer answer = http.get("/api/points/shown-1");
        assertThat(answer.body()).contains("\"value\":41.0,\"text\":\"41.0\",\"flag\":\"N\",\"zs\":43.50,");
        JsonNode point = answer.json();
        assertThat(point.get("mn").asString()).isEqualTo("SHOWN-1");
        assertThat(point.get("county").asString()).isEqualTo("红塔区");
        assertThat(point.get("assessedFactors").toString()).isEqualTo("[\"w01018\"]");
        assertThat(point.get("online").asBoolean()).isTrue();
        assertThat(point.get("state").asString()).isEqualTo("NORMAL");
        assertThat(point.get("stateReason").isNull()).isTrue();
        assertThat(point.get("receivedAt").asString()).endsWith("+08:00");
        assertThat(point.has("point")).isFalse();
    }

    @Test
    void theListIsFilteredByStateAndConnectionOverAllPages() {
        city.register("LIST-OFFLINE", false);
        city.register("LIST-STOPPED", false, "w01018");
        city.register("LIST-NORMAL", false, "w01018");
        send("LIST-STOPPED", "w01018-Rtd=0,w01018-Flag=F", Instant.now());
        send("LIST-NORMAL", "w01018-Rtd=41.0,w01018-Flag=N", Instant.now());
        city.awaitDerived();
        assertThat(mns("q=LIST-")).isEqualTo("LIST-OFFLINE LIST-STOPPED LIST-NORMAL");
        assertThat(mns("q=LIST-&state=OFFLINE,STOPPED")).isEqualTo("LIST-OFFLINE LIST-STOPPED");
        assertThat(mns("q=LIST-&online=true")).isEqualTo("LIST-STOPPED LIST-NORMAL");
        assertThat(mns("q=LIST-&online=true&page=1&size=1")).isEqualTo("LIST-NORMAL");
        assertThat(http.get("/api/points?q=LIST-&online=true&size=1")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(mns("q=LIST-&medium=GAS")).isEmpty();
        assertThat(mns("q=LIST-&county=新平县")).isEmpty();
    }

    @Test
    void dataThatCameLongAgoDoNotMakeAPointOnline() {
        city.register("SILENT-1", false);
        Instant yesterday = Instant.now().minusSeconds(86_400);
        send("SILENT-1", "w01018-Rtd=41.0,w01018-Flag=N", yesterday);
        city.awaitDerived();
        JsonNode point = http.get("/api/points/SILENT-1").json();
        assertThat(point.get("state").asString()).isEqualTo("OFFLINE");
        assertThat(point.get("stateReason").get("code").asString()).isEqualTo("SILENT");
        assertThat(point.get("stateReason").get("since").asString())
                .isEqualTo(point.get("receivedAt").asString());
    }

    @Test
    void badQueriesAreNamed() {
        assertProblem(http.get("/api/points?size=1001"), 400, "1001", "1000");
        assertProblem(http.get("/api/points?page=-1"), 400, "-1");
        assertProblem(http.get("/api/points?state=BROKEN"), 400, "BROKEN", "OFFLINE");
        assertProblem(http.get("/api/points/NO-SUCH-MN"), 404, "'NO-SUCH-MN'");
        assertThat(TestHttp.nobody(port).get("/api/points").status()).isEqualTo(401);
    }

    private void send(String mn, String items, Instant at) {
        city.send(mn, "2011", STAMP.format(at), items, at);
    }

    private String mns(String query) {
        Answer answer = http.get("/api/points?" + query.replace("新平县", "%E6%96%B0%E5%B9%B3%E5%8E%BF"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(point -> point.get("mn").asString())
                .collect(Collectors.joining(" "));
    }

    private static void assertProblem(Answer answer, int status, String... texts) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).contains(texts);
    }
}
