package io.yuanqing.center.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person or program that has proved who it is: the principal of a request.
 *
 * @param account id
 * @param user name with which it signs in
 * @param permissions names of the acts that its roles allow
 * @param scope whose data it sees
 * @param passwordDue why it may do nothing before it has changed its password; null when it may
 * @param token id of the token by which a program acts for the account; null: by its password
 */
public record SignedIn(
        long account,
        String user,
        String displayName,
        Set<String> permissions,
        Scope scope,
        @Nullable PasswordDue passwordDue,
        @Nullable Long token)
        implements AuthenticatedPrincipal {

    /** With a password that may stay. */
    public SignedIn(long account, String user, String displayName, Set<String> permissions, Scope scope) {
        this(account, user, displayName, permissions, scope, null, null);
    }

    @Override
    public String getName() {
        return user;
    }
}
