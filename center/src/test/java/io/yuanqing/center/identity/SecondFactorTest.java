package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.TestHttp.Answer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
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
        properties = "yuanqing.identity.lock-out-attempts=3")
@ContextConfiguration(initializers = TestDatabase.class)
class SecondFactorTest {

    private static final String PASSWORD = "Own-2026-yz";
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
    private Browser browser;

    @BeforeEach
    void somebodySignedIn() {
        user = "two-" + NUMBER.incrementAndGet();
        accounts.create(user, user, passwords.hash(PASSWORD), PasswordOrigin.OWN, Scope.CITY, "LEADER");
        browser = new Browser(port);
        assertThat(browser.signIn(user, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aFactorCountsOnceConfirmedAndThenEveryBrowserNeedsItsCodeOnce() {
        byte[] secret = enrolled();
        Browser other = new Browser(port);
        Answer without = other.signIn(user, PASSWORD);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.json().get("secondFactor").asBoolean()).isTrue();
        assertThat(other.get("/api/session").status()).isEqualTo(401);
        assertThat(with(other, "wrong1").status()).isEqualTo(401);

        String next = Totp.code(secret, Totp.step(Instant.now()) + 1);
        assertThat(with(other, next).status()).isEqualTo(200);
        assertThat(other.get("/api/points").status()).isEqualTo(200);
        assertThat(with(new Browser(port), next).status())
                .as("a code serves once")
                .isEqualTo(401);
        assertThat(TestHttp.basic(port, user, PASSWORD).get("/api/points").status())
                .as("programs need none")
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordDoesNotTellWhetherThereIsASecondFactor() {
        enrolled();
        Answer answer = new Browser(port).signIn(user, "not it");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("secondFactor");
    }

    /** Whoever has the password must not get to try a million codes; nor does giving it again forgive the tries. */
    @Test
    void guessingCodesLocksOut() {
        byte[] secret = enrolled();
        Browser guesser = new Browser(port);
        for (int i = 0; i < 3; i++) {
            assertThat(guesser.signIn(user, PASSWORD).status()).isEqualTo(401);
            assertThat(with(guesser, "00000" + i).status()).isEqualTo(401);
        }
        Answer locked = with(guesser, Totp.code(secret, Totp.step(Instant.now()) + 1));
        assertThat(locked.status()).isEqualTo(429);
        assertThat(trail.find(null, "account:" + user, 0, 20).items())
                .extracting(AuditEntry::act)
                .contains("SECOND_FACTOR_REFUSED", "SECOND_FACTOR_SET");
    }

    @Test
    void aRecoveryCodeServesOnce() {
        begin();
        Answer confirmed = confirm(Totp.code(secret(), Totp.step(Instant.now())));
        assertThat(confirmed.json().get("codes").size()).isEqualTo(10);
        String code = confirmed.json().at("/codes/3").asString();
        assertThat(jdbc.sql("select count(*) from recovery_code where encode(hash, 'escape') like :code")
                        .param("code", "%" + code + "%")
                        .query(Long.class)
                        .single())
                .as("stored as a digest")
                .isZero();
        assertThat(with(new Browser(port), code.toLowerCase(Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(with(new Browser(port), code).status()).isEqualTo(401);
        assertThat(browser.get("/api/profile").json().get("recoveryCodes").asInt())
                .isEqualTo(9);
    }

    @Test
    void itIsTakenAwayByItsOwnerWithThePasswordOrByAnAdministrator() {
        enrolled();
        assertThat(browser.send("POST", "/api/profile/second-factor/remove", "{\"password\": \"no\"}")
                        .status())
                .isEqualTo(400);
        assertThat(browser.send("POST", "/api/profile/second-factor/remove", "{\"password\": \"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(new Browser(port).signIn(user, PASSWORD).status()).isEqualTo(200);

        enrolled();
        long id = accounts.find(user).orElseThrow().person().account();
        Answer view = TestHttp.admin(port).get("/api/accounts/" + id);
        assertThat(view.json().get("secondFactor").asBoolean()).isTrue();
        Answer removed = TestHttp.admin(port).send("DELETE", "/api/accounts/" + id + "/second-factor", null);
        assertThat(removed.json().get("secondFactor").asBoolean()).isFalse();
        assertThat(new Browser(port).signIn(user, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whatWasBegunButNotConfirmedAsksForNothing() {
        begin();
        assertThat(confirm("000000").status()).isEqualTo(400);
        assertThat(new Browser(port).signIn(user, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theSecretIsSealedInTheDatabase() {
        byte[] secret = enrolled();
        byte[] kept = jdbc.sql(
                        "select secret from second_factor f join account a on a.id = f.account_id where a.name = :user")
                .param("user", user)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    private String shown;

    private void begin() {
        Answer begun = browser.send("POST", "/api/profile/second-factor", "");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        assertThat(begun.json().get("qr").asString()).startsWith("<svg").contains("<path");
        assertThat(begun.json().get("uri").asString())
                .startsWith("otpauth://totp/")
                .contains("secret=");
        shown = begun.json().get("secret").asString();
    }

    private byte[] secret() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        BigInteger number = BigInteger.ZERO;
        for (char each : shown.toCharArray()) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(alphabet.indexOf(each)));
        }
        byte[] bytes = new byte[20];
        byte[] all = number.toByteArray();
        for (int i = 1; i <= Math.min(20, all.length); i++) {
            bytes[20 - i] = all[all.length - i];
        }
        return bytes;
    }

    private Answer confirm(String code) {
        return browser.send("POST", "/api/profile/second-factor/confirm", "{\"code\": \"" + code + "\"}");
    }

    private byte[] enrolled() {
        begin();
        byte[] secret = secret();
        Answer confirmed = confirm(Totp.code(secret, Totp.step(Instant.now())));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        return secret;
    }

    private Answer with(Browser who, String code) {
        return who.send(
                "POST",
                "/api/session",
                "{\"user\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}".formatted(user, PASSWORD, code));
    }
}
