package io.yuanqing.center.readings;

import io.yuanqing.center.Center;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the monthly partitions of {@code hour_value}. Used by the reader's thread alone. */
final class MonthPartitions {

    private final JdbcTemplate sql;
    private final Set<YearMonth> known = new TreeSet<>();

    MonthPartitions(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Within the caller's transaction. */
    void makeIfMissing(Instant start) {
        YearMonth month = YearMonth.from(start.atZone(Center.CITY_ZONE));
        if (known.contains(month)) {
            return;
        }
        sql.execute(
                "create table if not exists hour_value_%d%02d partition of hour_value for values from ('%s') to ('%s')"
                        .formatted(month.getYear(), month.getMonthValue(), first(month), first(month.plusMonths(1))));
        known.add(month);
    }

    /** After a rollback it is not known what exists. */
    void forget() {
        known.clear();
    }

    private static String first(YearMonth month) {
        ZonedDateTime start = month.atDay(1).atStartOfDay(Center.CITY_ZONE);
        return start.toOffsetDateTime().toString();
    }
}
