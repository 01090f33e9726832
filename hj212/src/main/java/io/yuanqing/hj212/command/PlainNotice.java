package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;

/**
 * A notice without content: 2012 and 2022 (stop a stream), 9015 (heartbeat). [GAP] How often 9015 comes in 2025, and
 * whether it wants a 9013 when its Flag does not ask for one; it is answered as every notice is.
 *
 * @param command the row of the catalogue
 */
public record PlainNotice(Command command) implements Notice {

    /** Reads a packet of that command. */
    public static PlainNotice of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static PlainNotice read(CpReader cp, Command command) {
        return new PlainNotice(command);
    }

    @Override
    public String cp(Edition edition) {
        return "";
    }
}
