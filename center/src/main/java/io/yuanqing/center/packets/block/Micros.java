package io.yuanqing.center.packets.block;

import java.time.Instant;

/** Moments as microseconds since 1970, which is what the log keeps of them. */
final class Micros {

    /** China's clock, as far as blocks know it; another offset (summer time until 1991) costs some bytes, no more. */
    private static final long AHEAD = 8 * 3_600_000L;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /** Of milliseconds of China's clock. */
    static long ofChina(long millis) {
        return (millis - AHEAD) * 1_000L;
    }
}
