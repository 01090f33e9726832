package io.yuanqing.center.identity;

import org.springframework.security.core.AuthenticationException;

/** The password was right; the account has a second factor, and its code was not given, or wrong. */
final class SecondFactorNeeded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SecondFactorNeeded(String message) {
        super(message);
    }
}
