package io.yuanqing.center.readings;

import java.util.Map;

/**
 * Published after the commit that changed some points' latest values, on the reader's thread: a listener must return at
 * once.
 *
 * @param position how far the log has been read
 * @param points by point id
 */
public record LatestChanged(long position, Map<Long, Latest> points) {}
