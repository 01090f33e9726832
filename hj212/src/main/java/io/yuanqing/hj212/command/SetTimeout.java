package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 1000: how long to wait for a reply, and how often to send again.
 *
 * @param overTimeSeconds seconds; 1 to 99 (2017), 0 to 99 (2025), up to a day (2005)
 * @param reCount resends; 1 to 99 (2017), 0 to 99 (2005, 2025)
 */
public record SetTimeout(
        @Nullable Integer overTimeSeconds, @Nullable Integer reCount) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetTimeout of(Packet packet) {
        return read(new CpReader(packet), Command.SET_TIMEOUT);
    }

    static SetTimeout read(CpReader cp, Command command) {
        return new SetTimeout(cp.number(CpField.OVER_TIME), cp.number(CpField.RE_COUNT));
    }

    @Override
    public Command command() {
        return Command.SET_TIMEOUT;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.OVER_TIME, overTimeSeconds)
                .put(CpField.RE_COUNT, reCount)
                .toString();
    }
}
