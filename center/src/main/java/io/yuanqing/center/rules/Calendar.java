package io.yuanqing.center.rules;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The working days on record. */
@Repository
public class Calendar {

    /** How long a change made elsewhere may go unnoticed here. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final LoadingCache<String, WorkingDays> days;

    Calendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.days = Caffeine.newBuilder().refreshAfterWrite(KEPT).build(key -> load());
    }

    /** As arranged up to now. */
    public WorkingDays workingDays() {
        return days.get("");
    }

    private WorkingDays load() {
        Map<LocalDate, Boolean> arranged = new HashMap<>();
        jdbc.sql("select day, working from calendar_day").query((RowCallbackHandler)
                row -> arranged.put(row.getObject("day", LocalDate.class), row.getBoolean("working")));
        return new WorkingDays(arranged);
    }
}
