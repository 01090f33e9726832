package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 2072 (2005): a value went over its limit or came back below.
 *
 * @param alarmTime moment
 * @param values {@code Ala} of the factor
 * @param alarmType 1 exceeded, 0 recovered
 */
public record AlarmEvent(
        @Nullable LocalDateTime alarmTime,
        List<Reading> values,
        @Nullable Integer alarmType) implements Notice {

    /** Reads a packet's CP, whatever its CN. */
    public static AlarmEvent of(Packet packet) {
        return read(new CpReader(packet), Command.ALARM_EVENT);
    }

    static AlarmEvent read(CpReader cp, Command command) {
        return new AlarmEvent(cp.time(CpField.ALARM_TIME), cp.readings(), cp.number(CpField.ALARM_TYPE));
    }

    @Override
    public Command command() {
        return Command.ALARM_EVENT;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.ALARM_TIME, alarmTime)
                .readings(values)
                .with()
                .put(CpField.ALARM_TYPE, alarmType)
                .toString();
    }
}
