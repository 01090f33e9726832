package io.yuanqing.center.readings;

import io.yuanqing.center.rules.Rules;
import io.yuanqing.hj212.Packet;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether readings came in time, by the rule in force at the end of their period. */
@Component
class OnTime {

    private final Rules.DatedNumber windowMinutes;

    OnTime(Rules rules) {
        this.windowMinutes = rules.dated("ON_TIME_WINDOW_MINUTES");
    }

    /** Marked as back-fill (RF=1), or received later than the period's end and the on-time window. */
    boolean backfilled(Owned owned, Packet packet) {
        if (packet.backfilled()) {
            return true;
        }
        Stamping stamping = owned.stamping();
        Kind kind = owned.kind();
        Instant end = kind.end(kind.start(owned.dataTime(), stamping), stamping);
        Duration window = Duration.ofMinutes(windowMinutes.at(end).longValue());
        return owned.stored().receivedAt().isAfter(end.plus(window));
    }
}
