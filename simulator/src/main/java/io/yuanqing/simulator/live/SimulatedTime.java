package io.yuanqing.simulator.live;

import java.time.Instant;

/**
 * The city's clock, as fast as is wanted. Only what loggers measure follows it; time-outs of the network are real.
 *
 * @param startMillis where it stood when the real clock ({@link System#nanoTime}) showed {@code startNanos}
 * @param speed seconds of the city for a real one
 */
public record SimulatedTime(long startMillis, long startNanos, double speed) {

    public static SimulatedTime from(Instant start, double speed) {
        return new SimulatedTime(start.toEpochMilli(), System.nanoTime(), speed);
    }

    long millisAt(long nanos) {
        return startMillis + (long) ((nanos - startNanos) / 1e6 * speed);
    }

    /** The real moment at which the city's clock shows {@code millis}. */
    long nanosAt(long millis) {
        return startNanos + (long) ((millis - startMillis) * 1e6 / speed);
    }
}
