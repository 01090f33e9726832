package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 2081: the logger has started.
 *
 * @param dataTime moment of sending
 * @param restartTime moment of the start
 */
public record LoggerStart(
        @Nullable LocalDateTime dataTime, @Nullable LocalDateTime restartTime) implements Upload {

    /** Reads a packet's CP, whatever its CN. */
    public static LoggerStart of(Packet packet) {
        return read(new CpReader(packet), Command.LOGGER_START);
    }

    static LoggerStart read(CpReader cp, Command command) {
        return new LoggerStart(cp.time(CpField.DATA_TIME), cp.time(CpField.RESTART_TIME));
    }

    @Override
    public Command command() {
        return Command.LOGGER_START;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .put(CpField.RESTART_TIME, restartTime)
                .toString();
    }
}
