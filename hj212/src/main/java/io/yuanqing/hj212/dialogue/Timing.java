package io.yuanqing.hj212.dialogue;

import java.time.Duration;

/**
 * How long a dialogue waits (HJ 212-2017 clause 6.3 and its table of bearers). A dialogue ends within {@code longest},
 * whatever arrives.
 *
 * @param overTime reply timer: so long for the 9011, 9013 or 9014, then the request is sent again with the same QN
 * @param reCount so many times; then the link counts as unusable
 * @param execution execution timer: so long from the 9011, or the last data, to the next data or the 9012
 * @param longest the whole dialogue; at least the time of all re-sends and one execution
 */
public record Timing(Duration overTime, int reCount, Duration execution, Duration longest) {

    /** GPRS, CDMA and the other mobile bearers: 10 s, 3 re-sends. [GAP] In 2025 only GPRS and CDMA are sure. */
    public static final Timing MOBILE = of(Duration.ofSeconds(10), 3);

    /** ADSL: 5 s, 3 re-sends. */
    public static final Timing FIXED_LINE = of(Duration.ofSeconds(5), 3);

    /** NB-IoT (2025): 30 s, 5 re-sends. */
    public static final Timing NB_IOT = of(Duration.ofSeconds(30), 5);

    /** Checks that the times are positive and that {@code longest} holds all sends and the execution. */
    public Timing {
        Duration least = overTime.multipliedBy(reCount + 1L).plus(execution);
        if (overTime.isNegative() || overTime.isZero() || reCount < 0 || execution.isNegative() || execution.isZero()) {
            throw new IllegalArgumentException("OverTime=" + overTime + ", ReCount=" + reCount + ", execution="
                    + execution + ": times must be longer than 0, the count at least 0");
        }
        if (longest.compareTo(least) < 0) {
            throw new IllegalArgumentException("the longest dialogue of " + longest
                    + " is shorter than its re-sends and" + " execution together: " + least);
        }
    }

    /** With 60 s of execution (no edition gives a figure) and an hour for the longest dialogue, or more if needed. */
    public static Timing of(Duration overTime, int reCount) {
        Duration execution = Duration.ofSeconds(60);
        Duration least = overTime.multipliedBy(reCount + 1L).plus(execution);
        Duration hour = Duration.ofHours(1);
        return new Timing(overTime, reCount, execution, least.compareTo(hour) > 0 ? least : hour);
    }
}
