package io.yuanqing.center.identity;

import io.yuanqing.center.identity.Accounts.Account;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks name and password, for sessions and for HTTP Basic alike. */
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;

    SignIn(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = Accounts.normal(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        Optional<Account> account = accounts.find(name).filter(Account::enabled);
        if (account.isEmpty()) {
            passwords.matchNobody(password);
            throw refused();
        }
        if (!passwords.matches(password, account.get().passwordHash())) {
            throw refused();
        }
        SignedIn person = account.get().person();
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
    private static BadCredentialsException refused() {
        return new BadCredentialsException("Unknown user or wrong password");
    }
}
