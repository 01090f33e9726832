package io.yuanqing.simulator.wire;

import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.CityTime;
import io.yuanqing.simulator.nature.Noise;

/**
 * When a logger sends what: a pure function of (seed, MN). Every logger has its own beat, so that a city does not speak
 * in one voice.
 */
public final class Timetable {

    /** Loggers are at most this many seconds off (those of a wild city excepted). */
    public static final int LARGEST_CLOCK_ERROR = 300;

    private final CityPoint point;
    private final long key;
    private final int clockError;

    public Timetable(long seed, CityPoint point) {
        this.point = point;
        this.key = Noise.key(seed, point.mn() + "/timetable");
        this.clockError = Noise.even(key) < 0.97
                ? 0
                : (int) Noise.between(key + 1, -LARGEST_CLOCK_ERROR, LARGEST_CLOCK_ERROR * 0.4);
    }

    /** Seconds by which the logger's clock is ahead (negative: behind). Its DataTime, QN and beat follow its clock. */
    public int clockError() {
        return clockError;
    }

    /** Seconds between two 2011 packets: 30 to 60. */
    public int realtimeSeconds() {
        return 30 + 5 * Noise.pick(key + 2, 7);
    }

    /** The first moment from {@code second} on at which a 2011 is due, by the logger's clock. */
    public long nextRealtime(long second) {
        int interval = realtimeSeconds();
        int phase = Noise.pick(key + 3, interval);
        return Math.floorDiv(second - phase + interval - 1, interval) * interval + phase;
    }

    /** Seconds that the logger takes from the end of a period to its packet. */
    public int lag(Period period) {
        return switch (period) {
            case MINUTES -> 1 + Noise.pick(key + 4, 12);
            case HOUR -> 3 + Noise.pick(key + 5, 25);
            case DAY -> 20 + Noise.pick(key + 6, 90);
        };
    }

    /** The epoch second, by true time, at which a period's packet is due. */
    public long due(Period period, long start) {
        return start + period.seconds(point.minuteInterval()) + lag(period) - clockError;
    }

    /** Second of the day (of the logger's clock) at which it tells about its devices: 2041, 3019, 3020. */
    public int dailyRound() {
        return 300 + Noise.pick(key + 7, CityTime.HOUR * 5);
    }

    /** A 2005 logger that writes neither QN nor Flag and never waits; half of them do so. */
    public boolean silent() {
        return Noise.even(key + 8) < 0.5;
    }
}
