package io.yuanqing.center;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that cannot be served as it was made, and why; answered as a problem detail (RFC 9457). The text names the
 * thing, its value, the rule and what to do.
 */
public final class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with one field or parameter.
     *
     * @param field its name as the caller wrote it; nested ones with dots
     * @param message the value and the rule that it breaks
     * @param rule name of the rule, such as MISSING, by which a front end says it in its user's language; null: the message
     *     is all there is
     * @param args what the rule's sentence names, in order
     */
    public record FieldProblem(
            String field, String message, @Nullable String rule, List<String> args) {

        public FieldProblem {
            args = List.copyOf(args);
        }

        public FieldProblem(String field, String message) {
            this(field, message, null, List.of());
        }
    }

    private final transient List<FieldProblem> problems;

    private Refusal(HttpStatus status, ProblemDetail body, List<FieldProblem> problems) {
        super(status, body, null);
        this.problems = List.copyOf(problems);
    }

    /** 404: there is no such thing, or it lies outside the caller's data scope. */
    public static Refusal notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    /** 403: the caller may not do this. */
    public static Refusal forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, detail);
    }

    /** 409: it would contradict what is already there. */
    public static Refusal conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** 409: a field would contradict what is already there. */
    public static Refusal conflict(FieldProblem problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.message());
        body.setProperty("errors", List.of(problem));
        return new Refusal(HttpStatus.CONFLICT, body, List.of(problem));
    }

    /** What is wrong with which field; empty when the refusal is about the whole. */
    public List<FieldProblem> problems() {
        return problems;
    }

    /** 400: one field is wrong. */
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new FieldProblem(field, message)));
    }

    /** 400: these fields are wrong. */
    public static Refusal invalid(List<FieldProblem> problems) {
        return new Refusal(HttpStatus.BAD_REQUEST, invalidBody(problems), problems);
    }

    static ProblemDetail invalidBody(List<FieldProblem> problems) {
        StringBuilder detail = new StringBuilder();
        for (FieldProblem problem : problems) {
            detail.append(detail.isEmpty() ? "" : "; ")
                    .append(problem.field())
                    .append(": ")
                    .append(problem.message());
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail.toString());
        body.setProperty("errors", problems);
        return body;
    }

    private static Refusal of(HttpStatus status, String detail) {
        return new Refusal(status, ProblemDetail.forStatusAndDetail(status, detail), List.of());
    }
}
