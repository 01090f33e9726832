package io.yuanqing.center.registry;

import io.yuanqing.center.identity.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one way in which a data scope enters a query over enterprises (alias {@code e}) and points (alias {@code p}). */
final class Scoped {

    private static final String PLACES = """
              and (cast(:scopeCounties as text[]) is null or e.county = any(cast(:scopeCounties as text[])))
              and (cast(:scopeEnterprises as bigint[]) is null or e.id = any(cast(:scopeEnterprises as bigint[])))
            """;

    private static final String UNDER_CONTRACT = """
            scope_k.contractor_id = any(cast(:scopeContractors as bigint[]))
              and scope_k.valid_from <= city_today() and (scope_k.last_day is null or city_today() <= scope_k.last_day)
            """;

    /** Enterprises; a contractor's are those of which it operates a point today. To be appended to a where clause. */
    static final String CONDITION = PLACES + """
              and (cast(:scopeContractors as bigint[]) is null or exists (
                select from contract scope_k
                  join monitoring_point scope_p on scope_p.id = scope_k.point_id
                  join outlet scope_o on scope_o.id = scope_p.outlet_id
                where scope_o.enterprise_id = e.id and
            """ + UNDER_CONTRACT + "))\n";

    /** Points, and what stands at them; a contractor's are those that it operates today. */
    static final String POINTS = PLACES + """
              and (cast(:scopeContractors as bigint[]) is null or exists (
                select from contract scope_k where scope_k.point_id = p.id and
            """ + UNDER_CONTRACT + "))\n";

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
