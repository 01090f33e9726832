package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import io.yuanqing.center.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param name what it is for
 * @param permissions of those that one holds
 * @param days for which it lasts
 */
record NewToken(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable Set<String> permissions,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Integer days) {

    private static final int LONGEST_NAME = 60;

    Set<String> wanted() {
        return permissions == null ? Set.of() : permissions;
    }

    /** All that is wrong with it; empty when it can be made. */
    List<FieldProblem> problems(Set<String> held, int longestDays) {
        List<FieldProblem> problems = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(
                    new FieldProblem("name", "says what the token is for, in 1 to " + LONGEST_NAME + " characters"));
        }
        if (days == null || days < 1 || days > longestDays) {
            problems.add(new FieldProblem("days", "'" + days + "' is none; it must be 1 to " + longestDays));
        }
        Set<String> lacking = new TreeSet<>(wanted());
        lacking.removeAll(held);
        if (!lacking.isEmpty()) {
            problems.add(new FieldProblem("permissions", "you hold no " + lacking + ", so the token cannot"));
        }
        return problems;
    }
}
