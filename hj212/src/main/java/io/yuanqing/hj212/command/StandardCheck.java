package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2062 (2025): a standard sample's check: {@code SampleRd}, {@code StandardValue}, {@code ResultType} 1 passed, 0 failed.
 *
 * @param dataTime moment, or start of the period
 * @param readings values by factor, raw text by suffix
 */
public record StandardCheck(@Nullable LocalDateTime dataTime, List<Reading> readings) implements FactorUpload {

    /** Reads a packet's CP, whatever its CN. */
    public static StandardCheck of(Packet packet) {
        return read(new CpReader(packet), Command.STANDARD_CHECK);
    }

    static StandardCheck read(CpReader cp, Command command) {
        return new StandardCheck(cp.time(CpField.DATA_TIME), cp.readings());
    }

    @Override
    public Command command() {
        return Command.STANDARD_CHECK;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .bySuffix(readings)
                .toString();
    }
}
