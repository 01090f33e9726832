package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out of browsers. */
@RestController
@OwnAccount(whilePasswordDue = true)
@RequestMapping("/api/session")
@Tag(name = "identity")
class SessionController {

    private final AuthenticationManager signIn;
    private final SecurityContextRepository sessions;
    private final CsrfTokenRepository tokens;
    private final Caller caller;
    private final AuditTrail trail;

    SessionController(
            AuthenticationManager signIn,
            SecurityContextRepository sessions,
            CsrfTokenRepository tokens,
            Caller caller,
            AuditTrail trail) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.caller = caller;
        this.trail = trail;
    }

    /**
     * Name and password of an account.
     *
     * @param code of the second factor, or one of its recovery codes, when the account has one
     */
    record Credentials(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String user,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String password,

            @Nullable String code) {

        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    /**
     * Who is signed in, and which acts are open to them.
     *
     * @param scope whose data they see; a part that is null is no restriction
     * @param passwordDue why the password has to be changed before anything else; null when it may stay
     */
    record Session(
            String user,
            String displayName,
            List<String> permissions,
            Scope scope,
            @Nullable PasswordDue passwordDue) {}

    @PostMapping
    @SecurityRequirements
    @Operation(summary = "Signs in; the answer sets the session's cookie and the token's")
    Session open(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        if (credentials.user() == null || credentials.password() == null) {
            throw Refusal.invalid(credentials.user() == null ? "user" : "password", "is missing; it is required");
        }
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(credentials.user(), credentials.password());
        attempt.setDetails(new BrowserAttempt(request.getRemoteAddr(), credentials.code()));
        Authentication person = signIn.authenticate(attempt);

        // A session that somebody may have planted before does not become the signed-in one.
        HttpSession planted = request.getSession(false);
        if (planted != null) {
            planted.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        tokens.saveToken(tokens.generateToken(request), request, response);
        return current();
    }

    @GetMapping
    @Operation(summary = "Who is signed in")
    Session current() {
        SignedIn person = caller.signedIn().orElseThrow();
        return new Session(
                person.user(),
                person.displayName(),
                person.permissions().stream().sorted().toList(),
                person.scope(),
                person.passwordDue());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs out")
    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            trail.record("SIGN_OUT", "account:" + caller.name(), null, null);
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
