/**
 * Readings: what the packets say, by point. Hour and day values are rows, made by a reader that follows the packet log;
 * the latest value of every factor is one row per point; realtime and minute series are decoded from the log on reading.
 */
@ApplicationModule(displayName = "readings")
@NullMarked
package io.yuanqing.center.readings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
