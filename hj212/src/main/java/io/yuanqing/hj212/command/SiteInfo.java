package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 3020: a log, states or parameters of the site.
 *
 * @param command the row of the catalogue
 * @param dataTime moment of the entry
 * @param polId factor code; null: the logger itself
 * @param infos {@code Info} of each information code; a log's text stands between {@code //} and is below 890 bytes
 */
public record SiteInfo(
        Command command,
        @Nullable LocalDateTime dataTime,
        @Nullable String polId,
        List<Reading> infos) implements Upload, Answer {

    /** Reads a packet of that command. */
    public static SiteInfo of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static SiteInfo read(CpReader cp, Command command) {
        return new SiteInfo(command, cp.time(CpField.DATA_TIME), cp.text(CpField.POL_ID), cp.readings());
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .option(CpField.POL_ID, polId)
                .bySuffix(infos)
                .toString();
    }
}
