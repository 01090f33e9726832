package io.yuanqing.center.live;

import io.yuanqing.center.registry.MonitoringPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A changed state with the point that it is about.
 *
 * @param at when the centre saw it
 * @param reason of the new state; null when all is normal
 */
record ChangeLine(
        Instant at,
        String mn,
        String pointName,
        String enterpriseName,
        String county,
        State from,
        State to,
        @Nullable StateReason reason) {

    static ChangeLine of(StateChange change, MonitoringPoint point) {
        return new ChangeLine(
                change.at(),
                point.mn(),
                point.name(),
                point.enterpriseName(),
                point.county(),
                change.from(),
                change.to(),
                change.reason());
    }
}
