package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.util.List;

/**
 * 1022 (2005): sets alarm limits.
 *
 * @param limits {@code LowValue} and {@code UpValue} of each factor
 */
public record SetAlarmLimits(List<Reading> limits) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetAlarmLimits of(Packet packet) {
        return read(new CpReader(packet), Command.SET_ALARM_LIMITS);
    }

    static SetAlarmLimits read(CpReader cp, Command command) {
        return new SetAlarmLimits(cp.readings());
    }

    @Override
    public Command command() {
        return Command.SET_ALARM_LIMITS;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).readings(limits).toString();
    }
}
