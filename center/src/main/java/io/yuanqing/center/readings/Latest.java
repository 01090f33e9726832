package io.yuanqing.center.readings;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a point said last.
 *
 * @param position the last packet that changed anything here
 * @param dataTime the newest DataTime among the values' packets
 * @param receivedAt when data arrived last that were not back-filled; null: never
 * @param values by factor
 * @param hours the newest hour mean of each factor that has flag N
 * @param days the newest such day mean
 */
public record Latest(
        long pointId,
        long position,
        Instant dataTime,
        @Nullable Instant receivedAt,
        Map<String, LatestValue> values,
        Map<String, Mean> hours,
        Map<String, Mean> days) {

    /** A point of which no mean is known yet. */
    public Latest(
            long pointId,
            long position,
            Instant dataTime,
            @Nullable Instant receivedAt,
            Map<String, LatestValue> values) {
        this(pointId, position, dataTime, receivedAt, values, Map.of(), Map.of());
    }
}
