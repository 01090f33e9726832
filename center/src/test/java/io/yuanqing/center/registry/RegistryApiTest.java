package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@SpringBootTest(
        classes = {Center.class, RegistryApiTest.Listening.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class RegistryApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Points points;

    @Autowired
    Listener listener;

    TestHttp admin;

    @BeforeEach
    void signIn() {
        admin = TestHttp.admin(port);
        listener.heard.clear();
    }

    @Test
    void aPointNeedsFiveFieldsOnlyAndTheRestFollowsFromItsMedium() {
        long enterprise = enterprise("玉溪纸业", "红塔区");
        String mn = mn();
        Answer answer = point(mn, enterprise, "总排口", "WATER");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("mn").asString()).isEqualTo(mn);

        MonitoringPoint point = points.byId(answer.json().get("id").asLong()).orElseThrow();
        assertThat(point.st()).isEqualTo("32");
        assertThat(point.assessedFactors()).containsExactly("w01018", "w21003", "w21011", "w21001");
        assertThat(point.outletName()).isEqualTo("总排口");
        assertThat(point.county()).isEqualTo("红塔区");
        assertThat(point.autoCommands()).isFalse();
        assertThat(point.endStamped()).isFalse();
        assertThat(point.referenceOxygen()).isNull();
    }

    @Test
    void everythingThatCanBeSaidAboutAPointIsKept() {
        long enterprise = enterprise("水泥厂", "易门县");
        Answer answer = admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": %d, "name": "窑尾", "medium": "GAS", "edition": "2025", "st": "31",
                 "factors": ["a34013", "a21026"], "outletName": "1#烟囱", "password": "123456",
                 "assessedFactors": [], "referenceOxygen": 10, "referenceOxygenByFactor": {"a21026": 8.5},
                 "connectedFrom": "2026-01-01", "endStamped": true, "minuteInterval": 10, "autoCommands": true}
                """.formatted(mn(), enterprise));
        MonitoringPoint point = points.byId(answer.json().get("id").asLong()).orElseThrow();
        assertThat(point.outletName()).isEqualTo("1#烟囱");
        assertThat(point.factors()).containsExactly("a34013", "a21026");
        assertThat(point.assessedFactors()).isEmpty();
        assertThat(point.referenceOxygen()).isEqualByComparingTo("10");
        assertThat(point.referenceOxygenByFactor()).isEqualTo(Map.of("a21026", new java.math.BigDecimal("8.5")));
        assertThat(point.connectedFrom()).isEqualTo("2026-01-01");
        assertThat(point.minuteInterval()).isEqualTo(10);
        assertThat(point.endStamped()).isTrue();
        assertThat(point.autoCommands()).isTrue();
    }

    @Test
    void anMnSpeaksForOnePointAtATimeWhateverItsCaseAndTheRefusalNamesThatPoint() {
        long enterprise = enterprise("化工厂", "华宁县");
        String mn = mn();
        point(mn, enterprise, "东排口", "WATER");
        Answer again = point("  " + mn.toLowerCase() + " ", enterprise, "西排口", "WATER");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
        assertThat(again.json().get("detail").asString()).contains(mn, "东排口", "化工厂");
        assertThat(points.all()).extracting(MonitoringPoint::name).doesNotContain("西排口");
    }

    @Test
    void packetsThatCameBeforeTheRegistrationBelongToThePoint() {
        String mn = mn();
        assertThat(points.bindingAt(mn, Instant.now())).isEmpty();
        long id = point(mn, enterprise("糖厂", "元江县"), "总排口", "WATER")
                .json()
                .get("id")
                .asLong();
        // The cache held "unknown" and must not keep it.
        assertThat(points.bindingAt(mn.toLowerCase(), Instant.parse("2020-01-01T00:00:00Z")))
                .hasValueSatisfying(binding -> assertThat(binding.pointId()).isEqualTo(id));
        assertThat(points.bindingsOf(id)).containsExactly(new LoggerBinding(mn, id, null, null));
    }

    @Test
    void theEventOfARegistrationIsHeardWithinItsTransaction() {
        String mn = mn();
        long id =
                point(mn, enterprise("电厂", "红塔区"), "烟囱", "GAS").json().get("id").asLong();
        assertThat(listener.heard).containsExactly(new PointChanged(id, mn, null));
        assertThat(listener.inTransaction).isTrue();
    }

    @Test
    void allThatIsWrongWithAPointIsSaidAtOnceNamingValueAndRule() {
        Answer answer = admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": 1, "name": " ", "medium": "WATER", "edition": "2011",
                 "referenceOxygen": 21, "minuteInterval": 0, "factors": ["w 1"]}
                """.formatted("x".repeat(41)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer))
                .containsExactly("mn", "name", "edition", "factors[0]", "referenceOxygen", "minuteInterval");
        assertThat(answer.body()).contains("'2011'", "2005, 2017 or 2025", "1 to 40");
    }

    @Test
    void aMediumThatDoesNotExistListsThoseThatDo() {
        Answer answer = point(mn(), 1, "总排口", "LAVA");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("medium");
        assertThat(answer.body()).contains("'LAVA'", "WATER, GAS");
    }

    @Test
    void anEnterpriseThatIsNotOnRecordIsNamed() {
        Answer answer = point(mn(), 987654, "总排口", "WATER");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("enterpriseId");
        assertThat(answer.body()).contains("987654", "POST /api/enterprises");
    }

    @Test
    void aBrokenOrMissingOrMistypedBodyIsAProblemAndNoStackTrace() {
        assertThat(admin.post("/api/points", "{\"mn\": ").json().get("errors").toString())
                .contains("no valid JSON");
        assertThat(admin.send("POST", "/api/points", "").status()).isEqualTo(400);
        assertThat(admin.post("/api/points", "[]").status()).isEqualTo(400);
        Answer date = admin.post("/api/points", "{\"connectedFrom\": \"yesterday\"}");
        assertThat(fields(date)).containsExactly("connectedFrom");
        assertThat(date.body()).contains("yesterday", "2026-11-24").doesNotContain("java.");
    }

    @Test
    void enterprisesAreListedByCountyClassAndName() {
        enterprise("甲%_厂", "峨山县");
        enterprise("乙厂", "峨山县");
        assertThat(admin.get("/api/enterprises?county=" + encoded("峨山县"))
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        Answer byName = admin.get("/api/enterprises?q=" + encoded("%_"));
        assertThat(byName.json().get("total").asInt()).isEqualTo(1);
        assertThat(byName.json().get("items").get(0).get("name").asString()).isEqualTo("甲%_厂");
        assertThat(byName.json().get("items").get(0).get("supervisionClass").asString())
                .isEqualTo("KEY");
        assertThat(admin.get("/api/enterprises?supervisionClass=GENERAL")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(admin.get("/api/counties").body()).contains("峨山县");
        assertThat(admin.get("/api/enterprises?size=1001").status()).isEqualTo(400);
    }

    @Test
    void factorsHaveNamesAndUnits() {
        Answer answer = admin.get("/api/factors");
        assertThat(answer.json().size()).isGreaterThan(400);
        assertThat(answer.body()).contains("\"code\":\"w01018\",\"legacyCode\":\"011\"", "\"unit\":\"mg/L\"");
    }

    private long enterprise(String name, String county) {
        Answer answer = admin.post(
                "/api/enterprises",
                "{\"name\": \"%s\", \"county\": \"%s\", \"supervisionClass\": \"KEY\"}".formatted(name, county));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    private Answer point(String mn, long enterprise, String name, String medium) {
        return admin.post("/api/points", """
                {"mn": "%s", "enterpriseId": %d, "name": "%s", "medium": "%s", "edition": "2017"}
                """.formatted(mn, enterprise, name, medium));
    }

    private static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        return fields;
    }

    private static String mn() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    static class Listener {
        final List<PointChanged> heard = new ArrayList<>();
        boolean inTransaction;

        @EventListener
        void on(PointChanged event) {
            heard.add(event);
            inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        }
    }

    @Configuration
    static class Listening {
        @Bean
        Listener listener() {
            return new Listener();
        }
    }
}
