package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 3021: sets a parameter of the site.
 *
 * @param polId factor code; null: the logger itself
 * @param infoId the parameter, for example i13004
 * @param infos its {@code Info}
 */
public record SetSiteParameter(
        @Nullable String polId, @Nullable String infoId, List<Reading> infos) implements Request {

    /** Reads a packet's CP, whatever its CN. */
    public static SetSiteParameter of(Packet packet) {
        return read(new CpReader(packet), Command.SET_SITE_PARAMETER);
    }

    static SetSiteParameter read(CpReader cp, Command command) {
        return new SetSiteParameter(cp.text(CpField.POL_ID), cp.text(CpField.INFO_ID), cp.readings());
    }

    @Override
    public Command command() {
        return Command.SET_SITE_PARAMETER;
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .option(CpField.POL_ID, polId)
                .put(CpField.INFO_ID, infoId)
                .bySuffix(infos)
                .toString();
    }
}
