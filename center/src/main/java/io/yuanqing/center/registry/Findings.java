package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a registration, field by field, so that the caller reads all of it at once. */
final class Findings {

    /** Longest name or other text that people enter. */
    static final int MAX_TEXT = 200;

    private final List<FieldProblem> problems = new ArrayList<>();

    /** @throws Refusal when anything is wrong */
    void refuse() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(all());
        }
    }

    List<FieldProblem> all() {
        return List.copyOf(problems);
    }

    Findings add(String field, String message) {
        problems.add(new FieldProblem(field, message));
        return this;
    }

    /** @param rule and args as of {@link FieldProblem} */
    Findings add(String field, String message, String rule, Object... args) {
        problems.add(new FieldProblem(
                field, message, rule, Arrays.stream(args).map(String::valueOf).toList()));
        return this;
    }

    Findings addAll(List<FieldProblem> more) {
        problems.addAll(more);
        return this;
    }

    Findings required(String field, @Nullable Object value) {
        return value == null ? add(field, "is missing; it is required", "MISSING") : this;
    }

    /** Text of at most {@link #MAX_TEXT} characters without control characters; a required one is not blank. */
    Findings text(String field, @Nullable String value, boolean required) {
        if (value == null) {
            return required ? required(field, null) : this;
        }
        if (required && value.isBlank()) {
            return add(field, "'" + value + "' is blank; it is required", "MISSING");
        }
        if (value.length() > MAX_TEXT) {
            return add(
                    field,
                    "'" + value.substring(0, 20) + "…' has " + value.length() + " characters; at most " + MAX_TEXT
                            + " are allowed",
                    "TOO_LONG",
                    MAX_TEXT);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            return add(field, "holds a control character; write printable text only", "CONTROL_CHARACTER");
        }
        return this;
    }

    /** The second day is not before the first. */
    Findings order(String field, @Nullable LocalDate first, @Nullable LocalDate second) {
        return first != null && second != null && second.isBefore(first)
                ? add(field, second + " is before " + first, "ORDER", second, first)
                : this;
    }

    /** Codes of factors. */
    Findings codes(String field, @Nullable List<String> codes) {
        for (int i = 0; codes != null && i < codes.size(); i++) {
            String code = codes.get(i);
            if (code == null || !code.matches("[A-Za-z0-9_]{1,20}")) {
                add(
                        field + "[" + i + "]",
                        "'" + code + "' is no factor code; it must have 1 to 20 letters and digits, such as w01018",
                        "FACTOR_CODE",
                        String.valueOf(code));
            }
        }
        return this;
    }

    /** A telephone number: digits, and what people write between them. */
    Findings phone(String field, @Nullable String value) {
        return value == null || value.isBlank() || value.strip().matches("[+]?[0-9][0-9 ()-]{2,24}")
                ? this
                : add(
                        field,
                        "'" + value + "' is no telephone number; write digits, blanks, +, - and brackets",
                        "PHONE",
                        value);
    }

    /** A positive number. */
    Findings positive(String field, @Nullable BigDecimal value, String unit) {
        return value != null && value.signum() <= 0
                ? add(
                        field,
                        value.toPlainString() + " " + unit + " is not possible; it must be more than 0",
                        "POSITIVE",
                        value.toPlainString())
                : this;
    }

    /** Without outer blanks; null when nothing is left. */
    static @Nullable String tidy(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    Findings range(String field, @Nullable BigDecimal value, int low, int high, String unit) {
        if (value != null
                && (value.compareTo(BigDecimal.valueOf(low)) < 0 || value.compareTo(BigDecimal.valueOf(high)) > 0)) {
            return add(
                    field,
                    value.toPlainString() + " lies outside " + low + " to " + high + " " + unit,
                    "RANGE",
                    value.toPlainString(),
                    low,
                    high);
        }
        return this;
    }
}
