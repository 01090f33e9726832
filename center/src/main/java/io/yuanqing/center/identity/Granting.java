package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a security administrator does: who holds which roles, whose data they see, what roles may do. */
@Service
class Granting {

    private final AccountList accounts;
    private final Roles roles;
    private final LastHolders lastHolders;
    private final Caller caller;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    Granting(
            AccountList accounts,
            Roles roles,
            LastHolders lastHolders,
            Caller caller,
            AuditTrail trail,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.roles = roles;
        this.lastHolders = lastHolders;
        this.caller = caller;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * Gives an account these roles and this data scope in place of those it has. It acts at once, on sessions too.
     *
     * @throws Refusal 404; 400 naming what is wrong; 403 for one's own account; 409 when nobody could undo it
     */
    @Transactional
    AccountView grant(long id, Grants wanted) {
        AccountView before = accounts.get(id);
        lastHolders.requireAnother(before);
        List<FieldProblem> problems = wanted.problems(roles.all());
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        Scope scope = Objects.requireNonNull(wanted.scope());
        jdbc.sql("""
                        update account set scope_counties = :counties, scope_enterprises = :enterprises,
                                           scope_contractors = :contractors
                        where id = :id
                        """)
                .param("counties", ScopeColumns.texts(scope.counties()))
                .param("enterprises", ScopeColumns.ids(scope.enterprises()))
                .param("contractors", ScopeColumns.ids(scope.contractors()))
                .param("id", id)
                .update();
        jdbc.sql("delete from account_role where account_id = :id")
                .param("id", id)
                .update();
        for (String role : Objects.requireNonNull(wanted.roles())) {
            jdbc.sql("insert into account_role (account_id, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role)
                    .update();
        }
        lastHolders.requireSome();
        AccountView after = accounts.get(id);
        trail.record("ACCOUNT_GRANTED", AccountKeeping.subject(after), before, after);
        return after;
    }

    /**
     * Decides what the holders of a role may do.
     *
     * @throws Refusal 404; 400; 403 when it would give the caller something; 409 when nobody could undo it
     */
    @Transactional
    RoleView permit(String name, @Nullable Set<String> permissions) {
        RoleView before = roles.get(name);
        if (permissions == null) {
            throw Refusal.invalid("permissions", "is missing; [] is none");
        }
        Set<String> known = new HashSet<>();
        roles.permissions().forEach(permission -> known.add(permission.name()));
        Set<String> unknown = new TreeSet<>(permissions);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("permissions", unknown + " is none; GET /api/permissions lists them");
        }
        if (held(name) && !before.permissions().containsAll(permissions)) {
            throw Refusal.forbidden("You hold the role " + name + " yourself; another person has to add to it");
        }
        roles.change(name, permissions);
        lastHolders.requireSome();
        RoleView after = roles.get(name);
        trail.record("ROLE_CHANGED", "role:" + name, before, after);
        return after;
    }

    private boolean held(String role) {
        long account = caller.signedIn().map(SignedIn::account).orElse(0L);
        return jdbc.sql("select exists (select from account_role where account_id = :id and role = :role)")
                .param("id", account)
                .param("role", role)
                .query(Boolean.class)
                .single();
    }
}
