package io.yuanqing.center.readings;

import io.yuanqing.center.Center;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of readings, by the command (CN) that uploads them, and the period that a DataTime of each stands for. */
enum Kind {
    REALTIME("2011", Duration.ofHours(1), Duration.ofDays(7)),
    MINUTE("2051", Duration.ofHours(24), Duration.ofDays(32)),
    HOUR("2061", Duration.ofDays(7), Duration.ofDays(400)),
    DAY("2031", Duration.ofDays(31), Duration.ofDays(3_700));

    private final String cn;
    private final Duration usualSpan;
    private final Duration longestSpan;

    Kind(String cn, Duration usualSpan, Duration longestSpan) {
        this.cn = cn;
        this.usualSpan = usualSpan;
        this.longestSpan = longestSpan;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Kind::lowerCase).toList();
    }

    static @Nullable Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.lowerCase().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Kind ofCn(String cn) {
        return switch (cn) {
            case "2011" -> REALTIME;
            case "2051" -> MINUTE;
            case "2061" -> HOUR;
            case "2031" -> DAY;
            default -> null;
        };
    }

    String cn() {
        return cn;
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a query covers that names no period. */
    Duration usualSpan() {
        return usualSpan;
    }

    /** What one query may cover. */
    Duration longestSpan() {
        return longestSpan;
    }

    /** Hour and day values are rows; the others are decoded from the log. */
    boolean keptAsRows() {
        return this == HOUR || this == DAY;
    }

    /**
     * The period's start, in city time: floor(DataTime), at an end-stamped point floor(DataTime - 1 s). A realtime value
     * has no period: its start is its DataTime.
     */
    Instant start(Instant dataTime, Stamping stamping) {
        Instant inside = stamping.atEnd() ? dataTime.minusSeconds(1) : dataTime;
        ZonedDateTime at = inside.atZone(Center.CITY_ZONE);
        return switch (this) {
            case REALTIME -> dataTime;
            case MINUTE -> minute(at, stamping);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> at.truncatedTo(ChronoUnit.DAYS).toInstant();
        };
    }

    /** The period's end, exclusive. */
    Instant end(Instant start, Stamping stamping) {
        return switch (this) {
            case REALTIME -> start;
            case MINUTE -> start.plus(stamping.minutesOrOne(), ChronoUnit.MINUTES);
            case HOUR -> start.plus(1, ChronoUnit.HOURS);
            case DAY -> start.atZone(Center.CITY_ZONE).plusDays(1).toInstant();
        };
    }

    /** The end of a 10-minute record lies in its last minute: only there its length is needed to find the start. */
    private static Instant minute(ZonedDateTime at, Stamping stamping) {
        int length = stamping.atEnd() ? stamping.minutesOrOne() : 1;
        return at.truncatedTo(ChronoUnit.MINUTES)
                .minusMinutes(at.getMinute() % length)
                .toInstant();
    }
}
