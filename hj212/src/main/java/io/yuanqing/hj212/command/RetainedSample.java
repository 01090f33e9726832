package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 3015: the bottle in which a sample over the limit was kept. [GAP] 2025 table C.63, whose CN is not confirmed.
 *
 * @param command the row of the catalogue
 * @param dataTime moment of sampling
 * @param vaseNo number of the bottle
 * @param infos {@code Info} of the sample (2025)
 */
public record RetainedSample(
        Command command,
        @Nullable LocalDateTime dataTime,
        @Nullable Integer vaseNo,
        List<Reading> infos) implements Upload, Answer {

    /** Reads a packet of that command. */
    public static RetainedSample of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static RetainedSample read(CpReader cp, Command command) {
        return new RetainedSample(command, cp.time(CpField.DATA_TIME), cp.number(CpField.VASE_NO), cp.readings());
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .put(CpField.VASE_NO, vaseNo)
                .bySuffix(infos)
                .toString();
    }
}
