package io.yuanqing.simulator.live;

/**
 * A packet that has to be sent. Its bytes are made when they are needed, since they can be made at any time.
 *
 * @param at the period's start for data of periods, else the moment; epoch seconds of the logger's clock
 * @param part which part of a split packet; {@link #WHOLE}: all of it
 */
record Due(Task task, long at, int part) {
    static final int WHOLE = -1;
}
