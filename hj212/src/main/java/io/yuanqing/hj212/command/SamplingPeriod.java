package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Answer to 3017: from when on, and how often, is sampled. [GAP] in 2025.
 *
 * @param polId factor code
 * @param start time of day
 * @param hours period in hours, 1 to 24
 */
public record SamplingPeriod(
        @Nullable String polId,
        @Nullable LocalTime start,
        @Nullable Integer hours) implements Answer {

    /** Reads a packet's CP, whatever its CN. */
    public static SamplingPeriod of(Packet packet) {
        return read(new CpReader(packet), Command.GET_SAMPLING_PERIOD);
    }

    static SamplingPeriod read(CpReader cp, Command command) {
        return new SamplingPeriod(cp.text(CpField.POL_ID), cp.timeOfDay(CpField.CSTART_TIME), cp.number(CpField.CTIME));
    }

    @Override
    public Command command() {
        return Command.GET_SAMPLING_PERIOD;
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
