package io.yuanqing.center.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers those who are not let in, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInProblems {

    private final Clock clock;

    SignInProblems(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lockedOut(LockedOut e) {
        long seconds = Math.max(1, Duration.between(clock.instant(), e.until()).toSeconds() + 1);
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many wrong passwords; sign-in is closed for another " + seconds + " s");
        body.setProperty("retryAt", e.until());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(body);
    }

    /** For a page that asks for the code after the password. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> secondFactor(SecondFactorNeeded e) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage()));
        body.setProperty("secondFactor", true);
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException e, HttpServletRequest request) {
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null || "POST".equals(request.getMethod());
        String detail = "Sign in first: POST /api/session, or HTTP Basic";
        if (TokenFilter.bringsToken(request)) {
            detail = "The token is unknown, expired or revoked, or its account is closed";
        } else if (tried && !(e instanceof InsufficientAuthenticationException)) {
            detail = "Unknown user or wrong password";
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.UNAUTHORIZED);
        if (!isScript(request)) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"yuanqing\", charset=\"UTF-8\"");
        }
        return answer.body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, detail));
    }

    @ExceptionHandler
    ProblemDetail notAllowed(AccessDeniedException e) {
        String detail = e instanceof CsrfException
                ? "The request lacks the session's token: send the cookie XSRF-TOKEN's value in the header X-XSRF-TOKEN"
                : "Not allowed";
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail);
    }

    /** A browser's script shows its own sign-in; the header would make the browser show another. */
    private static boolean isScript(HttpServletRequest request) {
        return request.getHeader("X-Requested-With") != null || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
