package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document lies in the repository, for the front end's types are generated from it: a change of the interface is
 * seen in the diff, and by the compiler of every page that uses it.
 */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.demo.enabled=true")
@ContextConfiguration(initializers = TestDatabase.class)
class ApiDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "web", "api", "openapi.json");

    @LocalServerPort
    int port;

    @Test
    void theDocumentThatTheFrontEndIsTypedByIsTheServers() throws IOException {
        ObjectNode api = (ObjectNode) TestHttp.nobody(port).get("/v3/api-docs").json();
        api.remove("servers");
        String text = sorted(api).toPrettyString() + "\n";
        if (Boolean.getBoolean("yuanqing.write-docs")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT)
                .as("out of date; mvn -pl center -am test -Dweb.check.skip=true -Dtest=ApiDocumentTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dyuanqing.write-docs=true")
                .exists()
                .content()
                .isEqualTo(text);
    }

    /** The order of the server's classes is not that of the next start. */
    private static JsonNode sorted(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode sorted = object.objectNode();
        object.propertyNames().stream().sorted().forEach(name -> sorted.set(name, sorted(object.get(name))));
        return sorted;
    }
}
