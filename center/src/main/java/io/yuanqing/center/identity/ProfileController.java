package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.PageOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@OwnAccount(whilePasswordDue = true)
@RequestMapping("/api/profile")
@Tag(name = "identity")
class ProfileController {

    private final AccountList accounts;
    private final Roles roles;
    private final RecoveryCodes recovery;
    private final PasswordSettings passwords;
    private final SignIns signIns;
    private final Caller caller;

    ProfileController(
            AccountList accounts,
            Roles roles,
            RecoveryCodes recovery,
            PasswordSettings passwords,
            SignIns signIns,
            Caller caller) {
        this.accounts = accounts;
        this.roles = roles;
        this.recovery = recovery;
        this.passwords = passwords;
        this.signIns = signIns;
        this.caller = caller;
    }

    /**
     * @param roles what others call them
     * @param recoveryCodes of the second factor that are left
     * @param rules what a new password has to be
     */
    record Profile(
            String user,
            String displayName,
            List<String> roles,
            Scope scope,
            Instant passwordSince,
            @Nullable PasswordDue passwordDue,
            boolean secondFactor,
            int recoveryCodes,
            PasswordRules rules) {}

    /**
     * @param shortest characters
     * @param kinds of the four (capital letters, small letters, digits, others)
     * @param former passwords that may not come back
     * @param days after which it has to be changed; 0: never
     */
    record PasswordRules(int shortest, int kinds, int former, long days) {}

    @GetMapping
    @Operation(summary = "One's own account")
    Profile profile() {
        AccountView own = accounts.get(caller.signedIn().orElseThrow().account());
        return new Profile(
                own.name(),
                own.displayName(),
                roles.all().stream()
                        .filter(role -> own.roles().contains(role.name()))
                        .map(RoleView::displayName)
                        .toList(),
                own.scope(),
                own.passwordSince(),
                own.passwordDue(),
                own.secondFactor(),
                recovery.left(own.id()),
                new PasswordRules(
                        passwords.shortest(),
                        passwords.kinds(),
                        passwords.former(),
                        passwords.age().toDays()));
    }

    @GetMapping("/sign-ins")
    @Operation(summary = "Sign-ins under one's own name, refused ones too, the newest first")
    PageOf<SignIns.Line> ownSignIns(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return signIns.find(caller.name(), null, null, page, size);
    }
}
