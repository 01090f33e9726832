package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import io.yuanqing.center.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an account is to be granted, in place of what it has.
 *
 * @param roles names
 * @param scope whose data it sees; a part of it that is null is no restriction
 */
record Grants(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Set<String> roles,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Scope scope) {

    private static final int MOST = 1000;
    private static final int LONGEST_COUNTY = 100;

    /** All that is wrong with it; empty when it can be granted. */
    List<FieldProblem> problems(Collection<RoleView> known) {
        List<FieldProblem> problems = new ArrayList<>();
        if (scope == null) {
            problems.add(new FieldProblem("scope", "is missing; {} is the whole city"));
        } else {
            checkSizes(scope, problems);
        }
        if (roles == null) {
            problems.add(new FieldProblem("roles", "is missing; [] is none"));
            return problems;
        }
        List<RoleView> wanted =
                known.stream().filter(role -> roles.contains(role.name())).toList();
        for (String name : roles) {
            if (wanted.stream().noneMatch(role -> role.name().equals(name))) {
                problems.add(new FieldProblem("roles", "'" + name + "' is no role; GET /api/roles lists them"));
            }
        }
        checkPowers(wanted, problems);
        if (scope != null) {
            checkBounds(wanted, scope, problems);
        }
        return problems;
    }

    /** 三权分立, GB/T 22239-2019 8.1.5: administration, security and audit lie in different hands. */
    private static void checkPowers(List<RoleView> wanted, List<FieldProblem> problems) {
        Set<String> powers = new TreeSet<>();
        wanted.stream().map(RoleView::power).filter(power -> power != null).forEach(powers::add);
        if (powers.size() > 1) {
            problems.add(new FieldProblem(
                    "roles", "belong to different powers " + powers + "; one account holds roles of one of them"));
        }
    }

    private static void checkBounds(List<RoleView> wanted, Scope scope, List<FieldProblem> problems) {
        for (RoleView role : wanted) {
            Set<?> part = switch (role.boundTo()) {
                case "COUNTY" -> scope.counties();
                case "ENTERPRISE" -> scope.enterprises();
                case "CONTRACTOR" -> scope.contractors();
                default -> Set.of("the whole city");
            };
            if (part == null || part.isEmpty()) {
                problems.add(new FieldProblem(
                        "scope",
                        "has to name what " + role.displayName() + " (" + role.name() + ") is bound to: "
                                + role.boundTo()));
            }
        }
    }

    private static void checkSizes(Scope scope, List<FieldProblem> problems) {
        if (size(scope.counties()) > MOST || size(scope.enterprises()) > MOST || size(scope.contractors()) > MOST) {
            problems.add(new FieldProblem("scope", "names more than " + MOST + " things of one kind"));
        }
        if (scope.counties() != null
                && scope.counties().stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST_COUNTY)) {
            problems.add(new FieldProblem("scope.counties", "holds a blank name, or one that is too long"));
        }
    }

    private static int size(@Nullable Set<?> part) {
        return part == null ? 0 : part.size();
    }
}
