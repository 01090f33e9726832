package io.yuanqing.center.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.registry.LimitInForce;
import io.yuanqing.center.registry.MonitoringPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point with what it says now.
 *
 * @param dataTime the newest DataTime; null: never any
 * @param receivedAt when data arrived last; null: never any
 * @param over the newest means that lie beyond a limit, the worst first
 * @param values the newest value of each factor
 * @param limits by factor, against which its values are read today: the hour limit, else the day limit, else any other
 */
record LivePoint(
        @JsonUnwrapped MonitoringPoint point,
        boolean online,
        State state,
        @Nullable StateReason stateReason,
        List<Exceedance> over,
        @Nullable Instant dataTime,
        @Nullable Instant receivedAt,
        Map<String, LatestValue> values,
        Map<String, List<LimitInForce>> limits) {

    static LivePoint of(
            MonitoringPoint point, @Nullable Latest latest, Headline headline, Map<String, List<LimitInForce>> limits) {
        return new LivePoint(
                point,
                headline.online(),
                headline.state(),
                headline.reason(),
                headline.over(),
                latest == null ? null : latest.dataTime(),
                latest == null ? null : latest.receivedAt(),
                Headline.values(latest),
                limits);
    }
}
