package io.yuanqing.center.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as those who keep accounts see it, and as it stands in the audit trail.
 *
 * @param roles names of its roles
 * @param scope whose data it sees
 * @param passwordSince when its password was set
 * @param passwordDue why its password has to be changed at the next sign-in; null when it may stay
 * @param secondFactor whether its browsers' sign-ins need a code beside the password
 * @param lockedUntil sign-in under its name is closed until then for wrong passwords; null when it is open
 */
record AccountView(
        long id,
        String name,
        String displayName,
        boolean enabled,
        List<String> roles,
        Scope scope,
        Instant createdAt,
        Instant passwordSince,
        @Nullable PasswordDue passwordDue,
        boolean secondFactor,
        @Nullable Instant lockedUntil) {}
