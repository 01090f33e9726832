package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * The single value that was asked for: 1031, 1041 (2005), 1061, 1063.
 *
 * @param command the row of the catalogue
 * @param value as written
 */
public record ParameterAnswer(Command command, @Nullable String value) implements Answer {

    /** Reads a packet of that command. */
    public static ParameterAnswer of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static ParameterAnswer read(CpReader cp, Command command) {
        return new ParameterAnswer(command, cp.text(Parameter.read(command)));
    }

    /** The value as a number (seconds of 1061, minutes of 1063); null when it is none. */
    public @Nullable Integer number() {
        return value == null ? null : CpReader.integer(value);
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(Parameter.written(command, edition), value)
                .toString();
    }
}
