package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 3011: zero and span calibration of an analyser.
 *
 * @param polId factor code
 * @param calibrationType 0 zero, 1 span (2025); null in the other editions, where one command does both
 */
public record Calibrate(@Nullable String polId, @Nullable Integer calibrationType) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static Calibrate of(Packet packet) {
        return read(new CpReader(packet), Command.CALIBRATE);
    }

    static Calibrate read(CpReader cp, Command command) {
        return new Calibrate(cp.text(CpField.POL_ID), cp.number(CpField.CALIBRATION_TYPE));
    }

    @Override
    public Command command() {
        return Command.CALIBRATE;
    }

    @Override
    public String cp(Edition edition) {
        CpWriter cp = new CpWriter(edition).put(CpField.POL_ID, polId);
        return calibrationType == null
                ? cp.toString()
                : cp.with().put(CpField.CALIBRATION_TYPE, calibrationType).toString();
    }
}
