package io.yuanqing.center.readings;

import org.jspecify.annotations.Nullable;

/**
 * How a point stamps its periods.
 *
 * @param atEnd DataTime is the period's end (against HJ 212, which wants its start)
 * @param minutes length of a minute record, in minutes; null: not configured
 */
record Stamping(boolean atEnd, @Nullable Integer minutes) {

    int minutesOrOne() {
        return minutes == null || minutes < 1 ? 1 : minutes;
    }
}
