package io.yuanqing.center.live;

import io.yuanqing.center.Center;
import io.yuanqing.center.readings.HourMeans;
import io.yuanqing.center.readings.LatestValues;
import io.yuanqing.center.registry.LimitPeriod;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointLimit;
import io.yuanqing.center.registry.Points;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The 24 hours that are over, by the hour values that have come: which points exceeded, which said nothing. Data are due
 * from the day on which a point was connected; where nobody has said when, once it has spoken.
 */
@Component
class LastDay {

    static final int HOURS = 24;

    /** One bit for each hour, the oldest lowest. */
    private static final class Marks {
        private final Instant dueFrom;
        private int heard;
        private int exceeding;

        Marks(Instant dueFrom) {
            this.dueFrom = dueFrom;
        }
    }

    private record Day(Instant from, Instant countedAt, Map<Long, Marks> points) {}

    private final Points points;
    private final Limits limits;
    private final LatestValues latest;
    private final HourMeans hours;
    private final LiveSettings settings;
    private final Clock clock;
    private @Nullable Day day;

    LastDay(Points points, Limits limits, LatestValues latest, HourMeans hours, LiveSettings settings, Clock clock) {
        this.points = points;
        this.limits = limits;
        this.latest = latest;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    /** The hours of these points, oldest first. What comes late is seen once the day is counted anew. */
    List<HourCount> of(Collection<Long> pointIds) {
        Day counted = current();
        List<HourCount> found = new ArrayList<>(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            int bit = 1 << hour;
            Instant start = counted.from().plus(hour, ChronoUnit.HOURS);
            int due = 0;
            int exceeding = 0;
            int missing = 0;
            for (Long id : pointIds) {
                Marks marks = counted.points().get(id);
                if (marks == null || start.isBefore(marks.dueFrom)) {
                    continue;
                }
                due++;
                exceeding += (marks.exceeding & bit) == 0 ? 0 : 1;
                missing += (marks.heard & bit) == 0 ? 1 : 0;
            }
            found.add(new HourCount(start, due, exceeding, missing));
        }
        return found;
    }

    /** One counts, whoever comes meanwhile waits for the same day. */
    private synchronized Day current() {
        Instant now = clock.instant();
        Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS));
        Day known = day;
        if (known != null
                && known.from().equals(from)
                && now.isBefore(known.countedAt().plus(settings.dayRenewed()))) {
            return known;
        }
        Day counted = count(from, now);
        day = counted;
        return counted;
    }

    private Day count(Instant from, Instant now) {
        Map<Long, MonitoringPoint> all = new HashMap<>();
        points.all().forEach(point -> all.put(point.id(), point));
        Map<Long, List<PointLimit>> held = limits.all();
        Set<Long> spoken = latest.known();
        Map<Long, Marks> found = new HashMap<>();
        for (MonitoringPoint point : all.values()) {
            LocalDate connected = point.connectedFrom();
            if (connected != null) {
                found.put(
                        point.id(),
                        new Marks(connected.atStartOfDay(Center.CITY_ZONE).toInstant()));
            } else if (spoken.contains(point.id())) {
                found.put(point.id(), new Marks(Instant.EPOCH));
            }
        }
        hours.read(all.keySet(), from, from.plus(Duration.ofHours(HOURS)), (pointId, start, factor, mean) -> {
            Marks marks = found.computeIfAbsent(pointId, id -> new Marks(Instant.EPOCH));
            int bit = 1 << ChronoUnit.HOURS.between(from, start);
            marks.heard |= bit;
            MonitoringPoint point = all.get(pointId);
            List<PointLimit> own = held.getOrDefault(pointId, List.of());
            if (mean != null
                    && point != null
                    && (marks.exceeding & bit) == 0
                    && Exceedance.of(point, own, factor, LimitPeriod.HOUR, mean).stream()
                            .anyMatch(one -> !one.warningOnly())) {
                marks.exceeding |= bit;
            }
        });
        return new Day(from, now, found);
    }
}
