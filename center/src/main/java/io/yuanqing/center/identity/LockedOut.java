package io.yuanqing.center.identity;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: the password was not even looked at. */
final class LockedOut extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    LockedOut(Instant until) {
        super("Too many wrong passwords");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
