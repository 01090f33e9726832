package io.yuanqing.center.live;

import io.yuanqing.center.Center;
import io.yuanqing.center.PageOf;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValues;
import io.yuanqing.center.registry.LimitInForce;
import io.yuanqing.center.registry.LimitPeriod;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointFilter;
import io.yuanqing.center.registry.PointLimit;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.registry.StrictestLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The points in the caller's data scope, with their states. */
@Component
class LivePoints {

    private final Points points;
    private final LatestValues latest;
    private final Limits limits;
    private final OfflineLimit limit;
    private final Clock clock;

    LivePoints(Points points, LatestValues latest, Limits limits, OfflineLimit limit, Clock clock) {
        this.points = points;
        this.latest = latest;
        this.limits = limits;
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
        List<Long> ids = found.stream().map(MonitoringPoint::id).toList();
        Map<Long, Latest> said = latest.of(ids);
        Map<Long, List<PointLimit>> held = limits.of(ids);
        LocalDate today = LocalDate.ofInstant(now, Center.CITY_ZONE);
        return found.stream()
                .map(point -> {
                    Latest last = said.get(point.id());
                    List<PointLimit> all = held.getOrDefault(point.id(), List.of());
                    Headline headline = Headline.of(point, last, all, now, offlineAfter);
                    return LivePoint.of(point, last, headline, shown(point, all, today));
                })
                .toList();
    }

    /** Against which limit a factor's values are read: that of the shortest mean that is judged. */
    private static Map<String, List<LimitInForce>> shown(MonitoringPoint point, List<PointLimit> all, LocalDate day) {
        Map<String, List<LimitInForce>> shown = new TreeMap<>();
        for (LimitPeriod period :
                List.of(LimitPeriod.HOUR, LimitPeriod.DAY, LimitPeriod.INSTANT, LimitPeriod.FIVE_MINUTES)) {
            for (PointLimit limit : all) {
                if (limit.period() == period && !shown.containsKey(limit.factor())) {
                    List<LimitInForce> strictest = StrictestLimit.of(point, all, limit.factor(), period, day);
                    if (!strictest.isEmpty()) {
                        shown.put(limit.factor(), strictest);
                    }
                }
            }
        }
        return shown;
    }
}
