package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 3014 (2005): the hours of the day at which to sample.
 *
 * @param polId factor code
 * @param hours 0 to 23
 */
public record SetSamplingHours(@Nullable String polId, List<Integer> hours) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetSamplingHours of(Packet packet) {
        return read(new CpReader(packet), Command.SET_SAMPLING_HOURS);
    }

    static SetSamplingHours read(CpReader cp, Command command) {
        return new SetSamplingHours(cp.text(CpField.POL_ID), cp.numbers(CpField.SAMPLING_HOUR));
    }

    @Override
    public Command command() {
        return Command.SET_SAMPLING_HOURS;
    }

    private String write(Edition edition) {
        CpWriter cp = new CpWriter(edition).put(CpField.POL_ID, polId);
        for (int hour : hours) {
            cp.with().put(CpField.SAMPLING_HOUR, (hour >= 0 && hour < 10 ? "0" : "") + hour);
        }
        return cp.toString();
    }

    @Override
    public String cp(Edition edition) {
        return write(edition);
    }
}
