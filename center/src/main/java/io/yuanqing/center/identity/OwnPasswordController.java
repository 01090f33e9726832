package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password: the one thing that is open while it has to be changed. */
@RestController
@OwnAccount(whilePasswordDue = true)
@Tag(name = "identity")
class OwnPasswordController {

    private final OwnPassword passwords;
    private final FreshSessions sessions;
    private final Caller caller;

    OwnPasswordController(OwnPassword passwords, FreshSessions sessions, Caller caller) {
        this.caller = caller;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** The present password, and the one that is to follow it. */
    record PasswordChange(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String current,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String wanted) {

        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @PutMapping("/api/profile/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes one's own password; one's other sessions end")
    void changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        if (change.current() == null || change.wanted() == null) {
            throw Refusal.invalid(change.current() == null ? "current" : "wanted", "is missing; it is required");
        }
        passwords.change(change.current(), change.wanted(), request.getRemoteAddr());
        sessions.passwordChanged(request, caller.name());
    }
}
