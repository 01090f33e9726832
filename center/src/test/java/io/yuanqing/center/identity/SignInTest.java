package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"yuanqing.identity.lock-out-attempts=3", "yuanqing.identity.lock-out-lasts=1h"})
@ContextConfiguration(initializers = TestDatabase.class)
class SignInTest {

    private static final String ENTERPRISE = "{\"name\": \"纸业\", \"county\": \"红塔区\", \"supervisionClass\": \"KEY\"}";

    @LocalServerPort
    int port;

    @Autowired
    AuditTrail trail;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyGetsInWithoutSigningInAndTheAnswerSaysHow() {
        Answer answer = TestHttp.nobody(port).get("/api/enterprises");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.body()).contains("POST /api/session");
        assertThat(answer.header("Set-Cookie")).doesNotContain("YUANQING_SESSION");
    }

    @Test
    void aBrowsersScriptIsNotMadeToShowTheBrowsersOwnSignIn() {
        Answer answer = TestHttp.nobody(port).get("/api/session", "X-Requested-With", "XMLHttpRequest");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aProgramWithBasicNeedsNeitherTokenNorSession() {
        Answer answer = TestHttp.admin(port).post("/api/enterprises", ENTERPRISE);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("YUANQING_SESSION"));
    }

    @Test
    void anotherSiteCannotUseThePasswordThatABrowserRemembers() {
        Answer answer = TestHttp.admin(port).post("/api/enterprises", ENTERPRISE, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aSessionActsWithItsTokenOnly() {
        TestHttp browser = TestHttp.nobody(port);
        Answer signedIn = browser.post(
                "/api/session",
                "{\"user\": \" Admin \", \"password\": \"%s\"}".formatted(TestDatabase.ADMIN_PASSWORD),
                "Cookie",
                "YUANQING_SESSION=planted");
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().get("user").asString()).isEqualTo("admin");
        assertThat(signedIn.json().get("permissions").toString()).contains("registry.write", "audit.read");
        String session = cookie(signedIn, "YUANQING_SESSION");
        String token = cookie(signedIn, "XSRF-TOKEN");
        assertThat(session).isNotEqualTo("planted");
        assertThat(signedIn.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("YUANQING_SESSION")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));
        String cookies = "YUANQING_SESSION=" + session + "; XSRF-TOKEN=" + token;

        assertThat(browser.get("/api/session", "Cookie", cookies).status()).isEqualTo(200);
        Answer without = browser.post("/api/enterprises", ENTERPRISE, "Cookie", cookies);
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body()).contains("X-XSRF-TOKEN");
        assertThat(browser.post("/api/enterprises", ENTERPRISE, "Cookie", cookies, "X-XSRF-TOKEN", token)
                        .status())
                .isEqualTo(201);

        assertThat(browser.send("DELETE", "/api/session", null, "Cookie", cookies, "X-XSRF-TOKEN", token)
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/session", "Cookie", cookies).status()).isEqualTo(401);
        assertThat(trail.find("admin", "account:admin", 0, 10).items())
                .extracting(AuditEntry::act)
                .startsWith("SIGN_OUT")
                .contains("SIGN_IN");
    }

    @Test
    void aPermissionThatIsWithdrawnAndAnAccountThatIsClosedActOnSessionsThatStand() {
        accounts.create("leaver", "L", passwords.hash("right"), PasswordOrigin.OWN, Scope.CITY, "ADMINISTRATOR");
        TestHttp browser = TestHttp.nobody(port);
        Answer signedIn = browser.post("/api/session", "{\"user\": \"leaver\", \"password\": \"right\"}");
        String cookies = "YUANQING_SESSION=" + cookie(signedIn, "YUANQING_SESSION");
        assertThat(browser.get("/api/audit", "Cookie", cookies).status()).isEqualTo(200);

        jdbc.sql("delete from account_role where account_id = (select id from account where name = 'leaver')")
                .update();
        assertThat(browser.get("/api/audit", "Cookie", cookies).status()).isEqualTo(403);
        jdbc.sql("update account set enabled = false where name = 'leaver'").update();
        assertThat(browser.get("/api/session", "Cookie", cookies).status()).isEqualTo(401);
        assertThat(TestHttp.basic(port, "leaver", "right").get("/api/session").status())
                .isEqualTo(401);
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() {
        String endless = "{\"user\": \"" + "x".repeat(2 << 20) + "\", \"password\": \"x\"}";
        Answer answer = TestHttp.nobody(port).post("/api/session", endless);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("1048576 bytes");
    }

    @Test
    void guessingLocksTheNameOutWhoeverGuessesAndIsOnRecord() {
        accounts.create("victim", "V", passwords.hash("right"), PasswordOrigin.OWN, Scope.CITY, "ADMINISTRATOR");
        for (int i = 0; i < 3; i++) {
            assertThat(TestHttp.basic(port, "victim", "wrong" + i)
                            .get("/api/session")
                            .status())
                    .isEqualTo(401);
        }
        Answer locked = TestHttp.basic(port, "VICTIM", "right").get("/api/session");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(3000, 3601);
        assertThat(locked.json().get("retryAt").asString()).endsWith("+08:00");
        Answer bySession =
                TestHttp.nobody(port).post("/api/session", "{\"user\": \"victim\", \"password\": \"right\"}");
        assertThat(bySession.status()).isEqualTo(429);
        assertThat(TestHttp.admin(port).get("/api/session").status())
                .as("others are not locked out")
                .isEqualTo(200);
        assertThat(trail.find(Caller.NOBODY, "account:victim", 0, 10).items())
                .extracting(AuditEntry::act)
                .containsExactly("SIGN_IN_LOCKED_OUT", "SIGN_IN_REFUSED", "SIGN_IN_REFUSED");
    }

    @Test
    void aProgramWhosePasswordPassedLatelyIsNotLockedOutByAGuesser() {
        accounts.create("program", "P", passwords.hash("right"), PasswordOrigin.OWN, Scope.CITY, "ADMINISTRATOR");
        TestHttp program = TestHttp.basic(port, "program", "right");
        assertThat(program.get("/api/session").status()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            TestHttp.basic(port, "program", "wrong" + i).get("/api/session");
        }
        assertThat(TestHttp.basic(port, "program", "wrong").get("/api/session").status())
                .isEqualTo(429);
        assertThat(program.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
        Answer unknown = TestHttp.nobody(port).post("/api/session", "{\"user\": \"ghost\", \"password\": \"x\"}");
        Answer wrong = TestHttp.nobody(port).post("/api/session", "{\"user\": \"admin\", \"password\": \"x\"}");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(TestHttp.nobody(port)
                        .post("/api/session", "{\"user\": \"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoLacksAPermissionIsToldWhich() {
        accounts.create("reader", "R", passwords.hash("reads"), PasswordOrigin.OWN, Scope.CITY, null);
        Answer answer = TestHttp.basic(port, "reader", "reads").post("/api/enterprises", ENTERPRISE);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("reader", "registry.write");
        assertThat(TestHttp.basic(port, "reader", "reads").get("/api/audit").status())
                .isEqualTo(403);
    }

    @Test
    void whatDoesNotExistIsAProblemTooAndNothingLeaksAStackTrace() {
        TestHttp admin = TestHttp.admin(port);
        for (String path : new String[] {"/api/nothing", "/api/", "/v3/nothing", "/missing.js"}) {
            Answer answer = admin.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(admin.post("/api/nothing", "{}").status()).isEqualTo(404);
        assertThat(admin.send("PUT", "/api/enterprises", "{}").status()).isEqualTo(405);
        Answer unsafe = admin.get("/api/%2e%2e/points;x=1");
        assertThat(unsafe.status()).isEqualTo(400);
        assertThat(unsafe.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unsafe.body()).doesNotContain("at org.");
        Answer raw = admin.get("/api/points/%00/packets");
        assertThat(raw.status()).isEqualTo(400);
        assertThat(raw.header("Content-Type")).startsWith("application/problem+json");
        assertThat(raw.json().get("status").asInt()).isEqualTo(400);
        assertThat(admin.get("/api/points/X/readings?kind=hour&from=nonsense").body())
                .contains("\"field\":\"from\"", "'nonsense'", "2026-11-24T08:00:00+08:00");
        Answer type = admin.send("POST", "/api/enterprises", "<a/>", "Accept", "text/html");
        assertThat(type.status()).isBetween(400, 415);
        assertThat(type.body()).doesNotContain("at org.", "Whitelabel");
    }

    @Test
    void theProbesAreOpenWithoutDetailsAndPagesForbidWhatTheyDoNotNeed() {
        TestHttp nobody = TestHttp.nobody(port);
        assertThat(nobody.get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details");
        assertThat(nobody.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(404);
        Answer page = nobody.get("/points/some/route");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static String cookie(Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((first, last) -> last)
                .map(cookie -> cookie.substring(name.length() + 1).split(";")[0])
                .orElseThrow();
    }
}
