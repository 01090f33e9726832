package io.yuanqing.center.readings;

import java.time.Instant;

/**
 * One version of a factor's hour or day value.
 *
 * @param start of the period
 * @param position of its packet; the highest one is the current version
 * @param backfilled sent as back-fill (RF=1), or received later than the period's end and the on-time window
 */
record PeriodValue(
        long pointId,
        Instant start,
        long position,
        Instant receivedAt,
        Instant dataTime,
        boolean backfilled,
        Measured measured) {}
