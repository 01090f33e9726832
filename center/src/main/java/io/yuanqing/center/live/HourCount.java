package io.yuanqing.center.live;

import java.time.Instant;

/**
 * An hour of the city.
 *
 * @param start of the hour
 * @param points that are on record
 * @param exceeding points with a valid hour mean beyond its limit
 * @param missing points without any hour value
 */
record HourCount(Instant start, int points, int exceeding, int missing) {}
