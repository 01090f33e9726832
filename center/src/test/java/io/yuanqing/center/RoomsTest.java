package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms are what the map of the house says, and nobody climbs: a room imports only from the floors below. */
class RoomsTest {

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("store", -1),
            Map.entry("identity", 0),
            Map.entry("rules", 1),
            Map.entry("registry", 2),
            Map.entry("packets", 3),
            Map.entry("access", 4),
            Map.entry("readings", 4),
            Map.entry("quality", 5),
            Map.entry("upkeep", 5),
            Map.entry("uplink", 5),
            Map.entry("compliance", 6),
            Map.entry("inspection", 7),
            Map.entry("operations", 8),
            Map.entry("performance", 9),
            Map.entry("live", 10),
            Map.entry("demo", 11));

    private static final Path DIAGRAM = Path.of("..", "docs", "rooms.md");

    private final ApplicationModules rooms = ApplicationModules.of(Center.class);

    @Test
    void roomsHaveNoCyclesAndKeepTheirInnerPartsToThemselves() {
        rooms.verify();
    }

    @Test
    void everyPackageIsARoomOfTheHouse() {
        assertThat(rooms.stream().map(RoomsTest::name)).contains("store").isSubsetOf(FLOORS.keySet());
    }

    @Test
    void aRoomImportsOnlyFromTheFloorsBelow() {
        List<String> climbs = rooms.stream()
                .flatMap(room -> room.getDirectDependencies(rooms)
                        .uniqueModules()
                        .filter(below -> FLOORS.get(name(below)) >= FLOORS.get(name(room)))
                        .map(below -> name(room) + " -> " + name(below)))
                .toList();
        assertThat(climbs).isEmpty();
    }

    /** {@code mvn -pl center -am test -Dtest=RoomsTest -Dyuanqing.write-docs=true} draws it anew. */
    @Test
    void theDiagramShowsTheRoomsAsTheyAre() throws IOException {
        if (Boolean.getBoolean("yuanqing.write-docs")) {
            Files.writeString(DIAGRAM, diagram());
        }
        assertThat(DIAGRAM).hasContent(diagram());
    }

    private String diagram() {
        StringBuilder text = new StringBuilder("""
                # Rooms

                Drawn by `RoomsTest` from the compiled classes. A room is a package of `io.yuanqing.center`; it imports only
                from floors below. Arrows that can be reached by way of another room are left out.

                ```mermaid
                flowchart BT
                """);
        List<ApplicationModule> byFloor = rooms.stream()
                .sorted(Comparator.comparing((ApplicationModule room) -> FLOORS.get(name(room)))
                        .thenComparing(RoomsTest::name))
                .toList();
        for (ApplicationModule room : byFloor) {
            text.append("  %s[\"%d · %s\"]%n".formatted(name(room), FLOORS.get(name(room)), name(room)));
        }
        for (ApplicationModule room : byFloor) {
            Set<String> direct = below(room);
            Set<String> byWayOfAnother = new HashSet<>();
            direct.forEach(one -> byWayOfAnother.addAll(allBelow(one)));
            direct.stream()
                    .filter(one -> !byWayOfAnother.contains(one))
                    .sorted()
                    .forEach(one -> text.append("  %s --> %s%n".formatted(name(room), one)));
        }
        return text.append("```\n").toString();
    }

    private Set<String> below(ApplicationModule room) {
        return room.getDirectDependencies(rooms)
                .uniqueModules()
                .map(RoomsTest::name)
                .collect(Collectors.toSet());
    }

    private Set<String> allBelow(String room) {
        Set<String> all = new HashSet<>(below(rooms.getModuleByName(room).orElseThrow()));
        List.copyOf(all).forEach(one -> all.addAll(allBelow(one)));
        return all;
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
