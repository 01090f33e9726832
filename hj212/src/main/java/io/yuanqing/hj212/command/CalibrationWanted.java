package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 1013: the field asks for its clock to be set; the centre answers 9013 and sends a 1012.
 *
 * @param polId the analyser's factor code; null: the logger's own clock
 */
public record CalibrationWanted(@Nullable String polId) implements Notice {

    /** Reads a packet's CP, whatever its CN. */
    public static CalibrationWanted of(Packet packet) {
        return read(new CpReader(packet), Command.CLOCK_CALIBRATION_WANTED);
    }

    static CalibrationWanted read(CpReader cp, Command command) {
        return new CalibrationWanted(cp.text(CpField.POL_ID));
    }

    @Override
    public Command command() {
        return Command.CLOCK_CALIBRATION_WANTED;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).option(CpField.POL_ID, polId).toString();
    }
}
