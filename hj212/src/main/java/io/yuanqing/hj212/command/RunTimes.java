package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 2041 upwards: how long treatment facilities ran on a day.
 *
 * @param dataTime start of the day
 * @param devices {@code RT} of each device (SB1, SB2 …), 0 to 24 hours
 */
public record RunTimes(@Nullable LocalDateTime dataTime, List<Reading> devices) implements Upload {

    /** Of those devices, in the map's order. */
    public static RunTimes of(LocalDateTime dataTime, Map<String, BigDecimal> hours) {
        return new RunTimes(dataTime, DeviceReadings.of(hours, "RT", BigDecimal::toPlainString));
    }

    /** Reads a packet's CP, whatever its CN. */
    public static RunTimes of(Packet packet) {
        return read(new CpReader(packet), Command.RUN_TIMES);
    }

    static RunTimes read(CpReader cp, Command command) {
        return new RunTimes(cp.time(CpField.DATA_TIME), cp.readings());
    }

    @Override
    public Command command() {
        return Command.RUN_TIMES;
    }

    /** The readable hours by device; a device that is sent twice has its last. */
    public Map<String, BigDecimal> hours() {
        return DeviceReadings.byDevice(devices, device -> device.number("RT"));
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .readings(devices)
                .toString();
    }
}
