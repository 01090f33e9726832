package io.yuanqing.center.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.registry.MonitoringPoint;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point with what it says now.
 *
 * @param dataTime the newest DataTime; null: never any
 * @param receivedAt when data arrived last; null: never any
 * @param values the newest value of each factor
 */
record LivePoint(
        @JsonUnwrapped MonitoringPoint point,
        boolean online,
        State state,
        @Nullable StateReason stateReason,
        @Nullable Instant dataTime,
        @Nullable Instant receivedAt,
        Map<String, LatestValue> values) {

    static LivePoint of(MonitoringPoint point, @Nullable Latest latest, Headline headline) {
        return new LivePoint(
                point,
                headline.online(),
                headline.state(),
                headline.reason(),
                latest == null ? null : latest.dataTime(),
                latest == null ? null : latest.receivedAt(),
                Headline.values(latest));
    }
}
