package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a system administrator does with accounts; what they may do is {@link Granting} another's work. */
@Service
class AccountKeeping {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{2,60}");

    private static final int LONGEST_DISPLAY_NAME = 60;

    private final AccountList list;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordSettings settings;
    private final LastHolders lastHolders;
    private final LockOut lockOut;
    private final SecondFactor secondFactor;
    private final Tokens tokens;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    AccountKeeping(
            AccountList list,
            Accounts accounts,
            Passwords passwords,
            PasswordSettings settings,
            LastHolders lastHolders,
            LockOut lockOut,
            SecondFactor secondFactor,
            Tokens tokens,
            AuditTrail trail,
            JdbcClient jdbc) {
        this.list = list;
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.lastHolders = lastHolders;
        this.lockOut = lockOut;
        this.secondFactor = secondFactor;
        this.tokens = tokens;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** @throws Refusal 400 naming each field that is wrong, 409 when the name is taken */
    @Transactional
    AccountView make(NewAccount wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = wanted.name() == null ? "" : Accounts.normal(wanted.name());
        if (!NAME.matcher(name).matches()) {
            problems.add(new FieldProblem(
                    "name",
                    "'" + name + "' is no account name; it has 2 to 60 letters, digits, dots, hyphens, underscores"));
        }
        checkDisplayName(wanted.displayName(), problems);
        checkPassword(wanted.password(), name, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        String hash = passwords.hash(String.valueOf(wanted.password()));
        try {
            long id = accounts.create(
                    name,
                    String.valueOf(wanted.displayName()).strip(),
                    hash,
                    PasswordOrigin.ANOTHER,
                    Scope.NOTHING,
                    null);
            AccountView made = list.get(id);
            trail.record("ACCOUNT_CREATED", subject(made), null, made);
            return made;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "There is an account '" + name + "' already, perhaps a closed one; choose another name");
        }
    }

    /** @throws Refusal 404, 400 */
    @Transactional
    AccountView rename(long id, @Nullable String displayName) {
        AccountView before = list.get(id);
        List<FieldProblem> problems = new ArrayList<>();
        checkDisplayName(displayName, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        jdbc.sql("update account set display_name = :name where id = :id")
                .param("name", String.valueOf(displayName).strip())
                .param("id", id)
                .update();
        AccountView after = list.get(id);
        trail.record("ACCOUNT_RENAMED", subject(after), before, after);
        return after;
    }

    /**
     * Closes an account, or opens it again. What it did stays on record under its name, so accounts are never removed.
     *
     * @throws Refusal 404; 403 for one's own; 409 for the last that can make or grant
     */
    @Transactional
    AccountView enable(long id, boolean enabled) {
        AccountView before = list.get(id);
        lastHolders.requireAnother(before);
        jdbc.sql("update account set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
        lastHolders.requireSome();
        AccountView after = list.get(id);
        trail.record(enabled ? "ACCOUNT_OPENED" : "ACCOUNT_CLOSED", subject(after), before, after);
        return after;
    }

    /**
     * Sets the password of another, who has to choose an own one at the next sign-in; all their sessions end, and
     * their tokens are revoked.
     *
     * @throws Refusal 404, 400; 403 for one's own, which is changed by giving the present one
     */
    @Transactional
    AccountView setPassword(long id, @Nullable String password) {
        AccountView account = list.get(id);
        lastHolders.requireAnother(account);
        List<FieldProblem> problems = new ArrayList<>();
        checkPassword(password, account.name(), problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        accounts.changePassword(id, passwords.hash(String.valueOf(password)), PasswordOrigin.ANOTHER);
        lockOut.forgive(account.name());
        tokens.revokeAll(id);
        trail.record("PASSWORD_SET", subject(account), null, Map.of("mustChange", true));
        return list.get(id);
    }

    /** Ends a lock-out for wrong passwords. */
    @Transactional
    AccountView unlock(long id) {
        AccountView before = list.get(id);
        lockOut.forgive(before.name());
        AccountView after = list.get(id);
        trail.record("ACCOUNT_UNLOCKED", subject(after), before, after);
        return after;
    }

    /** Takes away the second factor of somebody who has lost it. */
    @Transactional
    AccountView removeSecondFactor(long id) {
        AccountView account = list.get(id);
        lastHolders.requireAnother(account);
        secondFactor.remove(id, account.name());
        return list.get(id);
    }

    static String subject(AccountView account) {
        return "account:" + account.name();
    }

    private static void checkDisplayName(@Nullable String name, List<FieldProblem> problems) {
        if (name == null || name.isBlank()) {
            problems.add(new FieldProblem("displayName", "is missing; it is required"));
        } else if (name.length() > LONGEST_DISPLAY_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new FieldProblem(
                    "displayName", "must be printable and have at most " + LONGEST_DISPLAY_NAME + " characters"));
        }
    }

    private void checkPassword(@Nullable String password, String account, List<FieldProblem> problems) {
        if (password == null) {
            problems.add(new FieldProblem("password", "is missing; it is required"));
            return;
        }
        settings.faults(password, account).forEach(fault -> problems.add(new FieldProblem("password", fault)));
    }
}
