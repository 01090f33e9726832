package io.yuanqing.center.readings;

import io.yuanqing.center.registry.PointChanged;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The queue of points whose derived rows must be made anew. */
@Component
class RederiveJobs {

    private final JdbcTemplate sql;
    private final Clock clock;

    RederiveJobs(JdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param from first DataTime concerned; null: all */
    record Job(long id, long pointId, @Nullable Instant from) {}

    /** Runs in the transaction that changes the point: both are there, or neither. */
    @EventListener
    void on(PointChanged change) {
        sql.update(
                "insert into rederive_job (point_id, data_from, requested_at) values (?, ?, ?)",
                change.pointId(),
                change.from() == null ? null : Timestamp.from(change.from()),
                Timestamp.from(clock.instant()));
    }

    int pending() {
        Integer count = sql.queryForObject("select count(*) from rederive_job", Integer.class);
        return count == null ? 0 : count;
    }

    Optional<Job> next() {
        return sql
                .query("select id, point_id, data_from from rederive_job order by id limit 1", (row, n) -> {
                    @Nullable Timestamp from = row.getTimestamp(3);
                    return new Job(row.getLong(1), row.getLong(2), from == null ? null : from.toInstant());
                })
                .stream()
                .findFirst();
    }

    /** Within the transaction that has done it. */
    void done(Job job) {
        sql.update("delete from rederive_job where id = ?", job.id());
    }
}
