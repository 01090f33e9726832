package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * 3016: from when on, and how often, to sample. [GAP] in 2025.
 *
 * @param polId factor code
 * @param start time of day
 * @param hours period in hours, 1 to 24
 */
public record SetSamplingPeriod(
        @Nullable String polId,
        @Nullable LocalTime start,
        @Nullable Integer hours) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetSamplingPeriod of(Packet packet) {
        return read(new CpReader(packet), Command.SET_SAMPLING_PERIOD);
    }

    static SetSamplingPeriod read(CpReader cp, Command command) {
        return new SetSamplingPeriod(
                cp.text(CpField.POL_ID), cp.timeOfDay(CpField.CSTART_TIME), cp.number(CpField.CTIME));
    }

    @Override
    public Command command() {
        return Command.SET_SAMPLING_PERIOD;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.POL_ID, polId)
                .put(CpField.CSTART_TIME, start)
                .put(CpField.CTIME, hours)
                .toString();
    }
}
