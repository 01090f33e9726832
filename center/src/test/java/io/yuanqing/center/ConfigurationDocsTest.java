package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manual's table of settings is made of the typed properties and their Javadoc, so neither can go stale. */
class ConfigurationDocsTest {

    private static final Path MANUAL = Path.of("..", "docs", "configuration.md");

    private static final String REWRITE = "yuanqing.write-docs";

    private static final String HEAD = """
            # Configuration

            Made of the typed properties by `ConfigurationDocsTest`; do not edit. After a change of a property:
            `mvn -pl center -am test -Dtest=ConfigurationDocsTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true`.

            Any setting can be given in a file `application.yaml` in the folder in which the server is started, as an
            environment variable (`yuanqing.packets.batch-frames` is `YUANQING_PACKETS_BATCHFRAMES`), or for one start with
            `JAVA_TOOL_OPTIONS=-Dyuanqing.packets.batch-frames=1000`. The options of the command line outrank them. Thresholds
            by which the centre judges are no settings but dated rules: `GET /api/rules`.
            """.formatted(REWRITE);

    @Test
    void theManualShowsTheSettingsAsTheyAre() throws IOException {
        String table = manual(settings());
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(MANUAL, table);
        }
        assertThat(MANUAL)
                .as("out of date; run the command in its head")
                .exists()
                .content()
                .isEqualTo(table);
    }

    @Test
    void everySettingIsExplained() throws IOException {
        assertThat(settings())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.meaning())
                        .as("Javadoc @param of " + setting.name())
                        .isNotBlank());
    }

    private record Setting(String name, String type, String standard, String meaning) {

        /** {@code yuanqing.<room>.<setting>} */
        String room() {
            return name.split("\\.")[1];
        }
    }

    private static List<Setting> settings() throws IOException {
        List<Setting> settings = new ArrayList<>();
        try (InputStream metadata = Center.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(metadata)
                    .as("written by spring-boot-configuration-processor")
                    .isNotNull();
            for (JsonNode property : new JsonMapper().readTree(metadata).get("properties")) {
                settings.add(new Setting(
                        property.get("name").asString(),
                        type(property.get("type").asString()),
                        property.path("defaultValue").asString(""),
                        property.path("description").asString("")));
            }
        }
        return settings;
    }

    /** Checked against the source, too: a property class that the processor has not seen would be missing silently. */
    @Test
    void noRoomsSettingsAreMissing() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> classes = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> content(file).contains("@ConfigurationProperties("))
                    .toList();
            String metadata = content(new PathMatchingResourcePatternResolver()
                    .getResource("classpath:/META-INF/spring-configuration-metadata.json")
                    .getFile()
                    .toPath());
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(metadata)
                            .contains(file.getFileName().toString().replace(".java", "\"")));
        }
    }

    private static String manual(List<Setting> settings) {
        Map<String, List<Setting>> byRoom = new TreeMap<>();
        for (Setting setting : settings) {
            byRoom.computeIfAbsent(setting.room(), room -> new ArrayList<>()).add(setting);
        }
        StringBuilder manual = new StringBuilder(HEAD);
        byRoom.forEach((room, ofRoom) -> {
            manual.append("\n## ")
                    .append(room)
                    .append("\n\n| Setting | Type | Default | Meaning |\n|---|---|---|---|\n");
            Collections.sort(ofRoom, (a, b) -> a.name().compareTo(b.name()));
            for (Setting setting : ofRoom) {
                manual.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                setting.name(),
                                setting.type(),
                                setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`",
                                setting.meaning()
                                        .replaceAll("\\s+", " ")
                                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                                        .replace("|", "\\|")));
            }
        });
        return manual.toString();
    }

    private static String type(String javaType) {
        String simple = javaType.replaceAll("[a-z0-9]+\\.", "");
        return switch (simple) {
            case "Integer", "Long" -> "whole number";
            case "Boolean" -> "true or false";
            case "String" -> "text";
            case "Duration" -> "duration (`30s`, `15m`, `2h`)";
            case "DataSize" -> "size (`10MB`)";
            case "Path" -> "file";
            default -> simple;
        };
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
