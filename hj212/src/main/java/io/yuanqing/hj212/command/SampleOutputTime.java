package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Answer to 3018: how long a sample takes to its result.
 *
 * @param polId factor code
 * @param minutes 1 to 120
 */
public record SampleOutputTime(
        @Nullable String polId, @Nullable Integer minutes) implements Answer {

    /** Reads a packet's CP, whatever its CN. */
    public static SampleOutputTime of(Packet packet) {
        return read(new CpReader(packet), Command.GET_SAMPLE_OUTPUT_TIME);
    }

    static SampleOutputTime read(CpReader cp, Command command) {
        return new SampleOutputTime(cp.text(CpField.POL_ID), cp.number(CpField.STIME));
    }

    @Override
    public Command command() {
        return Command.GET_SAMPLE_OUTPUT_TIME;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.POL_ID, polId)
                .put(CpField.STIME, minutes)
                .toString();
    }
}
