package io.yuanqing.benchmark;

import java.util.Map;

/**
 * What one benchmark measured on one core.
 *
 * @param perSecond operations (packets) per second
 * @param error half of the 99.9 % confidence interval, in the same unit
 * @param bytes allocated per operation
 */
public record Measured(double perSecond, double error, double bytes) {

    /** @throws IllegalStateException when no benchmark of that name ran */
    public static Measured of(Map<String, Measured> all, String name) {
        Measured measured = all.get(name);
        if (measured == null) {
            throw new IllegalStateException("no benchmark '" + name + "' ran; there are " + all.keySet());
        }
        return measured;
    }
}
