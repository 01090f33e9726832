package io.yuanqing.center.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Place;
import io.yuanqing.center.registry.Places;
import io.yuanqing.center.registry.PointFilter;
import io.yuanqing.center.registry.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "live")
class OverviewController {

    private static final int MOST_CHANGES = 500;

    private final Places places;
    private final Points points;
    private final StateChanges changes;
    private final LastDay day;

    OverviewController(Places places, Points points, StateChanges changes, LastDay day) {
        this.places = places;
        this.points = points;
        this.changes = changes;
        this.day = day;
    }

    @GetMapping("/api/overview/places")
    @Operation(summary = "Where the points in the caller's scope stand, for a map")
    List<Place> places(@RequestParam(required = false) @Nullable String county) {
        return places.find(county);
    }

    @GetMapping("/api/overview/changes")
    @Operation(summary = "The newest changes of points' states in the caller's scope, newest first")
    List<ChangeLine> changes(
            @RequestParam(required = false) @Nullable String county, @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > MOST_CHANGES) {
            throw Refusal.invalid("size", "'" + size + "' is not between 1 and " + MOST_CHANGES);
        }
        List<StateChange> newest = changes.newest(ids(county), size);
        Map<Long, MonitoringPoint> named = named(newest);
        List<ChangeLine> lines = new ArrayList<>();
        for (StateChange change : newest) {
            MonitoringPoint point = named.get(change.pointId());
            if (point != null) {
                lines.add(ChangeLine.of(change, point));
            }
        }
        return lines;
    }

    @GetMapping("/api/overview/hours")
    @Operation(
            summary =
                    "The 24 hours that are over: points that exceeded, points without hour values, in the caller's scope",
            description =
                    "By the hour means with flag N and the limits in force; hours of waste water only warn and do not"
                            + " count. Late data are counted some minutes after they have come.")
    List<HourCount> hours(@RequestParam(required = false) @Nullable String county) {
        return day.of(ids(county));
    }

    private List<Long> ids(@Nullable String county) {
        return places.find(county).stream().map(Place::pointId).toList();
    }

    private Map<Long, MonitoringPoint> named(List<StateChange> found) {
        List<Long> ids = found.stream().map(StateChange::pointId).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : points.find(new PointFilter(null, null, null, null, ids), 0, ids.size()).items().stream()
                        .collect(Collectors.toMap(MonitoringPoint::id, Function.identity()));
    }
}
