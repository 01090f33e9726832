package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Asks for data again: 2011 (ST=44, 2025), 2013, 2031, 2041, 2051, 2061, 2062, 2071.
 *
 * @param command the row of the catalogue
 * @param begin first period's start: to the minute with 2051, the hour with 2061, the day with 2031 and 2041
 * @param end last period's start, not before {@code begin}
 */
public record HistoryRequest(
        Command command,
        @Nullable LocalDateTime begin,
        @Nullable LocalDateTime end) implements Request {

    /** Reads a packet of that command. */
    public static HistoryRequest of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static HistoryRequest read(CpReader cp, Command command) {
        return new HistoryRequest(command, cp.time(CpField.BEGIN_TIME), cp.time(CpField.END_TIME));
    }

    private String write(Edition edition) {
        onGrain("BeginTime", begin);
        onGrain("EndTime", end);
        if (begin != null && end != null && end.isBefore(begin)) {
            throw new IllegalArgumentException("EndTime " + end + " lies before BeginTime " + begin);
        }
        CpWriter cp = new CpWriter(edition).put(CpField.BEGIN_TIME, begin);
        // HJ/T 212-2005 puts both into one item, the later editions do not.
        return (edition == Edition.E2005 ? cp.with() : cp)
                .put(CpField.END_TIME, end)
                .toString();
    }

    private void onGrain(String name, @Nullable LocalDateTime time) {
        ChronoUnit grain = switch (command) {
            case MINUTE_HISTORY -> ChronoUnit.MINUTES;
            case HOUR_HISTORY -> ChronoUnit.HOURS;
            case DAY_HISTORY, RUN_TIME_HISTORY -> ChronoUnit.DAYS;
            default -> ChronoUnit.SECONDS;
        };
        if (time != null && grain != ChronoUnit.SECONDS && !time.equals(time.truncatedTo(grain))) {
            throw new IllegalArgumentException(name + " " + time + " of " + command.cn() + " is not given in whole "
                    + grain.toString().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String cp(Edition edition) {
        return write(edition);
    }
}
