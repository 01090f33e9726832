package io.yuanqing.hj212.command;

/** Reads a message out of a CP; takes the fields it understands. */
interface View {

    Message read(CpReader cp, Command command);
}
