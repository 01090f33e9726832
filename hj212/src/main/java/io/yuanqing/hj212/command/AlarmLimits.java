package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.util.List;

/**
 * Answer to 1021 (2005): the alarm limits.
 *
 * @param limits {@code LowValue} and {@code UpValue} of each factor
 */
public record AlarmLimits(List<Reading> limits) implements Answer {

    /** Reads a packet's CP, whatever its CN. */
    public static AlarmLimits of(Packet packet) {
        return read(new CpReader(packet), Command.GET_ALARM_LIMITS);
    }

    static AlarmLimits read(CpReader cp, Command command) {
        return new AlarmLimits(cp.readings());
    }

    @Override
    public Command command() {
        return Command.GET_ALARM_LIMITS;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).readings(limits).toString();
    }
}
