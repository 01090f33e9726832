package io.yuanqing.center.live;

import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.registry.MonitoringPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the stream says of a point: the part of {@link LivePoint} that changes. */
record LiveRow(
        String mn,
        boolean online,
        State state,
        @Nullable StateReason stateReason,
        List<Exceedance> over,
        @Nullable Instant dataTime,
        @Nullable Instant receivedAt,
        Map<String, LatestValue> values) {

    static LiveRow of(MonitoringPoint point, @Nullable Latest latest, Headline headline) {
        return new LiveRow(
                point.mn(),
                headline.online(),
                headline.state(),
                headline.reason(),
                headline.over(),
                latest == null ? null : latest.dataTime(),
                latest == null ? null : latest.receivedAt(),
                Headline.values(latest));
    }
}
