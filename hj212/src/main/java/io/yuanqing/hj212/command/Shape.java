package io.yuanqing.hj212.command;

/** The course of a dialogue. {@code ←} goes down to the field machine, {@code →} up to the centre. */
public enum Shape {
    /** ← request, → 9011, → 9012. */
    SET,
    /** ← request, → 9011, → the answer under the same CN and QN, → 9012. */
    GET,
    /** ← request with BeginTime and EndTime, → 9011, → any number of uploads with QNs of their own, → 9012. */
    HIST,
    /** → upload, ← 9014 if the Flag's bit 0 is set. */
    UP,
    /** → notice, ← 9013. */
    NOTICE_UP,
    /** ← notice, → 9013. */
    NOTICE_DOWN,
    /** Ends or goes on with another dialogue; always under ST=91. */
    REPLY
}
