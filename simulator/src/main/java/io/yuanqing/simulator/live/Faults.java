package io.yuanqing.simulator.live;

/** How badly the loggers behave. The shares are of frames, or of loggers where it says so. */
public enum Faults {
    /** Well-behaved loggers on a network that never fails. */
    NONE(0, 0, 0, 0, 0, 0),
    /** As in a well-kept city: some halves, some repetitions, lost connections, hardly a damaged byte. */
    MILD(0.01, 0.01, 0.004, 0.001, 0.0003, 0.0003),
    /** Everything that field logs show. */
    WILD(0.06, 0.05, 0.03, 0.006, 0.01, 0.01);

    /** Frame in two pieces, some 100 ms apart. */
    final double half;
    /** Two frames in one write, the second before the first is answered. */
    final double sticky;
    /** Sent once more although it was acknowledged. */
    final double repeated;
    /** The connection breaks after the frame. */
    final double broken;
    /** Bytes that are no frame before it. */
    final double junk;
    /** A wrong CRC or a wrong length at the first try. */
    final double damaged;

    Faults(double half, double sticky, double repeated, double broken, double junk, double damaged) {
        this.half = half;
        this.sticky = sticky;
        this.repeated = repeated;
        this.broken = broken;
        this.junk = junk;
        this.damaged = damaged;
    }

    boolean outages() {
        return this != NONE;
    }
}
