package io.yuanqing.center.live;

import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.registry.MonitoringPoint;
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
     * @param stamp log position at which the row became what it is
     */
    record Entry(MonitoringPoint point, @Nullable Latest latest, LiveRow row, long stamp) {}

    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    /** Begins anew. What cannot be known to be old counts as new at {@code position}. */
    void load(
            Collection<MonitoringPoint> points,
            Map<Long, Latest> latest,
            Instant now,
            Duration offlineAfter,
            long position) {
        entries.clear();
        for (MonitoringPoint point : points) {
            Latest last = latest.get(point.id());
            LiveRow row = LiveRow.of(point, last, Headline.of(point, last, now, offlineAfter));
            long stamp = last == null || !row.online() ? position : last.position();
            entries.put(point.id(), new Entry(point, last, row, stamp));
        }
    }

    /** Takes what points said, and the passing of time; returns the rows that are not what they were. */
    List<Entry> update(Map<Long, Latest> said, Instant now, Duration offlineAfter, long position) {
        List<Entry> changed = new ArrayList<>();
        entries.replaceAll((pointId, before) -> {
            Latest latest = said.getOrDefault(pointId, before.latest());
            LiveRow row = LiveRow.of(before.point(), latest, Headline.of(before.point(), latest, now, offlineAfter));
            if (row.equals(before.row())) {
                return before;
            }
            Entry after = new Entry(before.point(), latest, row, position);
            changed.add(after);
            return after;
        });
        return changed;
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
