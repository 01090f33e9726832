package io.yuanqing.center.live;

import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.registry.MonitoringPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the stream says of a point: the part of {@link LivePoint} that changes.
 *
 * @param stateSince when the centre saw the state begin; null: before anything was recorded
 */
record LiveRow(
        String mn,
        boolean online,
        State state,
        @Nullable StateReason stateReason,
        @Nullable Instant stateSince,
        List<Exceedance> over,
        @Nullable Instant dataTime,
        @Nullable Instant receivedAt,
        Map<String, LatestValue> values) {

    static LiveRow of(MonitoringPoint point, @Nullable Latest latest, Headline headline, @Nullable Instant stateSince) {
        return new LiveRow(
                point.mn(),
                headline.online(),
                headline.state(),
                headline.reason(),
                stateSince,
                headline.over(),
                latest == null ? null : latest.dataTime(),
                latest == null ? null : latest.receivedAt(),
                Headline.values(latest));
    }
}
