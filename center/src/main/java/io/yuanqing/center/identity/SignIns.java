package io.yuanqing.center.identity;

import io.yuanqing.center.PageOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The sign-in history, which is a part of the audit trail. */
@Service
class SignIns {

    private static final List<String> ACTS =
            List.of("SIGN_IN", "SIGN_IN_REFUSED", "SIGN_IN_LOCKED_OUT", "SECOND_FACTOR_REFUSED", "SIGN_OUT");

    private static final String ACCOUNT = "account:";

    private final AuditTrail trail;

    SignIns(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param user the name that was given, of which there may be no account
     * @param outcome SIGN_IN, SIGN_OUT, SIGN_IN_REFUSED, SIGN_IN_LOCKED_OUT, SECOND_FACTOR_REFUSED
     */
    record Line(Instant at, String user, String address, String outcome) {}

    /** One page, newest first. */
    PageOf<Line> find(@Nullable String user, @Nullable Instant from, @Nullable Instant to, int page, int size) {
        String subject = user == null ? null : ACCOUNT + Accounts.normal(user);
        PageOf<AuditEntry> entries = trail.find(new AuditFilter(null, ACTS, subject, from, to), page, size);
        List<Line> lines = entries.items().stream()
                .map(entry ->
                        new Line(entry.at(), entry.subject().substring(ACCOUNT.length()), entry.address(), entry.act()))
                .toList();
        return new PageOf<>(lines, entries.total());
    }
}
