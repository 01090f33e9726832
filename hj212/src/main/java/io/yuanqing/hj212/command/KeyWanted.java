package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 1014 upwards (2025, clause 6.4.3): the logger asks for a new key.
 *
 * @param keyCreated when the present key was made, to the millisecond
 */
public record KeyWanted(@Nullable LocalDateTime keyCreated) implements Notice {

    /** Reads a packet's CP, whatever its CN. */
    public static KeyWanted of(Packet packet) {
        return read(new CpReader(packet), Command.KEY_WANTED);
    }

    static KeyWanted read(CpReader cp, Command command) {
        return new KeyWanted(cp.time(CpField.SK_CREATE_TIME));
    }

    @Override
    public Command command() {
        return Command.KEY_WANTED;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).put(CpField.SK_CREATE_TIME, keyCreated).toString();
    }
}
