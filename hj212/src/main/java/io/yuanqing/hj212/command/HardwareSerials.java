package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 1001 upwards (2025, clause 6.8): a logger that has no network code yet shows what it is. Its MN may be empty.
 *
 * @param infos {@code Info} of i23005 (logger's number), i23006 (CPU), i23007 and i23008 (MAC addresses)
 */
public record HardwareSerials(List<Reading> infos) implements Notice {

    /** Of a logger with that number, CPU and MAC addresses. */
    public static HardwareSerials of(String loggerId, String cpuId, String mac1, String mac2) {
        return new HardwareSerials(
                List.of(info("i23005", loggerId), info("i23006", cpuId), info("i23007", mac1), info("i23008", mac2)));
    }

    /** Reads a packet's CP, whatever its CN. */
    public static HardwareSerials of(Packet packet) {
        return read(new CpReader(packet), Command.HARDWARE_SERIALS);
    }

    static HardwareSerials read(CpReader cp, Command command) {
        return new HardwareSerials(cp.readings());
    }

    private static Reading info(String code, String value) {
        return new Reading(code, Map.of("Info", value));
    }

    @Override
    public Command command() {
        return Command.HARDWARE_SERIALS;
    }

    /** The logger's own number ({@code i23005-Info}); null if it is not there. */
    public @Nullable String loggerId() {
        return info("i23005");
    }

    /** The number of its processor ({@code i23006-Info}); null if it is not there. */
    public @Nullable String cpuId() {
        return info("i23006");
    }

    /** The value of an information code; null if it is not among them. */
    public @Nullable String info(String code) {
        for (Reading info : infos) {
            if (info.factor().equalsIgnoreCase(code)) {
                return info.values().get("Info");
            }
        }
        return null;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).bySuffix(infos).toString();
    }
}
