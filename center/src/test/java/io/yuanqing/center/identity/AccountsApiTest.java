package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Accounts are made by one person and granted by another; a third reads who did what. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.identity.lock-out-attempts=3")
@ContextConfiguration(initializers = TestDatabase.class)
class AccountsApiTest {

    private static final String FIRST = "First-2026-x";
    private static final String OWN = "Own-2026-yz";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private String suffix;
    private TestHttp system;
    private TestHttp security;
    private TestHttp auditor;

    @BeforeEach
    void threePowers() {
        suffix = "-" + NUMBER.incrementAndGet();
        system = holder("system" + suffix, "SYSTEM_ADMINISTRATOR");
        security = holder("security" + suffix, "SECURITY_ADMINISTRATOR");
        auditor = holder("auditor" + suffix, "AUDITOR");
    }

    @Test
    void anAccountIsMadeByOneGrantedByAnotherAndHoldsNothingInBetween() {
        Answer made = make("duty" + suffix);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().get("roles").isEmpty()).isTrue();
        assertThat(made.json().get("scope").get("counties").isEmpty()).isTrue();
        assertThat(made.body()).doesNotContain(FIRST, "bcrypt");
        long id = made.json().get("id").asLong();
        String grants = "{\"roles\": [\"DUTY_OFFICER\"], \"scope\": {}}";

        assertThat(system.send("PUT", "/api/accounts/" + id + "/grants", grants).status())
                .as("who makes accounts grants nothing")
                .isEqualTo(403);
        assertThat(security.post("/api/accounts", account("other" + suffix)).status())
                .as("who grants makes no accounts")
                .isEqualTo(403);
        assertThat(auditor.send("PUT", "/api/accounts/" + id + "/grants", grants)
                        .status())
                .isEqualTo(403);

