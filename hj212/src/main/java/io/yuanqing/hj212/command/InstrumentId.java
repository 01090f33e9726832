package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 3019: an analyser's unique number, as answer or on the logger's own account.
 *
 * @param command the row of the catalogue
 * @param dataTime null in an answer
 * @param polId factor code
 * @param serials {@code SN} of the factor, up to 24 characters (EPC-96)
 */
public record InstrumentId(
        Command command,
        @Nullable LocalDateTime dataTime,
        @Nullable String polId,
        List<Reading> serials) implements Upload, Answer {

    /** Reads a packet of that command. */
    public static InstrumentId of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static InstrumentId read(CpReader cp, Command command) {
        return new InstrumentId(command, cp.time(CpField.DATA_TIME), cp.text(CpField.POL_ID), cp.readings());
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .option(CpField.DATA_TIME, dataTime)
                .put(CpField.POL_ID, polId)
                .readings(serials)
                .toString();
    }
}
