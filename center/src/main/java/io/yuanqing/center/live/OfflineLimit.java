package io.yuanqing.center.live;

import io.yuanqing.center.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Silence after which a point is offline, by the rule in force. */
@Component
class OfflineLimit {

    private final Rules rules;

    OfflineLimit(Rules rules) {
        this.rules = rules;
    }

    Duration at(Instant now) {
        return Duration.ofMinutes(rules.number("OFFLINE_AFTER_MINUTES", now).longValue());
    }
}
