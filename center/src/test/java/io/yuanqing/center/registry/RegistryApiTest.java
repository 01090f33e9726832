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
    void aSwapOfTheLoggerEndsTheOldMnAndBeginsTheNewOneAtTheSameMoment() {
        String first = mn();
        String second = mn();
        long id = point(first, enterprise("焦化厂", "新平县"), "焦炉烟囱", "GAS")
                .json()
                .get("id")
                .asLong();
        listener.heard.clear();
        Answer swapped = admin.send(
                "PUT",
                "/api/points/" + first + "/logger",
                "{\"mn\": \"%s\", \"from\": \"2026-03-01T08:00\"}".formatted(second.toLowerCase()));
        assertThat(swapped.status()).as(swapped.body()).isEqualTo(200);

        Instant moment = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(points.bindingsOf(id))
                .containsExactly(
                        new LoggerBinding(first, id, null, moment), new LoggerBinding(second, id, moment, null));
        assertThat(points.bindingAt(first, moment.minusMillis(1))).isPresent();
        assertThat(points.bindingAt(first, moment)).isEmpty();
        assertThat(points.bindingAt(second, moment)).isPresent();
        assertThat(points.bindingAt(second, moment.minusMillis(1))).isEmpty();
        assertThat(points.known(second)).isTrue();
        assertThat(listener.heard)
                .containsExactly(new PointChanged(id, first, moment), new PointChanged(id, second, moment));
        assertThat(admin.get("/api/points/" + first).json().get("mn").asString())
                .as("found under an MN that it no longer has")
                .isEqualTo(second.toLowerCase());
        assertThat(admin.get("/api/points/" + second + "/loggers").json().size())
                .isEqualTo(2);
        assertThat(admin.get("/api/audit?subject=point:" + id).body()).contains("LOGGER_SWAPPED", "POINT_REGISTERED");
    }

    @Test
    void anMnThatWasSwappedOutMaySpeakForAnotherPointFromThatMomentOn() {
        long enterprise = enterprise("烟厂", "红塔区");
        String wandering = mn();
        point(wandering, enterprise, "旧站", "WATER");
        String path = "/api/points/" + wandering + "/logger";
        admin.send("PUT", path, "{\"mn\": \"%s\", \"from\": \"2026-03-01\"}".formatted(mn()));
        long next = point(wandering, enterprise, "新站", "WATER").json().get("id").asLong();
        assertThat(points.bindingAt(wandering, Instant.parse("2026-02-28T16:00:00Z")))
                .hasValueSatisfying(binding -> assertThat(binding.pointId()).isEqualTo(next));
        assertThat(points.bindingAt(wandering, Instant.parse("2026-02-28T15:59:59Z")))
                .hasValueSatisfying(binding -> assertThat(binding.pointId()).isNotEqualTo(next));
        assertThat(admin.get("/api/points/" + wandering).json().get("id").asLong())
                .as("an MN names the point for which it speaks")
                .isEqualTo(next);
    }

    @Test
    void aSwapThatWouldContradictThePastIsRefusedWithTheReason() {
        long enterprise = enterprise("电镀厂", "通海县");
        String mn = mn();
        String other = mn();
        point(mn, enterprise, "一号", "WATER");
        point(other, enterprise, "二号", "WATER");
        assertThat(swap(mn, other, "2026-03-01").body()).contains("\"status\":409", "二号");
        assertThat(swap(mn, mn, "2026-03-01").body()).contains("\"field\":\"mn\"", "already");
        assertThat(swap(mn, mn(), "2199-01-01").body()).contains("\"field\":\"from\"", "2199");
        assertThat(swap(mn, mn(), "soon").body()).contains("\"field\":\"from\"", "'soon'");
        assertThat(swap("nobody", mn(), "2026-03-01").status()).isEqualTo(404);
        String second = mn();
        assertThat(swap(mn, second, "2026-03-01").status()).isEqualTo(200);
        assertThat(swap(second, mn(), "2026-02-28").body()).contains("\"field\":\"from\"", second);
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

    private Answer swap(String mn, String newMn, String from) {
        return admin.send(
                "PUT", "/api/points/" + mn + "/logger", "{\"mn\": \"%s\", \"from\": \"%s\"}".formatted(newMn, from));
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
