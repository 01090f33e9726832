package io.yuanqing.center.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.yuanqing.center.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who spoke for which point, with a cache for the question that every packet asks. */
@Repository
class Bindings {

    /** Unknown MNs are cached too, so that junk does not ask the database; this many MNs bound the memory. */
    private static final int CACHED_MNS = 50_000;

    /** Another server on the same database may change a binding; this is how long it may go unnoticed here. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Caller caller;
    private final LoadingCache<String, List<LoggerBinding>> cache;

    Bindings(JdbcClient jdbc, Caller caller) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.cache = Caffeine.newBuilder()
                .maximumSize(CACHED_MNS)
                .expireAfterWrite(CACHED_FOR)
                .build(this::ofMn);
    }

    Optional<LoggerBinding> at(String mn, Instant when) {
        for (LoggerBinding binding : cache.get(Mn.normal(mn))) {
            if (binding.covers(when)) {
                return Optional.of(binding);
            }
        }
        return Optional.empty();
    }

    boolean known(String mn) {
        return !cache.get(Mn.normal(mn)).isEmpty();
    }

    List<LoggerBinding> ofMn(String normalMn) {
        return jdbc.sql("select * from logger_binding where mn = :mn order by valid_from nulls first")
                .param("mn", normalMn)
                .query(Bindings::row)
                .list();
    }

    List<LoggerBinding> ofPoint(long pointId) {
        return jdbc.sql("select * from logger_binding where point_id = :point order by valid_from nulls first")
                .param("point", pointId)
                .query(Bindings::row)
                .list();
    }

    /** The point for which this MN speaks, in words, which tell no more than the caller may see; from the database. */
    Optional<String> holderOf(String normalMn) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("mn", normalMn);
        Scoped.bind(parameters, caller.reach());
        return jdbc.sql("select p.id, p.name, e.name as enterprise, true " + Scoped.POINTS + " as seen " + """
                        from logger_binding b
                          join monitoring_point p on p.id = b.point_id
                          join outlet o on o.id = p.outlet_id
                          join enterprise e on e.id = o.enterprise_id
                        where b.mn = :mn and b.valid_to is null
                        """)
                .params(parameters)
                .query((row, number) -> row.getBoolean("seen")
                        ? "point '" + row.getString("name") + "' (id " + row.getLong("id") + ") of '"
                                + row.getString("enterprise") + "'"
                        : "a point outside of your data scope")
                .optional();
    }

    /** Opens a binding; the unique index refuses a second open one of the same MN or point. */
    void open(String normalMn, long pointId, @Nullable Instant from) {
        jdbc.sql(
                        "insert into logger_binding (mn, point_id, valid_from) values (:mn, :point, cast(:from as timestamptz))")
                .param("mn", normalMn)
                .param("point", pointId)
                .param("from", from == null ? null : from.atOffset(ZoneOffset.UTC))
                .update();
        forget(normalMn);
    }

    /** Ends the point's open binding. */
    void close(String normalMn, long pointId, Instant to) {
        jdbc.sql("update logger_binding set valid_to = :to where point_id = :point and mn = :mn and valid_to is null")
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("point", pointId)
                .param("mn", normalMn)
                .update();
        forget(normalMn);
    }

    /**
     * After the end of the transaction, whichever it is: a reader that filled the cache meanwhile saw the old state, one
     * inside the transaction a state that may have been rolled back.
     */
    private void forget(String normalMn) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                cache.invalidate(normalMn);
            }
        });
    }

    private static LoggerBinding row(ResultSet row, int number) throws SQLException {
        return new LoggerBinding(
                row.getString("mn"),
                row.getLong("point_id"),
                instant(row.getObject("valid_from", OffsetDateTime.class)),
                instant(row.getObject("valid_to", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
