package io.yuanqing.center.live;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValues;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointFilter;
import io.yuanqing.center.registry.Points;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The points in the caller's data scope, with their states. */
@Component
class LivePoints {

    private final Points points;
    private final LatestValues latest;
    private final OfflineLimit limit;
    private final Clock clock;

    LivePoints(Points points, LatestValues latest, OfflineLimit limit, Clock clock) {
        this.points = points;
        this.latest = latest;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * @param states none: all
     * @param online null: either
     */
    PageOf<LivePoint> find(PointFilter filter, Set<State> states, @Nullable Boolean online, int page, int size) {
        PageOf.check(page, size);
        if (states.isEmpty() && online == null) {
            PageOf<MonitoringPoint> found = points.find(filter, page, size);
            return new PageOf<>(live(found.items()), found.total());
        }
        // A state is known only once it is worked out: all the filter's points are looked at.
        List<LivePoint> all = live(everyPoint(filter)).stream()
                .filter(point -> states.isEmpty() || states.contains(point.state()))
                .filter(point -> online == null || online == point.online())
                .toList();
        List<LivePoint> items =
                all.stream().skip((long) page * size).limit(size).toList();
        return new PageOf<>(items, all.size());
    }

    Optional<LivePoint> ofMn(String mn) {
        return points.ofMn(mn).map(point -> live(List.of(point)).get(0));
    }

    /** All the caller's points. */
    List<MonitoringPoint> everyPoint(PointFilter filter) {
        List<MonitoringPoint> all = new ArrayList<>();
        PageOf<MonitoringPoint> found;
        int page = 0;
        do {
            found = points.find(filter, page++, PageOf.MAX_SIZE);
            all.addAll(found.items());
        } while (!found.items().isEmpty() && all.size() < found.total());
        return all;
    }

    private List<LivePoint> live(List<MonitoringPoint> found) {
        Instant now = clock.instant();
        Duration offlineAfter = limit.at(now);
        Map<Long, Latest> said =
                latest.of(found.stream().map(MonitoringPoint::id).toList());
        return found.stream()
                .map(point -> {
                    Latest last = said.get(point.id());
                    return LivePoint.of(point, last, Headline.of(point, last, now, offlineAfter));
                })
                .toList();
    }
}
