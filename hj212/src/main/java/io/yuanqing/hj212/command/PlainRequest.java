package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;

/**
 * A request without parameters: 2011 and 2021 (start a stream), 1031, 1041, 1061, 1063 (get a parameter), 3015.
 *
 * @param command the row of the catalogue
 */
public record PlainRequest(Command command) implements Request {

    /** Reads a packet of that command. */
    public static PlainRequest of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static PlainRequest read(CpReader cp, Command command) {
        return new PlainRequest(command);
    }

    @Override
    public String cp(Edition edition) {
        return "";
    }
}
