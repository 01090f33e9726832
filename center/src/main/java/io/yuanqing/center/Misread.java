package io.yuanqing.center;

import io.yuanqing.center.Refusal.FieldProblem;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a value that could not be read into its type, without the names of our classes. */
final class Misread {

    private Misread() {}

    /** A parameter's value and what was expected instead. */
    static String value(TypeMismatchException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException && cause.getMessage() != null) {
                return cause.getMessage(); // our own parsers name value and form
            }
        }
        return "'" + e.getValue() + "' " + expected(e.getRequiredType());
    }

    /** The field of a body that could not be read, or {@code body} when it is no JSON at all. */
    static FieldProblem body(HttpMessageNotReadableException e) {
        Throwable cause = e.getCause();
        if (cause instanceof InvalidFormatException wrong) {
            return new FieldProblem(path(wrong), "'" + wrong.getValue() + "' " + expected(wrong.getTargetType()));
        }
        if (cause instanceof MismatchedInputException wrong) {
            return new FieldProblem(path(wrong), "has the wrong form; it " + expected(wrong.getTargetType()));
        }
        if (cause instanceof StreamReadException broken) {
            return new FieldProblem(
                    "body",
                    "is no valid JSON: " + broken.getOriginalMessage() + ", line "
                            + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr());
        }
        return new FieldProblem("body", "is missing or unreadable; send JSON");
    }

    private static String path(JacksonException e) {
        List<Reference> path = e.getPath();
        StringBuilder text = new StringBuilder();
        for (Reference step : path) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return text.isEmpty() ? "body" : text.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not of the expected type";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-11-24";
        }
        if (type == Instant.class) {
            return "must be a time such as 2026-11-24T08:00:00+08:00";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "must be a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (type == String.class) {
            return "must be text";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        return "must be an object";
    }
}
