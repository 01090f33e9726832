package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 2021 upwards: the running states of treatment facilities.
 *
 * @param dataTime moment
 * @param devices {@code RS} of each device (SB1, SB2 …)
 */
public record DeviceStatus(@Nullable LocalDateTime dataTime, List<Reading> devices) implements Upload {

    /** Of those devices, in the map's order. */
    public static DeviceStatus of(LocalDateTime dataTime, Map<String, DeviceState> states) {
        return new DeviceStatus(dataTime, DeviceReadings.of(states, "RS", state -> Integer.toString(state.ordinal())));
    }

    /** Reads a packet's CP, whatever its CN. */
    public static DeviceStatus of(Packet packet) {
        return read(new CpReader(packet), Command.DEVICE_STATUS);
    }

    static DeviceStatus read(CpReader cp, Command command) {
        return new DeviceStatus(cp.time(CpField.DATA_TIME), cp.readings());
    }

    @Override
    public Command command() {
        return Command.DEVICE_STATUS;
    }

    /** The readable states by device; a device that is sent twice has its last. */
    public Map<String, DeviceState> states() {
        return DeviceReadings.byDevice(devices, device -> {
            String text = device.values().get("RS");
            return text == null ? null : DeviceState.of(text);
        });
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .readings(devices)
                .toString();
    }
}
