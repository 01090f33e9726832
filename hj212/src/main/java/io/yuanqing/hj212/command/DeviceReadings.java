package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of each treatment device (SB1, SB2 …), as the readings of a packet and as a map. */
final class DeviceReadings {

    private DeviceReadings() {}

    /** In the map's order. */
    static <T> List<Reading> of(Map<String, T> values, String suffix, Function<T, String> text) {
        return values.entrySet().stream()
                .map(device -> new Reading(device.getKey(), Map.of(suffix, text.apply(device.getValue()))))
                .toList();
    }

    /** The readable values by device; a device that is sent twice has its last. */
    static <T> Map<String, T> byDevice(List<Reading> devices, Function<Reading, @Nullable T> value) {
        Map<String, T> read = new LinkedHashMap<>();
        for (Reading device : devices) {
            T one = value.apply(device);
            if (one != null) {
                read.put(device.factor(), one);
            }
        }
        return read;
    }
}
