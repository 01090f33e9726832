package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.store.StartRefused;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(classes = Center.class)
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(OutputCaptureExtension.class)
@Transactional
class FirstAdministratorTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theEnvironmentsPasswordHoldsAtEveryStartAtWhichItIsSet(CapturedOutput output) {
        start(TestDatabase.ADMIN_PASSWORD);
        assertThat(acts()).as("the same again changes nothing").doesNotContain("PASSWORD_SET");

        start("another");
        assertThat(isPassword("another")).isTrue();
        assertThat(isPassword(TestDatabase.ADMIN_PASSWORD)).isFalse();
        assertThat(acts()).contains("PASSWORD_SET");

        start("");
        assertThat(isPassword("another")).as("without the variable it stays").isTrue();
        assertThat(output).doesNotContain("another");
    }

    @Test
    void aFirstStartWithoutOneShowsAGeneratedPasswordOnce(CapturedOutput output) {
        jdbc.sql("delete from account_role").update();
        jdbc.sql("delete from account").update();
        start("");
        Matcher shown = Pattern.compile("with the password  (\\S+)").matcher(output);
        assertThat(shown.find()).isTrue();
        assertThat(isPassword(shown.group(1))).isTrue();
        start("");
        assertThat(shown.find()).as("shown a second time").isFalse();
        assertThat(jdbc.sql("select password_hash from account")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(
                        shown.reset().results().findFirst().orElseThrow().group(1));
    }

    @Test
    void aPasswordThatItsHashWouldCutOffIsRefused() {
        assertThatThrownBy(() -> start("密".repeat(25)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("YUANQING_ADMIN_PASSWORD")
                .hasMessageContaining("72 bytes");
    }

    private void start(String password) {
        IdentitySettings settings = new IdentitySettings(
                password, 10, 100, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(10));
        new FirstAdministrator(accounts, passwords, settings, trail).afterSingletonsInstantiated();
    }

    private boolean isPassword(String password) {
        return passwords.matches(password, accounts.find("admin").orElseThrow().passwordHash());
    }

    private java.util.List<String> acts() {
        return trail.find(Caller.SERVER, "account:admin", 0, 10).items().stream()
                .map(AuditEntry::act)
                .toList();
    }
}
