package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of people and programs: made by one person, granted by another. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "identity")
class AccountsController {

    private final AccountList list;
    private final AccountKeeping keeping;
    private final Granting granting;

    AccountsController(AccountList list, AccountKeeping keeping, Granting granting) {
        this.list = list;
        this.keeping = keeping;
        this.granting = granting;
    }

    /** What others read. */
    record Named(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String displayName) {}

    /** For one sign-in. */
    record FirstPassword(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String password) {

        @Override
        public String toString() {
            return "FirstPassword";
        }
    }

    @GetMapping
    @Permit("identity.read")
    @Operation(summary = "All accounts, by name")
    List<AccountView> accounts() {
        return list.all();
    }

    @GetMapping("/{id}")
    @Permit("identity.read")
    @Operation(summary = "One account")
    AccountView account(@PathVariable long id) {
        return list.get(id);
    }

    @PostMapping
    @Permit("identity.accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes an account that holds no role and sees nothing yet")
    AccountView makeAccount(@RequestBody NewAccount account) {
        return keeping.make(account);
    }

    @PutMapping("/{id}")
    @Permit("identity.accounts")
    @Operation(summary = "Changes what others read; the name for signing in stays, for the audit trail goes by it")
    AccountView renameAccount(@PathVariable long id, @RequestBody Named name) {
        return keeping.rename(id, name.displayName());
    }

    @PostMapping("/{id}/close")
    @Permit("identity.accounts")
    @Operation(summary = "Closes an account at once, its sessions and tokens too")
    AccountView closeAccount(@PathVariable long id) {
        return keeping.enable(id, false);
    }

    @PostMapping("/{id}/open")
    @Permit("identity.accounts")
    @Operation(summary = "Opens a closed account again")
    AccountView openAccount(@PathVariable long id) {
        return keeping.enable(id, true);
    }

    @PutMapping("/{id}/password")
    @Permit("identity.accounts")
    @Operation(summary = "Sets another's password, which has to be changed at the next sign-in; their sessions end")
    AccountView setPassword(@PathVariable long id, @RequestBody FirstPassword password) {
        return keeping.setPassword(id, password.password());
    }

    @PostMapping("/{id}/unlock")
    @Permit("identity.accounts")
    @Operation(summary = "Ends a lock-out for wrong passwords")
    AccountView unlockAccount(@PathVariable long id) {
        return keeping.unlock(id);
    }

    @DeleteMapping("/{id}/second-factor")
    @Permit("identity.accounts")
    @Operation(summary = "Takes away another's second factor, which is lost")
    AccountView removeFactor(@PathVariable long id) {
        return keeping.removeSecondFactor(id);
    }

    @PutMapping("/{id}/grants")
    @Permit("identity.grants")
    @Operation(summary = "Gives another's account these roles and this data scope in place of those it has")
    AccountView grant(@PathVariable long id, @RequestBody Grants grants) {
        return granting.grant(id, grants);
    }
}
