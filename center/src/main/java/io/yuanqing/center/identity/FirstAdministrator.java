package io.yuanqing.center.identity;

import io.yuanqing.center.store.StartRefused;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Sees to it that {@code admin} can enter. A password from the environment holds at every start at which it is set, which
 * also serves someone who has forgotten it; without one, the first start generates one and prints it once.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final IdentitySettings settings;
    private final AuditTrail trail;

    FirstAdministrator(Accounts accounts, Passwords passwords, IdentitySettings settings, AuditTrail trail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.trail = trail;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String given = settings.adminPassword();
        if (!Passwords.fits(given)) {
            throw new StartRefused("YUANQING_ADMIN_PASSWORD is longer than " + Passwords.MAX_BYTES
                    + " bytes, which is as much as its hash takes in. Choose a shorter one.");
        }
        Optional<Accounts.Account> admin = accounts.find(NAME);
        if (admin.isEmpty()) {
            create(given);
        } else if (!given.isEmpty() && !passwords.matches(given, admin.get().passwordHash())) {
            accounts.changePassword(admin.get().person().account(), passwords.hash(given), PasswordOrigin.ENVIRONMENT);
            trail.record("PASSWORD_SET", "account:" + NAME, null, Map.of("from", "YUANQING_ADMIN_PASSWORD"));
            LOG.info("The password of '{}' was set from YUANQING_ADMIN_PASSWORD", NAME);
        }
    }

    private void create(String given) {
        String password = given.isEmpty() ? generated() : given;
        PasswordOrigin origin = given.isEmpty() ? PasswordOrigin.GENERATED : PasswordOrigin.ENVIRONMENT;
        accounts.create(NAME, "系统管理员", passwords.hash(password), origin, Scope.CITY, "ADMINISTRATOR");
        trail.record(
                "ACCOUNT_CREATED",
                "account:" + NAME,
                null,
                Map.of("role", "ADMINISTRATOR", "password", given.isEmpty() ? "generated" : "YUANQING_ADMIN_PASSWORD"));
        if (given.isEmpty()) {
            // On the console and not in the log: logs are kept and shared.
            System.out.printf(
                    "%n  First start. Sign in as '%s' with the password  %s%n  It is shown this once."
                            + " YUANQING_ADMIN_PASSWORD sets another.%n%n",
                    NAME, password);
        }
    }

    private static String generated() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
