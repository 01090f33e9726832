package io.yuanqing.center.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may enter, and what happens to those who guess.
 *
 * @param adminPassword password of the first administrator {@code admin}, given by the environment variable
 *     YUANQING_ADMIN_PASSWORD; while it is set it holds at every start; when it is empty at the very first start, a
 *     password is generated and printed once
 * @param lockOutAttempts wrong passwords for one account name within the window after which the name is locked out
 * @param lockOutAttemptsPerAddress wrong passwords from one network address within the window after which the address is
 *     locked out; higher, because an office shares one
 * @param lockOutWindow time within which wrong passwords are counted together
 * @param lockOutLasts how long a lock-out lasts
 * @param passwordCheckKept how long after its last use the outcome of a successful password check is kept, so that a program
 *     which sends its password with every request does not pay for the slow hash each time
 */
@ConfigurationProperties("yuanqing.identity")
public record IdentitySettings(
        @DefaultValue("") String adminPassword,
        @DefaultValue("10") int lockOutAttempts,
        @DefaultValue("100") int lockOutAttemptsPerAddress,
        @DefaultValue("15m") Duration lockOutWindow,
        @DefaultValue("5m") Duration lockOutLasts,
        @DefaultValue("10m") Duration passwordCheckKept) {

    /** Without the password. */
    @Override
    public String toString() {
        return "IdentitySettings[lockOutAttempts=" + lockOutAttempts + ", lockOutLasts=" + lockOutLasts + "]";
    }
}
