package io.yuanqing.center.readings.tables;

import io.yuanqing.center.Center;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What one row of a table covers, in city time. */
enum TablePeriod {
    HOUR("hour", 400),
    DAY("day", 400),
    MONTH("month", 3_700),
    QUARTER("quarter", 3_700),
    YEAR("year", 11_000);

    private final String unit;
    private final int longestDays;

    TablePeriod(String unit, int longestDays) {
        this.unit = unit;
        this.longestDays = longestDays;
    }

    /** Its name as PostgreSQL's date_trunc takes it. */
    String unit() {
        return unit;
    }

    /** How many days one table may cover. */
    int longestDays() {
        return longestDays;
    }

    /** Start of the period in which a moment lies. */
    Instant start(Instant moment) {
        ZonedDateTime at = moment.atZone(Center.CITY_ZONE);
        ZonedDateTime month = at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        return switch (this) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> at.truncatedTo(ChronoUnit.DAYS).toInstant();
            case MONTH -> month.toInstant();
            case QUARTER ->
                month.withMonth((at.getMonthValue() - 1) / 3 * 3 + 1).toInstant();
            case YEAR -> month.withMonth(1).toInstant();
        };
    }

    /** Its end, exclusive, which is the start of the next. */
    Instant end(Instant start) {
        ZonedDateTime at = start.atZone(Center.CITY_ZONE);
        return switch (this) {
            case HOUR -> start.plus(1, ChronoUnit.HOURS);
            case DAY -> at.plusDays(1).toInstant();
            case MONTH -> at.plusMonths(1).toInstant();
            case QUARTER -> at.plusMonths(3).toInstant();
            case YEAR -> at.plusYears(1).toInstant();
        };
    }

    /** Starts of all periods that have a part in a span. */
    List<Instant> starts(Instant from, Instant to) {
        List<Instant> starts = new ArrayList<>();
        for (Instant start = start(from); start.isBefore(to); start = end(start)) {
            starts.add(start);
        }
        return starts;
    }
}
