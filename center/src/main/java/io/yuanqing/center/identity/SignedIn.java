package io.yuanqing.center.identity;

import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person or program that has proved who it is: the principal of a request.
 *
 * @param account id
 * @param user name with which it signs in
 * @param permissions names of the acts that its roles allow
 * @param scope whose data it sees
 */
public record SignedIn(long account, String user, String displayName, Set<String> permissions, Scope scope)
        implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return user;
    }
}
