package io.yuanqing.center.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role and what its holders may do.
 *
 * @param power SYSTEM, SECURITY or AUDIT when it belongs to one of the three powers, of which an account holds one at most
 * @param boundTo what the data scope of its holders must name: CITY (nothing), COUNTY, ENTERPRISE, CONTRACTOR
 * @param permissions names, in order
 */
record RoleView(String name, String displayName, @Nullable String power, String boundTo, List<String> permissions) {}
