package io.yuanqing.simulator.live;

/** A logger's clock: the city's, with an error that 1012 can put right. */
final class LineClock {

    private final SimulatedTime time;
    private long shift;

    /** @param shift seconds by which it is ahead of the city's time */
    LineClock(SimulatedTime time, long shift) {
        this.time = time;
        this.shift = shift;
    }

    /** What it shows at a real moment ({@link System#nanoTime}), in epoch seconds. */
    long ownSecond(long nanos) {
        return citySecond(nanos) + shift;
    }

    long citySecond(long nanos) {
        return Math.floorDiv(time.millisAt(nanos), 1000);
    }

    /** The real moment at which it shows a second. */
    long realTime(long ownSecond) {
        return time.nanosAt((ownSecond - shift) * 1000);
    }

    void set(long second, long nanos) {
        shift = second - citySecond(nanos);
    }
}
