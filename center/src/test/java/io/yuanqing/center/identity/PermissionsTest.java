package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the code asks for and what the migrations grant fit together. */
@SpringBootTest(classes = Center.class, properties = "yuanqing.demo.enabled=true")
@ContextConfiguration(initializers = TestDatabase.class)
class PermissionsTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyPermissionThatAnEndpointAsksForIsOnRecordAndHeldBySomeRole() {
        Set<String> asked = endpoints.getHandlerMethods().values().stream()
                .map(method -> method.getMethodAnnotation(Permit.class))
                .filter(Objects::nonNull)
                .map(Permit::value)
                .collect(Collectors.toSet());
        assertThat(asked).isNotEmpty().isSubsetOf(texts("select distinct permission from role_permission"));
    }

    @Test
    void whoeverHoldsEverythingHoldsEverything() {
        assertThat(texts("select permission from role_permission where role = 'ADMINISTRATOR'"))
                .as("a room's migration adds its permission and grants it to ADMINISTRATOR (and to whose work it is)")
                .containsExactlyInAnyOrderElementsOf(texts("select name from permission"));
    }

    @Test
    void everyEndpointThatChangesSomethingAsksForAPermissionOrIsOnesOwn() {
        List<String> open = endpoints.getHandlerMethods().entrySet().stream()
                .filter(endpoint -> endpoint.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method != RequestMethod.GET && method != RequestMethod.HEAD))
                .filter(endpoint -> !endpoint.getValue().hasMethodAnnotation(Permit.class))
                .filter(endpoint -> !endpoint.getValue().getBeanType().isAnnotationPresent(OwnAccount.class))
                .map(endpoint -> name(endpoint.getValue()))
                .toList();
        assertThat(open).isEmpty();
    }

    @Test
    void noRoleMayBothGrantAndAct() {
        // 三权分立, GB/T 22239-2019 8.1.5: who grants cannot make the account, who audits can do neither.
        assertThat(holders("identity.accounts")).doesNotContainAnyElementsOf(holders("identity.grants"));
        assertThat(holders("audit.read"))
                .doesNotContainAnyElementsOf(holders("identity.accounts"))
                .doesNotContainAnyElementsOf(holders("identity.grants"));
    }

    @Test
    void whoLooksOnOnlyHoldsNothingThatChangesAnything() {
        assertThat(texts("select permission from role_permission where role in ('LEADER', 'ENTERPRISE', 'CONTRACTOR')"))
                .doesNotContain("registry.write", "access.command", "access.control", "identity.accounts");
    }

    private List<String> holders(String permission) {
        return jdbc.sql("select role from role_permission where permission = :permission and role <> 'ADMINISTRATOR'")
                .param("permission", permission)
                .query(String.class)
                .list();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static String name(HandlerMethod method) {
        return method.getBeanType().getSimpleName() + "#" + method.getMethod().getName();
    }
}
