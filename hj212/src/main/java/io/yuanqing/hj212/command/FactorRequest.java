package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * A request to the analyser of a factor: 1011, 3012, 3013, 3014 (2017), 3017, 3018, 3019, 3022, 3024.
 *
 * @param command the row of the catalogue
 * @param polId the factor code; null with 1011 alone: the logger itself is meant
 */
public record FactorRequest(Command command, @Nullable String polId) implements Request {

    /** Reads a packet of that command. */
    public static FactorRequest of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static FactorRequest read(CpReader cp, Command command) {
        return new FactorRequest(command, cp.text(CpField.POL_ID));
    }

    @Override
    public String cp(Edition edition) {
        return command == Command.GET_CLOCK
                ? new CpWriter(edition).option(CpField.POL_ID, polId).toString()
                : new CpWriter(edition).put(CpField.POL_ID, polId).toString();
    }
}
