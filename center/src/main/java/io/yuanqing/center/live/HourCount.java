package io.yuanqing.center.live;

import java.time.Instant;

/**
 * An hour of the city.
 *
 * @param start of the hour
 * @param points of which data are due
 * @param exceeding of these, points with a valid hour mean beyond its limit
 * @param missing of these, points without any hour value
 */
record HourCount(Instant start, int points, int exceeding, int missing) {}
