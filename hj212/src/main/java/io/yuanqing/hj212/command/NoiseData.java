package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Noise levels ({@code Data}, {@code DayData}, {@code NightData}) of 2051, 2061, 2031 under ST=23 and of 2052; see {@link NoiseItem}.
 *
 * @param command the row of the catalogue
 * @param dataTime moment, or start of the period
 * @param readings values by factor, raw text by suffix
 */
public record NoiseData(Command command, @Nullable LocalDateTime dataTime, List<Reading> readings)
        implements FactorUpload {

    /** Reads a packet of that command. */
    public static NoiseData of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static NoiseData read(CpReader cp, Command command) {
        return new NoiseData(command, cp.time(CpField.DATA_TIME), cp.readings());
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .bySuffix(NoiseItem.sorted(readings))
                .toString();
    }
}
