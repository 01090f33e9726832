package io.yuanqing.center.readings;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hour values of many points over a short time, one after another. Nobody's data scope applies here. */
@Component
public class HourMeans {

    private static final int ROWS_AT_A_TIME = 5_000;

    /** Takes one hour's current value of one factor. */
    public interface Taker {

        /**
         * @param factor code of HJ 212-2017
         * @param mean null when the value's flag speaks against it
         */
        void take(long pointId, Instant start, String factor, @Nullable Mean mean);
    }

    private final JdbcTemplate sql;

    HourMeans(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Reads the current version of each hour that began in [{@code from}, {@code to}). */
    @Transactional(readOnly = true) // rows come in portions within a transaction only
    public void read(Collection<Long> pointIds, Instant from, Instant to, Taker taker) {
        if (pointIds.isEmpty()) {
            return;
        }
        // Point by point: each is a short stretch of the key, while a month's partition holds thirty such days.
        sql.query(
                connection -> {
                    PreparedStatement query = connection.prepareStatement("""
                            select p.id, v.start, v.factor, v.avg, v.zs_avg, v.flag
                            from unnest(?::bigint[]) as p (id)
                              cross join lateral (
                                select distinct on (start, factor) start, factor, avg, zs_avg, flag
                                from hour_value
                                where point_id = p.id and start >= ? and start < ?
                                order by start, factor, position desc) v""");
                    query.setFetchSize(ROWS_AT_A_TIME);
                    query.setArray(1, connection.createArrayOf("bigint", pointIds.toArray()));
                    query.setTimestamp(2, Timestamp.from(from));
                    query.setTimestamp(3, Timestamp.from(to));
                    return query;
                },
                row -> {
                    Instant start = row.getTimestamp(2).toInstant();
                    String flag = row.getString(6);
                    boolean valid = flag == null || flag.equals("N");
                    taker.take(
                            row.getLong(1),
                            start,
                            FactorCodes.today(row.getString(3)),
                            valid ? new Mean(start, row.getBigDecimal(4), row.getBigDecimal(5)) : null);
                });
    }
}
