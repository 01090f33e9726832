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

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.identity.tokens.most=3")
@ContextConfiguration(initializers = TestDatabase.class)
class TokensTest {

    private static final String PASSWORD = "Own-2026-yz";
    private static final String ENTERPRISE = "{\"name\": \"厂\", \"county\": \"红塔区\", \"supervisionClass\": \"KEY\"}";
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

    private String user;
    private TestHttp owner;

    @BeforeEach
    void owner() {
        user = "owner-" + NUMBER.incrementAndGet();
        accounts.create(user, user, passwords.hash(PASSWORD), PasswordOrigin.OWN, Scope.CITY, "ADMINISTRATOR");
        owner = TestHttp.basic(port, user, PASSWORD);
    }

    @Test
    void aTokenReadsAndDoesWhatItIsForAndNothingElse() {
        String reading = made("[]");
        assertThat(with(reading, "GET", "/api/points", null).status()).isEqualTo(200);
        Answer refused = with(reading, "POST", "/api/enterprises", ENTERPRISE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("registry.write");

        String writing = made("[\"registry.write\"]");
        assertThat(with(writing, "POST", "/api/enterprises", ENTERPRISE).status())
                .isEqualTo(201);
        assertThat(with(writing, "GET", "/api/audit", null).status()).isEqualTo(403);
        assertThat(trail.find(user, null, 0, 5).items())
                .extracting(AuditEntry::act)
                .contains("ENTERPRISE_REGISTERED", "TOKEN_MADE");
    }

    /** One that leaks must not beget another, nor shut its owner out. */
    @Test
    void aTokenDoesNotLookAfterTheAccount() {
        String token = made("[\"registry.write\"]");
        assertThat(with(token, "GET", "/api/profile/tokens", null).status()).isEqualTo(403);
        assertThat(with(token, "POST", "/api/profile/tokens", "{\"name\": \"x\", \"days\": 1}")
                        .status())
                .isEqualTo(403);
        assertThat(with(token, "PUT", "/api/profile/password", "{\"current\": \"" + PASSWORD + "\", \"wanted\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenIsShownOnceAndKeptAsADigest() {
        String token = made("[]");
        assertThat(token).startsWith("yuanqing_");
        assertThat(owner.get("/api/profile/tokens").body())
                .contains("\"name\":\"test\"")
                .doesNotContain(token);
        assertThat(jdbc.sql("select count(*) from personal_token where encode(hash, 'escape') like :token")
                        .param("token", "%" + token.substring(10, 20) + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(trail.find(user, null, 0, 5).items().toString()).doesNotContain(token);
    }

    @Test
    void itsLastUseIsOnRecord() {
        String token = made("[]");
        assertThat(owner.get("/api/profile/tokens").json().at("/0/lastUsedAt").isNull())
                .isTrue();
        with(token, "GET", "/api/points", null);
        Answer used = owner.get("/api/profile/tokens");
        assertThat(used.json().at("/0/lastUsedAt").isNull()).isFalse();
        assertThat(used.json().at("/0/lastAddress").asString()).isNotBlank();
    }

    @Test
    void revokedExpiredOrUnknownOnesOpenNothingAndTheAnswerSaysSo() {
        String token = made("[]");
        long id = owner.get("/api/profile/tokens").json().at("/0/id").asLong();
        assertThat(TestHttp.admin(port)
                        .send("DELETE", "/api/profile/tokens/" + id, null)
                        .status())
                .as("another's")
                .isEqualTo(404);
        assertThat(owner.send("DELETE", "/api/profile/tokens/" + id, null).status())
                .isEqualTo(204);
        assertRefused(token);

        String expired = made("[]");
        jdbc.sql("update personal_token set expires_at = now() - interval '1 second' where revoked_at is null")
                .update();
        assertRefused(expired);
        assertRefused("yuanqing_unknown");

        String closed = made("[]");
        jdbc.sql("update account set enabled = false where name = :user")
                .param("user", user)
                .update();
        assertRefused(closed);
    }

    /** What its owner loses, it loses; what its owner gains later, it does not gain. */
    @Test
    void aTokenNeverDoesMoreThanItsOwner() {
        String token = made("[\"registry.write\"]");
        jdbc.sql("delete from account_role where account_id = (select id from account where name = :user)")
                .param("user", user)
                .update();
        assertThat(with(token, "POST", "/api/enterprises", ENTERPRISE).status()).isEqualTo(403);
        Answer more =
                owner.post("/api/profile/tokens", "{\"name\": \"x\", \"permissions\": [\"audit.read\"], \"days\": 1}");
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.body()).contains("audit.read");
    }

    @Test
    void aPasswordThatIsResetRevokesThem() {
        String token = made("[]");
        long id = accounts.find(user).orElseThrow().person().account();
        TestHttp.admin(port).send("PUT", "/api/accounts/" + id + "/password", "{\"password\": \"First-2026-x\"}");
        assertRefused(token);
    }

    @Test
    void whatIsWrongIsNamedAndThereAreNotTooMany() {
        Answer wrong = owner.post("/api/profile/tokens", "{\"days\": 999}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"field\":\"name\"", "\"field\":\"days\"", "366");
        made("[]");
        made("[]");
        made("[]");
        assertThat(owner.post("/api/profile/tokens", "{\"name\": \"x\", \"days\": 1}")
                        .status())
                .isEqualTo(409);
    }

    private String made(String permissions) {
        Answer answer = owner.post(
                "/api/profile/tokens",
                "{\"name\": \"test\", \"permissions\": %s, \"days\": 30}".formatted(permissions));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("token").asString();
    }

    private Answer with(String token, String method, String path, String json) {
        return TestHttp.nobody(port).send(method, path, json, "Authorization", "Bearer " + token);
    }

    private void assertRefused(String token) {
        Answer answer = with(token, "GET", "/api/points", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("The token is unknown, expired or revoked");
    }
}
