package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.util.List;

/**
 * 1021 (2005): asks for alarm limits.
 *
 * @param polIds factor codes
 */
public record AlarmLimitsRequest(List<String> polIds) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static AlarmLimitsRequest of(Packet packet) {
        return read(new CpReader(packet), Command.GET_ALARM_LIMITS);
    }

    static AlarmLimitsRequest read(CpReader cp, Command command) {
        return new AlarmLimitsRequest(cp.texts(CpField.POL_ID));
    }

    @Override
    public Command command() {
        return Command.GET_ALARM_LIMITS;
    }

    private static String write(List<String> polIds, Edition edition) {
        CpWriter cp = new CpWriter(edition);
        polIds.forEach(polId -> cp.put(CpField.POL_ID, polId));
        return cp.toString();
    }

    @Override
    public String cp(Edition edition) {
        return write(polIds, edition);
    }
}
