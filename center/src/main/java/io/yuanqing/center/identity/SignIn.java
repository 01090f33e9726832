package io.yuanqing.center.identity;

import io.yuanqing.center.identity.Accounts.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password, for sessions and for HTTP Basic alike; for sessions the second factor, too. Sign-ins and failures
 * go into the audit trail; the repeated requests of a program under a password that passed lately do not, nor do attempts
 * during a lock-out.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final int LONGEST_NAME_ON_RECORD = 100;

    private final Accounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final SecondFactor secondFactor;
    private final AuditTrail trail;

    SignIn(Accounts accounts, Passwords passwords, LockOut lockOut, SecondFactor secondFactor, AuditTrail trail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.secondFactor = secondFactor;
        this.trail = trail;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = Accounts.normal(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Account account = proven(name, password, address);
        BrowserAttempt browser = attempt.getDetails() instanceof BrowserAttempt details ? details : null;
        if (browser != null) {
            secondFactor.check(account.person(), browser.code(), address);
            trail.record(name, address, "SIGN_IN", "account:" + name, null, null);
        }
        return authenticated(account.person());
    }

    private Account proven(String name, String password, String address) {
        Optional<Account> account = accounts.find(name).filter(Account::enabled);
        if (account.isPresent()
                && passwords.matchedLately(password, account.get().passwordHash())) {
            return account.get();
        }
        lockOut.until(name, address).ifPresent(until -> {
            throw new LockedOut(until);
        });
        if (account.isEmpty()) {
            passwords.matchNobody(password);
            throw refused(name, address);
        }
        if (!passwords.matches(password, account.get().passwordHash())) {
            throw refused(name, address);
        }
        lockOut.forgive(name);
        return account.get();
    }

    static Authentication authenticated(SignedIn person) {
        List<GrantedAuthority> permissions = person.permissions().stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, permissions);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Does not say which of the two was wrong. */
    private RuntimeException refused(String name, String address) {
        String subject = "account:" + name.substring(0, Math.min(name.length(), LONGEST_NAME_ON_RECORD));
        Optional<Instant> lockedUntil = lockOut.failed(name, address);
        trail.record(
                Caller.NOBODY,
                address,
                lockedUntil.isPresent() ? "SIGN_IN_LOCKED_OUT" : "SIGN_IN_REFUSED",
                subject,
                null,
                lockedUntil.map(until -> Map.of("until", until)).orElse(null));
        return new BadCredentialsException("Unknown user or wrong password");
    }
}
