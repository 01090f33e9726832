package io.yuanqing.center.access;

/** So many frames in each second, and no more. */
final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private final int most;
    private long begun;
    private int frames;

    Pace(int most) {
        this.most = most;
    }

    /**
     * Counts a frame.
     *
     * @param nanos of a clock that never goes back
     * @return 0 when it may pass, else the milliseconds until one may
     */
    long pause(long nanos) {
        if (frames == 0 || nanos - begun >= SECOND) {
            begun = nanos;
            frames = 0;
        }
        if (frames >= most) {
            return (SECOND - (nanos - begun)) / 1_000_000 + 1;
        }
        frames++;
        return 0;
    }
}
