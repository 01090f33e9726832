package io.yuanqing.center.live;

import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every point's row as the stream shows it. Not safe for several threads: its owner locks.
 */
final class Board {

    /**
     * A point's row.
     *
     * @param limits all that were ever registered for the point
     * @param stamp log position at which the row became what it is
     */
    record Entry(
            MonitoringPoint point,
            List<PointLimit> limits,
            @Nullable Latest latest,
            LiveRow row,
            long stamp) {}

    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final StateSince since = new StateSince();
    private Duration lastLimit = Duration.ZERO;

    StateSince states() {
        return since;
    }

    /** Begins anew. What cannot be known to be old counts as new at {@code position}. */
    void load(
            Collection<MonitoringPoint> points,
            Map<Long, Latest> latest,
            Map<Long, List<PointLimit>> limits,
            Instant now,
            Duration offlineAfter,
            long position) {
        entries.clear();
        for (MonitoringPoint point : points) {
            Latest last = latest.get(point.id());
            List<PointLimit> held = limits.getOrDefault(point.id(), List.of());
            LiveRow row = row(point, last, held, now, offlineAfter);
            long stamp = last == null || !row.online() ? position : last.position();
            entries.put(point.id(), new Entry(point, held, last, row, stamp));
        }
        since.keepOnly(entries.keySet());
    }

    private LiveRow row(
            MonitoringPoint point, @Nullable Latest last, List<PointLimit> held, Instant now, Duration offlineAfter) {
        Headline headline = Headline.of(point, last, held, now, offlineAfter);
        return LiveRow.of(point, last, headline, since.note(point.id(), headline.state(), headline.reason(), now));
    }

    /** Takes what points said, and the passing of time; returns the rows that are not what they were. */
    List<Entry> update(Map<Long, Latest> said, Instant now, Duration offlineAfter, long position) {
        List<Entry> changed = new ArrayList<>();
        boolean sameLimit = offlineAfter.equals(lastLimit);
        lastLimit = offlineAfter;
        entries.replaceAll((pointId, before) -> {
            Latest latest = said.get(pointId);
            if (latest == null && sameLimit && !fallsSilent(before, now, offlineAfter)) {
                return before;
            }
            Latest last = latest == null ? before.latest() : latest;
            LiveRow row = row(before.point(), last, before.limits(), now, offlineAfter);
            Entry after = new Entry(before.point(), before.limits(), last, row, position);
            if (after.row().equals(before.row())) {
                return before;
            }
            changed.add(after);
            return after;
        });
        return changed;
    }

    /** Without news only time can change a row, and time only takes a point offline. */
    private static boolean fallsSilent(Entry entry, Instant now, Duration offlineAfter) {
        Instant heard = entry.row().receivedAt();
        return entry.row().online() && heard != null && heard.plus(offlineAfter).isBefore(now);
    }

    /** Rows that became what they are at or after a position. */
    List<Entry> since(long position) {
        return entries.values().stream()
                .filter(entry -> entry.stamp() >= position)
                .toList();
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }
}
