package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor. */
@RestController
@OwnAccount
@RequestMapping("/api/profile/second-factor")
@Tag(name = "identity")
class SecondFactorController {

    private final SecondFactor factor;
    private final OwnPassword passwords;
    private final Caller caller;

    SecondFactorController(SecondFactor factor, OwnPassword passwords, Caller caller) {
        this.factor = factor;
        this.passwords = passwords;
        this.caller = caller;
    }

    /** Six digits of the app. */
    record Code(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String code) {}

    /** That it is really the owner who takes the factor away. */
    record Password(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String password) {

        @Override
        public String toString() {
            return "Password";
        }
    }

    /** Each good for one sign-in; shown this once. */
    record Recovery(List<String> codes) {

        @Override
        public String toString() {
            return "Recovery";
        }
    }

    @PostMapping
    @Operation(summary = "Begins a second factor: shows an app its secret. It counts once confirmed")
    SecondFactor.Enrolment beginSecondFactor() {
        return factor.begin(caller.signedIn().orElseThrow());
    }

    @PostMapping("/confirm")
    @Operation(summary = "Confirms it by a code of the app; answers recovery codes, which are shown this once")
    Recovery confirmSecondFactor(@RequestBody Code code) {
        if (code.code() == null) {
            throw Refusal.invalid("code", "is missing; it is required");
        }
        return new Recovery(factor.confirm(caller.signedIn().orElseThrow(), code.code()));
    }

    @PostMapping("/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes one's own second factor away, given the password")
    void removeSecondFactor(@RequestBody Password password, HttpServletRequest request) {
        if (password.password() == null) {
            throw Refusal.invalid("password", "is missing; it is required");
        }
        SignedIn person = caller.signedIn().orElseThrow();
        passwords.require(password.password(), "password", request.getRemoteAddr());
        factor.remove(person.account(), person.user());
    }
}
