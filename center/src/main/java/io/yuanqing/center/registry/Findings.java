package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a registration, field by field, so that the caller reads all of it at once. */
final class Findings {

    /** Longest name or other text that people enter. */
    static final int MAX_TEXT = 200;

    private final List<FieldProblem> problems = new ArrayList<>();

    List<FieldProblem> all() {
        return List.copyOf(problems);
    }

    Findings add(String field, String message) {
        problems.add(new FieldProblem(field, message));
        return this;
    }

    Findings required(String field, @Nullable Object value) {
        return value == null ? add(field, "is missing; it is required") : this;
    }

    /** Text of at most {@link #MAX_TEXT} characters without control characters; a required one is not blank. */
    Findings text(String field, @Nullable String value, boolean required) {
        if (value == null) {
            return required ? required(field, null) : this;
        }
        if (required && value.isBlank()) {
            return add(field, "'" + value + "' is blank; it is required");
        }
        if (value.length() > MAX_TEXT) {
            return add(
                    field,
                    "'" + value.substring(0, 20) + "…' has " + value.length() + " characters; at most " + MAX_TEXT
                            + " are allowed");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            return add(field, "holds a control character; write printable text only");
        }
        return this;
    }

    Findings range(String field, @Nullable BigDecimal value, int low, int high, String unit) {
        if (value != null
                && (value.compareTo(BigDecimal.valueOf(low)) < 0 || value.compareTo(BigDecimal.valueOf(high)) > 0)) {
            return add(field, value.toPlainString() + " lies outside " + low + " to " + high + " " + unit);
        }
        return this;
    }
}
