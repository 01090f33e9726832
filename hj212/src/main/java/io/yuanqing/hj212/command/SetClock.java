package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 1012: sets a clock.
 *
 * @param polId the analyser's factor code (2017, 2025); null: the logger's own clock
 * @param systemTime local time, to the second
 */
public record SetClock(@Nullable String polId, @Nullable LocalDateTime systemTime) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetClock of(Packet packet) {
        return read(new CpReader(packet), Command.SET_CLOCK);
    }

    static SetClock read(CpReader cp, Command command) {
        return new SetClock(cp.text(CpField.POL_ID), cp.time(CpField.SYSTEM_TIME));
    }

    @Override
    public Command command() {
        return Command.SET_CLOCK;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .option(CpField.POL_ID, polId)
                .put(CpField.SYSTEM_TIME, systemTime)
                .toString();
    }
}
