package io.yuanqing.center.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.PageOf;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.PointFilter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "live", description = "Points with their states and latest values")
class PointsController {

    private final LivePoints points;

    PointsController(LivePoints points) {
        this.points = points;
    }

    @GetMapping("/api/points")
    @Operation(summary = "Points in the caller's scope with state and latest values")
    PageOf<LivePoint> points(
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(required = false) @Nullable Medium medium,
            @RequestParam(required = false) @Nullable Boolean online,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return points.find(new PointFilter(county, enterprise, medium, q, null), states(state), online, page, size);
    }

    @GetMapping("/api/points/{mn}")
    @Operation(summary = "One point, by any MN that it ever had")
    LivePoint point(@PathVariable String mn) {
        return points.ofMn(mn)
                .orElseThrow(
                        () -> Refusal.notFound("No point has or had the MN '" + mn + "'; GET /api/points lists them"));
    }

    private static Set<State> states(@Nullable List<String> names) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (String name : names == null ? List.<String>of() : names) {
            try {
                states.add(State.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid(
                        "state", "'" + name + "' is no state; it must be of " + Arrays.toString(State.values()));
            }
        }
        return states;
    }
}
