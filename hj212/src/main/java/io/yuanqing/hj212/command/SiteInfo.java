package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.nio.charset.StandardCharsets;
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

    private static final int LONGEST_TEXT = 890;

    /** Reads a packet of that command. */
    public static SiteInfo of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static SiteInfo read(CpReader cp, Command command) {
        return new SiteInfo(command, cp.time(CpField.DATA_TIME), cp.text(CpField.POL_ID), cp.readings());
    }

    @Override
    public String cp(Edition edition) {
        for (Reading info : infos) {
            String text = info.values().getOrDefault("Info", "");
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes >= LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        info.factor() + "-Info has " + bytes + " bytes; a site's text is shorter than 890 (UTF-8)");
            }
        }
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime)
                .option(CpField.POL_ID, polId)
                .bySuffix(infos)
                .toString();
    }
}
