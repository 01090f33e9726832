package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2031, 2051, 2061, 2111: {@code Min}, {@code Avg}, {@code Max}, {@code Cou}, {@code ZsAvg}, {@code Flag} … of a day, some minutes, an hour.
 *
 * @param command the row of the catalogue
 * @param dataTime moment, or start of the period
 * @param readings values by factor, raw text by suffix
 */
public record PeriodData(Command command, @Nullable LocalDateTime dataTime, List<Reading> readings)
        implements FactorUpload {

    /** Reads a packet of that command. */
    public static PeriodData of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static PeriodData read(CpReader cp, Command command) {
        return new PeriodData(command, cp.time(CpField.DATA_TIME), cp.readings());
    }
}
