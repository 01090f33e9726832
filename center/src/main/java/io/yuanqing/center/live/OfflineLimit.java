package io.yuanqing.center.live;

import io.yuanqing.center.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Silence after which a point is offline, by the rule in force. */
@Component
class OfflineLimit {

    private final Rules.DatedNumber minutes;

    OfflineLimit(Rules rules) {
        this.minutes = rules.dated("OFFLINE_AFTER_MINUTES");
    }

    Duration at(Instant now) {
        return Duration.ofMinutes(minutes.at(now).longValue());
    }
}
