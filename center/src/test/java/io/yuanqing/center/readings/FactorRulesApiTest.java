package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class FactorRulesApiTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T13:05:00Z"); // 21:05 in the city

    private static final Pattern AVG = Pattern.compile("\"avg\":([^,]+)"); // every digit, as sent

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
    void aRuleCountsFromItsDayOnForWhatWasReceivedBeforeItAndAfterIt() {
        city.register("RULE-1", false);
        city.send("RULE-1", "2061", "20261119200000", "w01018-Avg=0.0400,w01018-Flag=N", EVENING);
        city.send("RULE-1", "2061", "20261120190000", "w01018-Avg=0.0410,w01018-Cou=1.5,w01018-Flag=N", EVENING);
        city.send("RULE-1", "2011", "20261120205900", "w01018-Rtd=0.0430,w01018-Flag=N", EVENING);
        city.awaitDerived();
        assertThat(averages("RULE-1")).isEqualTo("0.0400 0.0410");

        Answer rule = post("RULE-1", "{\"sentAs\": \"W01018\", \"unit\": \"g/L\", \"effectiveFrom\": \"2026-11-20\"}");
        assertThat(rule.status()).as(rule.body()).isEqualTo(201);
        assertThat(rule.body()).contains("\"multiplier\":1000", "\"sentAs\":\"w01018\"");
        city.awaitDerived();
        city.send("RULE-1", "2061", "20261120200000", "w01018-Avg=0.0420,w01018-Flag=N", EVENING);
        city.awaitDerived();
        assertThat(averages("RULE-1")).isEqualTo("0.0400 41.0 42.0");
        Answer realtime = http.get(
                "/api/points/RULE-1/readings?kind=realtime&from=2026-11-20T20:00:00%2B08:00&to=2026-11-20T22:00:00%2B08:00");
        assertThat(realtime.body()).contains("\"rtd\":43.0");
        assertThat(http.get("/api/points/RULE-1").body()).contains("43.0").doesNotContain("0.0430");
        assertThat(http.get("/api/points/RULE-1/packets").body()).contains("w01018-Rtd=0.0430");

        long id = rule.json().get("id").asLong();
        Answer ended =
                http.send("PUT", "/api/points/RULE-1/factor-rules/" + id + "/end", "{\"effectiveTo\": \"2026-11-20\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        city.awaitDerived();
        assertThat(averages("RULE-1")).as("it never counted").isEqualTo("0.0400 0.0410 0.0420");
        assertThat(http.get("/api/audit?subject=point:*&act=FACTOR_RULE_ENDED")
                        .json()
                        .get("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void anAliasNamesTheFactorThatIsMeant() {
        city.register("RULE-2", false);
        assertThat(post("RULE-2", "{\"sentAs\": \"x77\", \"factor\": \"w21003\"}")
                        .status())
                .isEqualTo(201);
        city.send("RULE-2", "2061", "20261120200000", "x77-Avg=1.50,x77-Flag=N", EVENING);
        city.awaitDerived();
        assertThat(http.get("/api/points/RULE-2/readings?kind=hour&from=2026-11-20&to=2026-11-21&factor=w21003")
                        .body())
                .contains("\"avg\":1.50");
    }

    @Test
    void whatIsNoRuleIsRefusedWithItsReason() {
        city.register("RULE-3", false);
        assertThat(post("RULE-3", "{\"sentAs\": \"x78\"}").body()).contains("name the factor that is meant");
        assertThat(post("RULE-3", "{\"sentAs\": \"w01018\"}").body()).contains("another code or another unit");
        assertThat(post("RULE-3", "{\"sentAs\": \"w01018\", \"unit\": \"mg/L\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("RULE-3", "{\"sentAs\": \"a21026\", \"unit\": \"ppm\"}").body())
                .contains("give the multiplier");
        assertThat(post("RULE-3", "{\"sentAs\": \"a21026\", \"unit\": \"ppm\", \"multiplier\": 0}")
                        .status())
                .isEqualTo(400);
        assertThat(post("RULE-3", "{}").body()).contains("\"field\":\"sentAs\"");
        assertThat(post("RULE-3", "{\"sentAs\": \"a21026\", \"unit\": \"ppm\", \"multiplier\": 2.86}")
                        .status())
                .isEqualTo(201);
        assertThat(post("RULE-3", "{\"sentAs\": \"A21026\", \"unit\": \"g/m3\"}")
                        .status())
                .as("two rules for one code on one day")
                .isEqualTo(409);
        assertThat(http.send("PUT", "/api/points/RULE-3/factor-rules/999999/end", "{\"effectiveTo\": \"2026-11-20\"}")
                        .status())
                .isEqualTo(404);
    }

    private Answer post(String mn, String rule) {
        return http.post("/api/points/" + mn + "/factor-rules", rule);
    }

    private String averages(String mn) {
        Answer answer =
                http.get("/api/points/" + mn + "/readings?kind=hour&from=2026-11-19&to=2026-11-21&factor=w01018");
        return AVG.matcher(answer.body()).results().map(found -> found.group(1)).collect(Collectors.joining(" "));
    }
}
