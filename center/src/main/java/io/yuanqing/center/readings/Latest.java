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
 */
public record Latest(
        long pointId,
        long position,
        Instant dataTime,
        @Nullable Instant receivedAt,
        Map<String, LatestValue> values) {}
