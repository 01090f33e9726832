package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
            Map.entry("uplink", 5),
            Map.entry("compliance", 6),
            Map.entry("inspection", 7),
            Map.entry("operations", 8),
            Map.entry("performance", 9),
            Map.entry("live", 10),
            Map.entry("demo", 11));

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

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
