package io.yuanqing.hj212.command;

/** A code or field of the standard with its name in two languages. */
public interface Named {

    /** The Chinese name. */
    String zh();

    /** The English name. */
    String en();
}
