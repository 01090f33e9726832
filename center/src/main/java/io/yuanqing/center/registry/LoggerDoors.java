package io.yuanqing.center.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.AuditTrail;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Passwords of loggers, and the networks that they are bound to. All of them are held in memory: every packet asks, on a
 * network thread. {@link #onRecord} and {@link #change} keep to the caller's data scope.
 */
@Repository
public class LoggerDoors {

    /** Another server on the same database may change one; this is how long it may go unnoticed here. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MOST_NETWORKS = 20;

    private final JdbcClient jdbc;
    private final Points points;
    private final AuditTrail trail;
    private final LoadingCache<String, Map<String, LoggerDoor>> all;

    LoggerDoors(JdbcClient jdbc, Points points, AuditTrail trail) {
        this.jdbc = jdbc;
        this.points = points;
        this.trail = trail;
        this.all = Caffeine.newBuilder()
                .refreshAfterWrite(KEPT) // aside: whoever asks is never kept waiting for the database
                .build(key -> load());
        all.get("");
    }

    /**
     * What is on record of how a logger proves who it is; its password is never shown.
     *
     * @param networks addresses or networks (CIDR) from which alone it may send; empty: from anywhere
     */
    public record OnRecord(boolean passwordSet, List<String> networks) {}

    /**
     * What is to be on record; what is null stays as it is.
     *
     * @param password PW of the logger, a field of each of its frames; empty: none
     * @param networks such as {@code 192.0.2.7} or {@code 10.1.0.0/16}; empty: from anywhere
     */
    public record Wanted(
            @Nullable String password, @Nullable List<String> networks) {

        /** Without the password: texts end in logs. */
        @Override
        public String toString() {
            return "Wanted[networks=" + networks + "]";
        }
    }

    /** Of the point that the MN speaks for; empty where neither password nor network is registered. Unscoped. */
    public Optional<LoggerDoor> of(String normalMn) {
        return Optional.ofNullable(all.get("").get(normalMn));
    }

    /** @throws Refusal 404 when no point in the caller's scope has or had this MN */
    public OnRecord onRecord(String mn) {
        return onRecord(point(mn).id());
    }

    /** @throws Refusal 404 when no point in the caller's scope has or had this MN, 400 naming what is wrong */
    @Transactional
    public OnRecord change(String mn, Wanted wanted) {
        MonitoringPoint point = point(mn);
        Findings findings = new Findings();
        String password = wanted.password();
        if (password != null && !password.matches("[!-~&&[^;,=&#]]{0,40}")) {
            findings.add("password", "has other than printable characters, one of ; , = & #, or more than 40");
        }
        List<String> networks = networks(wanted.networks(), findings);
        if (!findings.all().isEmpty()) {
            throw Refusal.invalid(findings.all());
        }
        OnRecord before = onRecord(point.id());
        jdbc.sql("""
                        update monitoring_point set
                            logger_password = case when :password = '' then null
                                else coalesce(cast(:password as text), logger_password) end,
                            logger_networks = coalesce(cast(:networks as text[]), logger_networks)
                        where id = :id
                        """)
                .param("password", password)
                .param("networks", networks == null ? null : networks.toArray(String[]::new))
                .param("id", point.id())
                .update();
        OnRecord after = onRecord(point.id());
        refreshAfterCommit();
        trail.record("LOGGER_DOOR_CHANGED", "point:" + point.id(), before, after);
        return after;
    }

    /** The logger has taken a new password (CN 1072). Unscoped. */
    @Transactional
    public void passwordTaken(String normalMn, String password) {
        int changed =
                jdbc.sql("""
                        update monitoring_point p set logger_password = :password from logger_binding b
                        where b.point_id = p.id and b.mn = :mn and b.valid_to is null and p.logger_password <> :password
                        """).param("password", password).param("mn", normalMn).update();
        if (changed > 0) {
            refreshAfterCommit();
            trail.record("LOGGER_PASSWORD_TAKEN", "logger:" + normalMn, null, Map.of("by", "CN 1072"));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PointChanged change) {
        all.refresh("");
    }

    private MonitoringPoint point(String mn) {
        return points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
    }

    private static @Nullable List<String> networks(@Nullable List<String> wanted, Findings findings) {
        if (wanted == null) {
            return null;
        }
        if (wanted.size() > MOST_NETWORKS) {
            findings.add("networks", wanted.size() + " are too many; at most " + MOST_NETWORKS);
        }
        List<String> networks = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String text = String.valueOf(wanted.get(i)).strip();
            Optional<Network> network = Network.of(text);
            if (network.isEmpty()) {
                findings.add(
                        "networks[" + i + "]",
                        "'" + text + "' is no address or network; write 192.0.2.7, 10.1.0.0/16 or 2001:db8::/32");
            }
            networks.add(network.map(Network::toString).orElse(""));
        }
        return networks;
    }

    private OnRecord onRecord(long point) {
        return jdbc.sql(
                        "select coalesce(logger_password, '') <> '', logger_networks from monitoring_point where id = :id")
                .param("id", point)
                .query((row, n) -> new OnRecord(row.getBoolean(1), texts(row, 2)))
                .single();
    }

    private Map<String, LoggerDoor> load() {
        Map<String, LoggerDoor> doors = new HashMap<>();
        jdbc.sql("""
                        select b.mn, p.logger_password, p.logger_networks
                        from logger_binding b join monitoring_point p on p.id = b.point_id
                        where b.valid_to is null
                          and (coalesce(p.logger_password, '') <> '' or p.logger_networks <> '{}')
                        """)
                .query((row, n) -> {
                    String password = row.getString(2);
                    List<Network> networks = texts(row, 3).stream()
                            .map(Network::of)
                            .flatMap(Optional::stream)
                            .toList();
                    return doors.put(
                            row.getString(1),
                            new LoggerDoor(password == null || password.isEmpty() ? null : password, networks));
                })
                .list();
        return Map.copyOf(doors);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return Stream.of((String[]) array.getArray()).toList();
    }

    private void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                all.refresh("").join();
            }
        });
    }
}
