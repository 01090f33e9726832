package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2013 (2025): raw data of periodic monitoring. [GAP] the names of table 15's information items; they are kept as written.
 *
 * @param dataTime moment, or start of the period
 * @param readings values by factor, raw text by suffix
 */
public record PeriodicRawData(@Nullable LocalDateTime dataTime, List<Reading> readings) implements FactorUpload {

    /** Reads a packet's CP, whatever its CN. */
    public static PeriodicRawData of(Packet packet) {
        return read(new CpReader(packet), Command.PERIODIC_RAW_DATA);
    }

    static PeriodicRawData read(CpReader cp, Command command) {
        return new PeriodicRawData(cp.time(CpField.DATA_TIME), cp.readings());
    }

    @Override
    public Command command() {
        return Command.PERIODIC_RAW_DATA;
    }
}
