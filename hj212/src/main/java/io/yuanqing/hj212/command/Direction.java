package io.yuanqing.hj212.command;

/** The way of a packet between the monitoring centre (上位机) and the field machine (现场机, mostly a data logger). */
public enum Direction {
    /** From the centre to the field machine. */
    DOWN,
    /** From the field machine to the centre. */
    UP,
    /** Either way: 9013 answers notices of both sides. */
    BOTH;

    /** Whether a packet that goes {@code way} can be one of this direction. */
    boolean admits(Direction way) {
        return this == way || this == BOTH || way == BOTH;
    }
}
