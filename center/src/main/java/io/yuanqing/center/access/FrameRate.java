package io.yuanqing.center.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Frames a second, of about the last minute: what lies longer back counts less and less.
 *
 * @param perSecond at that moment
 */
record FrameRate(double perSecond, Instant at) {

    private static final double MEMORY_SECONDS = 60;

    static final FrameRate NONE = new FrameRate(0, Instant.EPOCH);

    FrameRate and(Instant frame) {
        return new FrameRate(at(frame) + 1 / MEMORY_SECONDS, frame);
    }

    double at(Instant now) {
        double passed = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
        return perSecond * Math.exp(-passed / MEMORY_SECONDS);
    }
}
