package io.yuanqing.center.registry;

import io.yuanqing.center.identity.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a data scope enters a query over enterprises (alias {@code e}). Whoever is bound to contractors sees
 * nothing while the registry holds no contracts.
 */
final class Scoped {

    /** To be appended to a where clause. */
    static final String CONDITION = """
              and (cast(:scopeCounties as text[]) is null or e.county = any(cast(:scopeCounties as text[])))
              and (cast(:scopeEnterprises as bigint[]) is null or e.id = any(cast(:scopeEnterprises as bigint[])))
              and cast(:scopeContractors as bigint[]) is null
            """;

    private Scoped() {}

    static void bind(Map<String, @Nullable Object> parameters, Scope scope) {
        parameters.put(
                "scopeCounties",
                scope.counties() == null ? null : scope.counties().toArray(String[]::new));
        parameters.put(
                "scopeEnterprises",
                scope.enterprises() == null ? null : scope.enterprises().toArray(Long[]::new));
        parameters.put(
                "scopeContractors",
                scope.contractors() == null ? null : scope.contractors().toArray(Long[]::new));
    }

    /** What is typed into a search box, as a pattern for {@code ilike}: the text anywhere, its wildcards literal. */
    static @Nullable String pattern(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        return "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
