package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2011: realtime values ({@code Rtd}, {@code ZsRtd}, {@code Flag} …), {@code LA} of noise, states of electricity and production (2025).
 *
 * @param command the row of the catalogue
 * @param dataTime moment, or start of the period
 * @param readings values by factor, raw text by suffix
 */
public record RealtimeUpload(Command command, @Nullable LocalDateTime dataTime, List<Reading> readings)
        implements FactorUpload {

    /** Reads a packet of that command. */
    public static RealtimeUpload of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static RealtimeUpload read(CpReader cp, Command command) {
        return new RealtimeUpload(command, cp.time(CpField.DATA_TIME), cp.readings());
    }
}
