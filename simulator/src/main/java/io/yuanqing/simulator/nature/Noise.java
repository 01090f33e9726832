package io.yuanqing.simulator.nature;

/** Chance as a pure function: the same key gives the same number, on every machine and in every order of asking. */
public final class Noise {

    private static final double ROOT_OF_THREE = Math.sqrt(3);

    private Noise() {}

    /** A key for a name under another key. */
    public static long key(long parent, String name) {
        long hash = parent ^ 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    public static long key(long parent, long number) {
        return mix(parent + number * 0x9E3779B97F4A7C15L);
    }

    /** Evenly in [0, 1). */
    public static double even(long key) {
        return (mix(key) >>> 11) * 0x1.0p-53;
    }

    /** Evenly in [low, high). */
    public static double between(long key, double low, double high) {
        return low + (high - low) * even(key);
    }

    /** One of {@code bound} numbers from 0. */
    public static int pick(long key, int bound) {
        return (int) (even(key) * bound);
    }

    /** Nearly normal with mean 0 and deviation 1, never beyond 3.5: the sum of the four quarters of a hash. */
    static double bell(long key) {
        long hash = mix(key);
        long sum = (hash & 0xFFFF) + (hash >>> 16 & 0xFFFF) + (hash >>> 32 & 0xFFFF) + (hash >>> 48);
        return (sum / 65535.0 - 2) * ROOT_OF_THREE;
    }

    /** Bell-shaped and smooth in time: turns about every {@code period} minutes. */
    static double smooth(long key, long minute, int period) {
        long knot = Math.floorDiv(minute, period);
        double x = (minute - knot * period) / (double) period;
        double blend = x * x * (3 - 2 * x);
        return bell(key(key, knot)) * (1 - blend) + bell(key(key, knot + 1)) * blend;
    }

    /** What an emission does: drifts over hours, sways over the hour, flutters over minutes. Deviation about 1. */
    static double wander(long key, long minute) {
        return 0.75 * smooth(key, minute, 420)
                + 0.55 * smooth(key + 1, minute, 70)
                + 0.35 * smooth(key + 2, minute, 11)
                + 0.25 * bell(key(key + 3, minute));
    }

    private static long mix(long value) {
        long hash = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
