package io.yuanqing.center.identity;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Accounts.Account;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the caller's own password. */
@Service
class OwnPassword {

    private final Caller caller;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordSettings settings;
    private final LockOut lockOut;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    OwnPassword(
            Caller caller,
            Accounts accounts,
            Passwords passwords,
            PasswordSettings settings,
            LockOut lockOut,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.caller = caller;
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.lockOut = lockOut;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param current counted like a wrong password at a sign-in when it is not the present one: an open session is no
     *     leave to guess
     * @throws Refusal 400 naming what is wrong
     * @throws LockedOut after too many wrong ones
     */
    void change(String current, String wanted, String address) {
        Account account = require(current, "current", address);
        String name = account.person().user();
        List<FieldProblem> problems = settings.faults(wanted, name).stream()
                .map(fault -> new FieldProblem("wanted", fault))
                .toList();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        if (accounts.passwordHashes(account.person().account()).stream()
                .anyMatch(hash -> passwords.matches(wanted, hash))) {
            throw Refusal.invalid(
                    "wanted", "is the present password or one of the last " + settings.former() + "; choose a new one");
        }
        String hash = passwords.hash(wanted);
        transaction.executeWithoutResult(open -> {
            accounts.changePassword(account.person().account(), hash, PasswordOrigin.OWN);
            trail.record("PASSWORD_CHANGED", "account:" + name, null, null);
        });
    }

    /**
     * That it is really the owner who asks.
     *
     * @param field in which the password came
     * @throws Refusal 400 when it is not the present password
     * @throws LockedOut after too many wrong ones
     */
    Account require(String password, String field, String address) {
        Account account = accounts.find(caller.name()).orElseThrow();
        String name = account.person().user();
        lockOut.until(name, address).ifPresent(until -> {
            throw new LockedOut(until);
        });
        if (!passwords.matches(password, account.passwordHash())) {
            lockOut.failed(name, address);
            trail.record("PASSWORD_REFUSED", "account:" + name, null, null);
            throw Refusal.invalid(field, "is not the present password");
        }
        return account;
    }
}
