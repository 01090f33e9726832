package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.identity.Permit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ApiDescriptionTest {

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void theDescriptionNamesEveryPathAndBothWaysToSignIn() {
        JsonNode api = TestHttp.nobody(port).get("/v3/api-docs").json();
        Set<String> described = new TreeSet<>(api.get("paths").propertyNames());
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(served::add));
        assertThat(described).containsAll(served);
        assertThat(api.at("/components/securitySchemes").propertyNames()).contains("basic", "session");
        assertThat(api.at("/info/title").asString()).isEqualTo("Yuanqing 源清");
    }

    @Test
    void whatIsNeverNullIsRequiredAndWhatMayBeNullSaysSo() {
        JsonNode schemas = TestHttp.nobody(port).get("/v3/api-docs").json().at("/components/schemas");
        JsonNode enterprise = schemas.get("Enterprise");
        assertThat(texts(enterprise.get("required")))
                .contains("id", "name", "county", "supervisionClass")
                .doesNotContain("industry");
        assertThat(texts(enterprise.at("/properties/industry/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(texts(schemas.at("/NewPoint/required")))
                .containsExactlyInAnyOrder("mn", "enterpriseId", "name", "medium", "edition");
        assertThat(texts(schemas.at("/NewPoint/properties/medium/enum"))).contains("WATER", "GAS");
    }

    /** Signing in and out, and what concerns one's own account alone, are everyone's. */
    @Test
    void whoeverChangesSomethingNeedsAPermission() {
        Set<String> open = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            boolean api = mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"));
            boolean changes =
                    mapping.getMethodsCondition().getMethods().stream().anyMatch(verb -> verb != RequestMethod.GET);
            if (api && changes && !permitted(method)) {
                open.addAll(mapping.getPatternValues());
            }
        });
        assertThat(open)
                .as("without @Permit")
                .containsExactly(
                        "/api/profile/password",
                        "/api/profile/second-factor",
                        "/api/profile/second-factor/confirm",
                        "/api/profile/second-factor/remove",
                        "/api/profile/tokens",
                        "/api/profile/tokens/{id}",
                        "/api/session");
    }

    private static boolean permitted(HandlerMethod method) {
        return method.getMethodAnnotation(Permit.class) != null;
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }
}
