package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2071 (2005): a value over its limit ({@code Ala}); one record a packet.
 *
 * @param dataTime moment, or start of the period
 * @param readings values by factor, raw text by suffix
 */
public record AlarmRecord(@Nullable LocalDateTime dataTime, List<Reading> readings) implements FactorUpload {

    /** Reads a packet's CP, whatever its CN. */
    public static AlarmRecord of(Packet packet) {
        return read(new CpReader(packet), Command.ALARM_RECORD);
    }

    static AlarmRecord read(CpReader cp, Command command) {
        return new AlarmRecord(cp.time(CpField.DATA_TIME), cp.readings());
    }

    @Override
    public Command command() {
        return Command.ALARM_RECORD;
    }
}
