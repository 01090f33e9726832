package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 3020: asks for a log (a range of time) or for a state or parameter (without times).
 *
 * @param command GET_SITE_LOG or GET_SITE_INFO
 * @param polId factor code; null: the logger itself
 * @param infoId what is asked for, for example i11001
 * @param begin of a log
 * @param end of a log
 */
public record SiteInfoRequest(
        Command command,
        @Nullable String polId,
        @Nullable String infoId,
        @Nullable LocalDateTime begin,
        @Nullable LocalDateTime end)
        implements Request {

    /** Reads a packet of that command. */
    public static SiteInfoRequest of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static SiteInfoRequest read(CpReader cp, Command command) {
        return new SiteInfoRequest(
                command,
                cp.text(CpField.POL_ID),
                cp.text(CpField.INFO_ID),
                cp.time(CpField.BEGIN_TIME),
                cp.time(CpField.END_TIME));
    }

    private String write(Edition edition) {
        CpWriter cp = new CpWriter(edition).option(CpField.POL_ID, polId).put(CpField.INFO_ID, infoId);
        if (command == Command.GET_SITE_LOG) {
            if (begin != null && end != null && end.isBefore(begin)) {
                throw new IllegalArgumentException("EndTime " + end + " lies before BeginTime " + begin);
            }
            cp.put(CpField.BEGIN_TIME, begin).put(CpField.END_TIME, end);
        }
        return cp.toString();
    }

    @Override
    public String cp(Edition edition) {
        return write(edition);
    }
}
