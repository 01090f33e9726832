package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Answer to 1011: what a clock shows.
 *
 * @param polId the analyser's factor code; null: the logger's own clock
 * @param systemTime local time, to the second
 */
public record ClockAnswer(@Nullable String polId, @Nullable LocalDateTime systemTime) implements Answer {

    /** Reads a packet's CP, whatever its CN. */
    public static ClockAnswer of(Packet packet) {
        return read(new CpReader(packet), Command.GET_CLOCK);
    }

    static ClockAnswer read(CpReader cp, Command command) {
        return new ClockAnswer(cp.text(CpField.POL_ID), cp.time(CpField.SYSTEM_TIME));
    }

    @Override
    public Command command() {
        return Command.GET_CLOCK;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .option(CpField.POL_ID, polId)
                .put(CpField.SYSTEM_TIME, systemTime)
                .toString();
    }
}
