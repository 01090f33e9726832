package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody acts on their own account, and there is always somebody left who can make accounts, and somebody who can grant. */
@Component
class LastHolders {

    private static final List<String> NEEDED = List.of("identity.accounts", "identity.grants");

    private final JdbcClient jdbc;
    private final Caller caller;

    LastHolders(JdbcClient jdbc, Caller caller) {
        this.jdbc = jdbc;
        this.caller = caller;
    }

    /** @throws Refusal 403 when it is the caller's own account */
    void requireAnother(AccountView account) {
        if (caller.signedIn()
                .map(SignedIn::account)
                .filter(id -> id == account.id())
                .isPresent()) {
            throw Refusal.forbidden("'" + account.name() + "' is your own account; another person has to do this");
        }
    }

    /**
     * Call it in the transaction that took something away, after it.
     *
     * @throws Refusal 409 when that left nobody who can make accounts, or nobody who can grant
     */
    void requireSome() {
        // Two such transactions at a time might each count on the other's.
        jdbc.sql("lock table role_permission in share row exclusive mode").update();
        for (String permission : NEEDED) {
            boolean held = jdbc.sql("""
                            select exists (select from account a
                                             join account_role ar on ar.account_id = a.id
                                             join role_permission rp using (role)
                                           where a.enabled and rp.permission = :permission)
                            """)
                    .param("permission", permission)
                    .query(Boolean.class)
                    .single();
            if (!held) {
                throw Refusal.conflict("No open account would hold " + permission
                        + " any more, and nobody could give it back;" + " grant it to another account first");
            }
        }
    }
}
