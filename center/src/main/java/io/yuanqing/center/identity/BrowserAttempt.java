package io.yuanqing.center.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a person tries to open a session from, and the code of their second factor when they gave one. */
final class BrowserAttempt extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final @Nullable String code;

    BrowserAttempt(String address, @Nullable String code) {
        super(address, null);
        this.code = code;
    }

    @Nullable
    String code() {
        return code;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
