package io.yuanqing.simulator.live;

import io.yuanqing.simulator.wire.Period;
import org.jspecify.annotations.Nullable;

/** What a logger sends on its own. */
enum Task {
    RESTART(null),
    REALTIME(null),
    MINUTES(Period.MINUTES),
    HOUR(Period.HOUR),
    DAY(Period.DAY),
    DEVICE_STATES(null),
    DAILY_ROUND(null),
    HEARTBEAT(null);

    private final @Nullable Period period;

    Task(@Nullable Period period) {
        this.period = period;
    }

    @Nullable
    Period period() {
        return period;
    }

    /** Data of periods are kept until they are acknowledged; what is only of the moment is not. */
    boolean kept() {
        return period != null || this == DAILY_ROUND || this == RESTART;
    }
}
