package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.TestHttp.Answer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The data scope is complete: every endpoint has a kind, and a county's user, who holds every permission, asks by each of them
 * for another county's things. A new endpoint without a kind fails the build.
 */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.live.tick=50ms")
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfEndpointsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Served in the demo only. */
    private static final Set<String> ABSENT = Set.of("GET /api/demo/history");

    /** Where an empty body would be refused before anybody asks whose thing it is. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/points/{mn}/commands", "{\"command\": \"GET_CLOCK\"}",
            "PUT /api/enterprises/{id}/contacts", "[]",
            "POST /api/notices/{id}/decision", "{\"approved\": true}",
            "POST /api/equipment/{id}/removal", "{\"on\": \"2026-11-01\"}",
            "POST /api/quarantine/{id}/readmit", "{\"acceptCheck\": true, \"reason\": \"test\"}");

    /** What an endpoint must be asked for, by the end of its path. */
    private static final Map<String, String> QUERIES = Map.of(
            "/file",
            "?kind=realtime",
            "/files",
            "?name=x.pdf",
            "/readings",
            "?kind=realtime",
            "/tables",
            TwoCounties.TABLE,
            "/totals",
            TwoCounties.TABLE);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private TwoCounties city;
    private TestHttp admin;
    private TestHttp bureau;

    @BeforeEach
    void twoCounties() throws IOException {
        if (city == null) {
            admin = TestHttp.admin(port);
            bureau = TwoCounties.bureau(port);
            city = new TwoCounties(admin, jdbc, tcpPort());
        }
    }

    @AfterAll
    void leave() throws IOException {
        city.close();
    }

    @Test
    void everyEndpointHasAKind() {
        Set<String> known = new TreeSet<>(EndpointScope.table().keySet());
        known.removeAll(ABSENT);
        assertThat(served())
                .as("add a new endpoint to EndpointScope, with the kind of its data scope")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @TestFactory
    Stream<DynamicTest> anothersThingDoesNotExist() {
        return of(EndpointScope.ONE, endpoint -> {
            Answer foreign = ask(bureau, endpoint, path(endpoint, false));
            Answer absent = ask(bureau, endpoint, path(endpoint, true));
            assertThat(foreign.status()).as(foreign.body()).isEqualTo(404);
            assertThat(foreign.body()).doesNotContain(TwoCounties.MARK);
            assertThat(absent.status())
                    .as("what does not exist is answered alike")
                    .isEqualTo(404);
            if (endpoint.startsWith("GET ")) {
                assertThat(ask(admin, endpoint, path(endpoint, false)).status())
                        .as("it is there for who may see it")
                        .isEqualTo(200);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> listsHoldNothingOfAnother() {
        return of(EndpointScope.LIST, endpoint -> {
            String path = path(endpoint, false);
            boolean stream = path.equals("/api/live");
            await().untilAsserted(() -> assertThat(stream ? beginning("admin") : text(admin, path))
                    .as("it is there for who may see it")
                    .containsAnyOf(TwoCounties.MARK, TwoCounties.MN, "红塔区"));
            assertThat(stream ? beginning("bureau") : text(bureau, path))
                    .doesNotContain(TwoCounties.MARK, TwoCounties.MN, "红塔区");
        });
    }

    @TestFactory
    Stream<DynamicTest> sumsAreOverTheCallersDataScope() {
        return of(EndpointScope.SUM, endpoint -> {
            String path = path(endpoint, false);
            assertThat(pointsOf(bureau, path)).isLessThan(pointsOf(admin, path));
        });
    }

    @TestFactory
    Stream<DynamicTest> workThatAnotherBeganDoesNotExist() {
        return of(EndpointScope.OWN_WORK, endpoint -> {
            if (endpoint.contains("{id}")) {
                Answer foreign = ask(bureau, endpoint, path(endpoint, false));
                assertThat(foreign.status()).as(foreign.body()).isEqualTo(404);
                assertThat(ask(bureau, endpoint, path(endpoint, true)).status()).isEqualTo(404);
            } else if (endpoint.startsWith("GET ")) {
                String path = endpoint.substring(4);
                assertThat(admin.get(path).body()).contains(city.id("tables"));
                assertThat(bureau.get(path).body()).doesNotContain(city.id("tables"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingNewIsMadeInAnothersCounty() {
        Map<String, String> requests = Map.of(
                "POST /api/certificates",
                "?owner=ENTERPRISE&ownerId=%d {\"kind\": \"ACCEPTANCE\", \"name\": \"x\"}".formatted(city.enterprise()),
                "POST /api/contracts",
                " {\"mn\": \"%s\", \"contractorId\": %s, \"validFrom\": \"2030-01-01\"}"
                        .formatted(TwoCounties.MN, city.id("contractors")),
                "POST /api/enterprises",
                " {\"name\": \"x\", \"county\": \"红塔区\", \"supervisionClass\": \"KEY\"}",
                "POST /api/points",
                " {\"mn\": \"NEW-1\", \"enterpriseId\": %d, \"name\": \"x\", \"medium\": \"WATER\", \"edition\": \"2017\"}"
                        .formatted(city.enterprise()));
        return of(EndpointScope.NEW, endpoint -> {
            assertThat(requests).containsKey(endpoint);
            String[] request = requests.get(endpoint).split(" ", 2);
            Answer answer = bureau.post(endpoint.substring(5) + request[0], request[1]);
            assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
            assertThat(answer.body()).doesNotContain(TwoCounties.MARK);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatBelongsToNoCountyIsForWhoSeesTheCity() {
        return of(EndpointScope.WHOLE_CITY, endpoint -> {
            Answer answer = ask(bureau, endpoint, path(endpoint, false));
            assertThat(answer.status() == 404 || answer.body().equals("[]"))
                    .as(answer.status() + " " + answer.body())
                    .isTrue();
        });
    }

    /** What is the same for everyone must name nobody. */
    @TestFactory
    Stream<DynamicTest> whatIsTheSameForEveryoneNamesNobody() {
        return of(EndpointScope.CITY, endpoint -> {
            if (!ABSENT.contains(endpoint)) {
                assertThat(admin.get(endpoint.substring(4)).body()).doesNotContain(TwoCounties.MARK, TwoCounties.MN);
            }
        });
    }

    @Test
    void theCountersOfTheCityGoToWhoSeesTheCity() throws IOException {
        assertThat(beginning("admin")).contains("\"received\"");
        assertThat(beginning("bureau")).contains("\"counters\":null", "\"newMns\":0");
    }

    /** The logger is sold to the other county: each sees what it sent for them. */
    @Test
    void thePacketsOfALoggerThatMovedAreCutAtTheMove() throws Exception {
        String before = "MOVED-1";
        long own = admin.get("/api/enterprises?q=本地厂").json().at("/items/0/id").asLong();
        register(before, own);
        try (LoggerClient logger = new LoggerClient(tcpPort())) {
            logger.send(LoggerClient.realtime(before, Instant.now().minusSeconds(5), 1));
            assertThat(logger.answers(1, Duration.ofSeconds(20))).hasSize(1);
            assertThat(admin.send("PUT", "/api/points/" + before + "/logger", "{\"mn\": \"MOVED-2\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(admin.send("PUT", "/api/points/" + TwoCounties.MN + "/logger", "{\"mn\": \"MOVED-1\"}")
                            .status())
                    .isEqualTo(200);
            logger.send(LoggerClient.realtime(before, Instant.now().plusSeconds(2), 2));
            assertThat(logger.answers(1, Duration.ofSeconds(20))).hasSize(1);
        }
        Answer seen = bureau.get("/api/points/MOVED-1/packets");
        assertThat(seen.json().size()).as(seen.body()).isEqualTo(1);
        assertThat(seen.body()).contains("=1.5");
        var all = admin.get("/api/points/MOVED-1/packets").json();
        String later = all.get(all.size() - 1).get("id").asString();
        assertThat(bureau.get("/api/packets/" + seen.json().get(0).get("id")).status())
                .isEqualTo(200);
        assertThat(bureau.get("/api/packets/" + later).status()).isEqualTo(404);
        assertThat(bureau.get("/api/points/MOVED-1/device").status())
                .as("its keys are the other county's now")
                .isEqualTo(404);
        assertThat(bureau.get("/api/access/sessions").body()).doesNotContain("MOVED-1");
    }

    /** The refusal of an MN that is taken must not tell whose it is. */
    @Test
    void anMnThatIsAnothersIsTakenByNobodyNamed() {
        long own = admin.get("/api/enterprises?q=本地厂").json().at("/items/0/id").asLong();
        String point =
                "{\"mn\": \"%s\", \"enterpriseId\": %d, \"name\": \"口\", \"medium\": \"WATER\", \"edition\": \"2017\"}";
        Answer taken = bureau.post("/api/points", point.formatted("TAKEN-1", own));
        assertThat(taken.status()).isEqualTo(201);
        long foreign = city.enterprise();
        assertThat(admin.post("/api/points", point.formatted("FOREIGN-2", foreign))
                        .status())
                .isEqualTo(201);
        Answer refused = bureau.post("/api/points", point.formatted("FOREIGN-2", own));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("outside of your data scope").doesNotContain(TwoCounties.MARK);
        Answer told = bureau.post("/api/points", point.formatted("TAKEN-1", own));
        assertThat(told.body()).contains("本地厂");
    }

    private void register(String mn, long enterprise) {
        assertThat(admin.post(
                                "/api/points",
                                "{\"mn\": \"%s\", \"enterpriseId\": %d, \"name\": \"口\", \"medium\": \"WATER\", \"edition\": \"2017\"}"
                                        .formatted(mn, enterprise))
                        .status())
                .isEqualTo(201);
    }

    private interface Check {
        void on(String endpoint) throws IOException;
    }

    private static Stream<DynamicTest> of(EndpointScope kind, Check check) {
        return EndpointScope.table().entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .sorted()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint, () -> check.on(endpoint)));
    }

    private Set<String> served() {
        Set<String> served = new TreeSet<>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("io.yuanqing.")) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.add(verb + " " + path)));
            }
        });
        return served;
    }

    /** The path with ids of the marked county in it, or with such as do not exist. */
    private String path(String endpoint, boolean absent) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1);
        String kind = path.split("/")[2];
        Matcher variable = VARIABLE.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            String value = switch (variable.group(1)) {
                case "mn" -> absent ? "NOWHERE-1" : TwoCounties.MN;
                case "name" -> "readings";
                case "person" -> absent ? "999999" : city.id("person");
                default ->
                    absent
                            ? "999999"
                            : city.id(
                                    path.contains("/limits/")
                                            ? "limits"
                                            : path.contains("/factor-rules/") ? "rules" : kind);
            };
            variable.appendReplacement(filled, value);
        }
        variable.appendTail(filled);
        return filled + QUERIES.getOrDefault(path.substring(path.lastIndexOf('/')), "");
    }

    private static int pointsOf(TestHttp who, String path) {
        var counted = who.get(path).json();
        return (counted.isArray() ? counted.get(0) : counted).get("points").asInt();
    }

    /** What stands in an answer; of a workbook, what stands in its sheets but the one of explanations, which is everyone's. */
    private static String text(TestHttp who, String path) throws IOException {
        if (!path.endsWith("/workbook")) {
            return who.get(path).body();
        }
        StringBuilder sheets = new StringBuilder();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(who.download(path)))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (!sheet.getName().equals("填写说明")) {
                    sheet.read().forEach(sheets::append);
                }
            }
        }
        return sheets.toString();
    }

    private static Answer ask(TestHttp who, String endpoint, String path) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        if (method.equals("GET") || method.equals("DELETE")) {
            return who.send(method, path, null);
        }
        if (path.contains("/files?")) {
            return who.send(method, path, "%PDF-1.7", "Content-Type", "application/octet-stream");
        }
        return who.send(method, path, BODIES.getOrDefault(endpoint, "{}"));
    }

    /** What the stream says first. */
    private String beginning(String user) throws IOException {
        HttpURLConnection stream = (HttpURLConnection)
                URI.create("http://localhost:" + port + "/api/live").toURL().openConnection();
        String credentials = user + ":" + TestDatabase.ADMIN_PASSWORD;
        stream.setRequestProperty(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        stream.setReadTimeout(20_000);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("data:") && line.contains("\"points\""))
                    .findFirst()
                    .orElseThrow();
        } finally {
            stream.disconnect();
        }
    }

    private int tcpPort() {
        return admin == null
                ? 0
                : admin.get("/api/access/address").json().get("port").asInt();
    }
}