        Answer granted = security.send("PUT", "/api/accounts/" + id + "/grants", grants);
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        assertThat(granted.json().get("scope").get("counties").isNull()).isTrue();
        Answer read = auditor.get("/api/audit?subject=account:duty" + suffix);
        assertThat(read.json().get("items").get(0).get("act").asString()).isEqualTo("ACCOUNT_GRANTED");
        assertThat(read.json().get("items").get(0).get("before").asString()).contains("\"roles\":[]");
        assertThat(read.json().get("items").get(0).get("after").asString()).contains("DUTY_OFFICER");
        assertThat(read.json().get("items").get(1).get("act").asString()).isEqualTo("ACCOUNT_CREATED");
        assertThat(system.get("/api/audit").status()).isEqualTo(403);
        assertThat(security.get("/api/audit").status()).isEqualTo(403);
    }

    @Test
    void nobodyGrantsClosesOrResetsTheirOwnAccount() {
        long own = id("security" + suffix);
        Answer granted = security.send(
                "PUT", "/api/accounts/" + own + "/grants", "{\"roles\": [\"ADMINISTRATOR\"], \"scope\": {}}");
        assertThat(granted.status()).isEqualTo(403);
        assertThat(granted.body()).contains("your own account");
        assertThat(security.send(
                                "PUT",
                                "/api/roles/SECURITY_ADMINISTRATOR/permissions",
                                "{\"permissions\": [\"identity.read\", \"identity.grants\", \"audit.read\"]}")
                        .status())
                .as("nor by way of a role that they hold")
                .isEqualTo(403);
        long systems = id("system" + suffix);
        assertThat(system.post("/api/accounts/" + systems + "/close", "").status())
                .isEqualTo(403);
        assertThat(system.send("PUT", "/api/accounts/" + systems + "/password", "{\"password\": \"" + FIRST + "\"}")
                        .status())
                .isEqualTo(403);
    }

    /** Where one person both grants and audits, the trail convinces nobody. */
    @Test
    void oneAccountHoldsRolesOfOnePowerOnly() {
        long id = make("both" + suffix).json().get("id").asLong();
        Answer both = security.send(
                "PUT",
                "/api/accounts/" + id + "/grants",
                "{\"roles\": [\"SECURITY_ADMINISTRATOR\", \"AUDITOR\"], \"scope\": {}}");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.body()).contains("different powers");
    }

    /** A bureau without a county would see the whole city. */
    @Test
    void aRoleThatIsBoundNeedsAScopeThatNamesWhatItIsBoundTo() {
        long id = make("bureau" + suffix).json().get("id").asLong();
        for (String role : new String[] {"COUNTY_BUREAU", "ENTERPRISE", "CONTRACTOR"}) {
            Answer unbound = security.send(
                    "PUT", "/api/accounts/" + id + "/grants", "{\"roles\": [\"" + role + "\"], \"scope\": {}}");
            assertThat(unbound.status()).as(role).isEqualTo(400);
            assertThat(unbound.body()).contains("\"field\":\"scope\"", role);
        }
        Answer bound = security.send(
                "PUT",
                "/api/accounts/" + id + "/grants",
                "{\"roles\": [\"COUNTY_BUREAU\"], \"scope\": {\"counties\": [\"澄江市\"]}}");
        assertThat(bound.status()).isEqualTo(200);
        assertThat(bound.json().get("scope").get("counties").get(0).asString()).isEqualTo("澄江市");
        for (String wrong : new String[] {"{}", "{\"roles\": [\"GHOST\"], \"scope\": {}}", "{\"roles\": []}", "[]"}) {
            assertThat(security.send("PUT", "/api/accounts/" + id + "/grants", wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(security.send("PUT", "/api/accounts/999999/grants", "{\"roles\": [], \"scope\": {}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theAdministratorHoldsEverythingUntilASecurityAdministratorTakesIt() {
        long admin = id("admin");
        TestHttp http = TestHttp.admin(port);
        assertThat(http.get("/api/audit").status()).isEqualTo(200);
        security.send(
                "PUT", "/api/accounts/" + admin + "/grants", "{\"roles\": [\"SYSTEM_ADMINISTRATOR\"], \"scope\": {}}");
        assertThat(http.get("/api/audit").status()).isEqualTo(403);
        assertThat(http.get("/api/accounts").status()).isEqualTo(200);
        security.send("PUT", "/api/accounts/" + admin + "/grants", "{\"roles\": [\"ADMINISTRATOR\"], \"scope\": {}}");
        assertThat(http.get("/api/audit").status()).isEqualTo(200);
    }

    @Test
    void whatARoleMayDoIsChangedAtOnceForItsHolders() {
        TestHttp leader = holder("leader" + suffix, "LEADER");
        assertThat(leader.get("/api/store/backups").status()).isEqualTo(403);
        Answer changed =
                security.send("PUT", "/api/roles/LEADER/permissions", "{\"permissions\": [\"upkeep.backup\"]}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(leader.get("/api/store/backups").status()).isEqualTo(200);
        security.send("PUT", "/api/roles/LEADER/permissions", "{\"permissions\": []}");
        assertThat(leader.get("/api/store/backups").status()).isEqualTo(403);
        assertThat(security.send("PUT", "/api/roles/LEADER/permissions", "{\"permissions\": [\"no.such\"]}")
                        .body())
                .contains("no.such");
        assertThat(trail.find(null, "role:LEADER", 0, 10).items()).hasSize(2);
    }

    /** Otherwise the centre could never again be given an account, short of the database. */
    @Test
    void theLastWhoCanGrantIsNotLost() {
        jdbc.sql("update account set enabled = false where name <> :one and name <> :other")
                .param("one", "security" + suffix)
                .param("other", "system" + suffix)
                .update();
        try {
            Answer closed = system.post("/api/accounts/" + id("security" + suffix) + "/close", "");
            assertThat(closed.status()).isEqualTo(409);
            assertThat(closed.body()).contains("identity.grants");
            Answer withdrawn = security.send(
                    "PUT", "/api/accounts/" + id("system" + suffix) + "/grants", "{\"roles\": [], \"scope\": {}}");
            assertThat(withdrawn.status()).isEqualTo(409);
            Answer emptied =
                    security.send("PUT", "/api/roles/SECURITY_ADMINISTRATOR/permissions", "{\"permissions\": []}");
            assertThat(emptied.status()).isEqualTo(409);
            assertThat(security.get("/api/accounts").status())
                    .as("nothing was taken")
                    .isEqualTo(200);
        } finally {
            jdbc.sql("update account set enabled = true").update();
        }
    }

    @Test
    void aPasswordThatAnotherSetOpensNothingButItsOwnChange() {
        String name = "fresh" + suffix;
        long id = make(name).json().get("id").asLong();
        security.send("PUT", "/api/accounts/" + id + "/grants", "{\"roles\": [\"LEADER\"], \"scope\": {}}");

        Browser browser = new Browser(port);
        Answer signedIn = browser.signIn(name, FIRST);
        assertThat(signedIn.json().get("passwordDue").asString()).isEqualTo("SET_BY_ANOTHER");
        Answer points = browser.get("/api/points");
        assertThat(points.status()).isEqualTo(403);
        assertThat(points.body()).contains("/api/profile/password");
        assertThat(browser.get("/assets/none.css").status())
                .as("files of the web are no secret: the page for the change needs them")
                .isEqualTo(404);
        assertThat(TestHttp.basic(port, name, FIRST).get("/api/points").status())
                .as("a program gets no further than a person")
                .isEqualTo(403);

        assertThat(change(browser, "wrong", OWN).body()).contains("\"field\":\"current\"");
        assertThat(change(browser, FIRST, FIRST).body()).contains("one of the last");
        assertThat(change(browser, FIRST, "short1A").body()).contains("at least 10");
        assertThat(change(browser, FIRST, "alllowercase").body()).contains("four kinds");
        assertThat(change(browser, FIRST, "Xx1-" + name).body()).contains("account's name");
        assertThat(change(browser, FIRST, OWN).status()).isEqualTo(204);
        assertThat(browser.get("/api/points").status())
                .as("the session goes on")
                .isEqualTo(200);
        assertThat(TestHttp.basic(port, name, FIRST).get("/api/session").status())
                .isEqualTo(401);
        assertThat(TestHttp.basic(port, name, OWN).get("/api/points").status()).isEqualTo(200);
    }

    @Test
    void aFormerPasswordDoesNotComeBack() {
        TestHttp.basic(port, "security" + suffix, OWN);
        Browser browser = new Browser(port);
        browser.signIn("security" + suffix, OWN);
        String now = OWN;
        for (int i = 0; i < 3; i++) {
            String next = "Next-2026-" + i;
            assertThat(change(browser, now, next).status()).isEqualTo(204);
            now = next;
        }
        assertThat(change(browser, now, OWN).status()).isEqualTo(400);
        assertThat(change(browser, now, "Next-2026-1").status()).isEqualTo(400);
    }

    @Test
    void aPasswordThatIsResetEndsEverySessionThatTheOldOneOpened() {
        Browser thief = new Browser(port);
        assertThat(thief.signIn("auditor" + suffix, OWN).status()).isEqualTo(200);
        assertThat(thief.get("/api/session").status()).isEqualTo(200);
        Answer reset = system.send(
                "PUT", "/api/accounts/" + id("auditor" + suffix) + "/password", "{\"password\": \"" + FIRST + "\"}");
        assertThat(reset.status()).as(reset.body()).isEqualTo(200);
        assertThat(reset.json().get("passwordDue").asString()).isEqualTo("SET_BY_ANOTHER");
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
        assertThat(trail.find(null, "account:auditor" + suffix, 0, 1)
                        .items()
                        .get(0)
                        .after())
                .doesNotContain(FIRST);
    }

    /** An open session that somebody walked away from must not serve to guess the password. */
    @Test
    void guessingThePresentPasswordLocksOutAndAnAdministratorUnlocks() {
        String name = "auditor" + suffix;
        Browser browser = new Browser(port);
        browser.signIn(name, OWN);
        for (int i = 0; i < 3; i++) {
            change(browser, "guess" + i, "Another-2026");
        }
        assertThat(change(browser, OWN, "Another-2026").status()).isEqualTo(429);
        assertThat(new Browser(port).signIn(name, "not it").status()).isEqualTo(429);
        Answer view = system.get("/api/accounts/" + id(name));
        assertThat(view.json().get("lockedUntil").isNull()).isFalse();
        Answer unlocked = system.post("/api/accounts/" + id(name) + "/unlock", "");
        assertThat(unlocked.json().get("lockedUntil").isNull()).isTrue();
        assertThat(new Browser(port).signIn(name, OWN).status()).isEqualTo(200);
        assertThat(trail.find(null, "account:" + name, 0, 20).items())
                .extracting(AuditEntry::act)
                .contains("ACCOUNT_UNLOCKED", "PASSWORD_REFUSED");
    }

    @Test
    void aClosedAccountIsOutAtOnceAndCanBeOpenedAgain() {
        long id = id("auditor" + suffix);
        assertThat(system.post("/api/accounts/" + id + "/close", "").status()).isEqualTo(200);
        assertThat(auditor.get("/api/audit").status()).isEqualTo(401);
        system.post("/api/accounts/" + id + "/open", "");
        assertThat(auditor.get("/api/audit").status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithANewAccountIsNamedFieldByField() {
        Answer answer =
                system.post("/api/accounts", "{\"name\": \"no blanks\", \"displayName\": \" \", \"password\": \"x\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"name\"", "\"field\":\"displayName\"", "\"field\":\"password\"");
        make("twice" + suffix);
        assertThat(make("Twice" + suffix).status()).isEqualTo(409);
    }

    private Answer make(String name) {
        return system.post("/api/accounts", account(name));
    }

    private static String account(String name) {
        return "{\"name\": \"%s\", \"displayName\": \"Somebody\", \"password\": \"%s\"}".formatted(name, FIRST);
    }

    private static Answer change(Browser browser, String current, String wanted) {
        return browser.send(
                "PUT", "/api/profile/password", "{\"current\": \"%s\", \"wanted\": \"%s\"}".formatted(current, wanted));
    }

    private TestHttp holder(String name, String role) {
        accounts.create(name, name, passwords.hash(OWN), PasswordOrigin.OWN, Scope.CITY, role);
        return TestHttp.basic(port, name, OWN);
    }

    private long id(String name) {
        return accounts.find(name).orElseThrow().person().account();
    }
}
