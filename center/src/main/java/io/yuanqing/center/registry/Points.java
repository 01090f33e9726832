package io.yuanqing.center.registry;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The monitoring points on record. {@link #find} and {@link #ofMn} show what lies in the data scope of the signed-in
 * caller, so nothing to a thread without one. The others apply no scope: they serve the server's own work, such as the
 * readers of the log.
 */
@Repository
public class Points {

    private static final String WHERE = """
            where (cast(:county as text) is null or e.county = :county)
              and (cast(:enterprise as bigint) is null or e.id = :enterprise)
              and (cast(:medium as text) is null or p.medium = :medium)
              and (cast(:ids as bigint[]) is null or p.id = any(cast(:ids as bigint[])))
              and (cast(:q as text) is null or p.name ilike :q or o.name ilike :q or e.name ilike :q
                   or exists (select from logger_binding b where b.point_id = p.id and b.mn ilike :q))
            """ + Scoped.POINTS;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Bindings bindings;
    private final Registration registration;
    private final Rebinding rebinding;
    private final Acts acts;
    private final PointRows rows;

    Points(
            JdbcClient jdbc,
            Caller caller,
            Bindings bindings,
            Registration registration,
            Rebinding rebinding,
            Acts acts,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.bindings = bindings;
        this.registration = registration;
        this.rebinding = rebinding;
        this.acts = acts;
        this.rows = new PointRows(json);
    }

    /** One page of the points in the caller's scope, in the order in which enterprises and points were registered. */
    public PageOf<MonitoringPoint> find(PointFilter filter, int page, int size) {
        PageOf.check(page, size);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("county", filter.county());
        parameters.put("enterprise", filter.enterprise());
        parameters.put(
                "medium", filter.medium() == null ? null : filter.medium().name());
        parameters.put("ids", filter.ids() == null ? null : filter.ids().toArray(Long[]::new));
        parameters.put("q", Scoped.pattern(filter.q()));
        Scoped.bind(parameters, caller.scope());
        long total = jdbc.sql("select count(*) " + PointRows.FROM + WHERE)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<MonitoringPoint> items = jdbc.sql(
                        PointRows.SELECT + WHERE + " order by e.id, p.id limit :limit offset :offset")
                .params(parameters)
                .query(rows)
                .list();
        return new PageOf<>(items, total);
    }

    /**
     * The point that this MN speaks for, else the one that it spoke for last, if it lies in the caller's scope.
     *
     * @param mn any that the point ever had
     */
    public Optional<MonitoringPoint> ofMn(String mn) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("mn", Mn.normal(mn));
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql(PointRows.SELECT
                        + " join logger_binding b on b.point_id = p.id and b.mn = :mn where true "
                        + Scoped.POINTS
                        + " order by b.valid_to desc nulls first limit 1")
                .params(parameters)
                .query(rows)
                .optional();
    }

    /** Ids of all points in the caller's scope. */
    public Set<Long> visible() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Scoped.bind(parameters, caller.scope());
        return new HashSet<>(jdbc.sql("select p.id " + PointRows.FROM + " where true " + Scoped.POINTS)
                .params(parameters)
                .query(Long.class)
                .list());
    }

    /** Whether this point lies in the caller's scope. */
    public boolean visible(long id) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql("select exists (select " + PointRows.FROM + " where p.id = :id " + Scoped.POINTS + ")")
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the logger of this MN is the caller's concern: it speaks for a point in the scope, or spoke for one and now
     * for none at all. Where it spoke for one and now speaks for another's, it is not.
     */
    public boolean speaksInScope(String mn) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("mn", Mn.normal(mn));
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql("select exists (select " + PointRows.FROM + """
                          join logger_binding b on b.point_id = p.id and b.mn = :mn
                        where (b.valid_to is null
                               or not exists (select from logger_binding now where now.mn = :mn and now.valid_to is null))
                        """ + Scoped.POINTS + ")")
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    /** Unscoped: for the server's own work. */
    public Optional<MonitoringPoint> byId(long id) {
        return jdbc.sql(PointRows.SELECT + " where p.id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Unscoped: for the server's own work. In the order of registration. */
    public List<MonitoringPoint> all() {
        return jdbc.sql(PointRows.SELECT + " order by p.id").query(rows).list();
    }

    /** Who this MN spoke for at that moment; from memory as a rule, so it may be asked for every packet. Unscoped. */
    public Optional<LoggerBinding> bindingAt(String mn, Instant when) {
        return bindings.at(mn, when);
    }

    /** Whether this MN ever spoke for a point; as fast as {@link #bindingAt}. Unscoped. */
    public boolean known(String mn) {
        return bindings.known(mn);
    }

    /** PW of the point's logger, where one is registered. Unscoped. */
    public Optional<String> loggerPassword(long pointId) {
        return jdbc.sql("select logger_password from monitoring_point where id = :id and logger_password <> ''")
                .param("id", pointId)
                .query(String.class)
                .optional();
    }

    /** The MNs of a point, oldest first, from the database. Unscoped. */
    public List<LoggerBinding> bindingsOf(long pointId) {
        return bindings.ofPoint(pointId);
    }

    /**
     * Registers a point with its logger and, when it names none that exists, its outlet.
     *
     * @throws Refusal 400 naming each field that is wrong, 409 when the MN speaks for another point
     */
    @Transactional
    public MonitoringPoint register(NewPoint wanted) {
        MonitoringPoint point = byId(registration.register(wanted)).orElseThrow();
        acts.record("POINT_REGISTERED", "point:" + point.id(), null, point);
        return point;
    }

    /**
     * Swaps the logger of a point: the MN in force ends and the new one begins at the same moment. Nothing in the log
     * changes; what is derived from that moment on is derived again.
     *
     * @param mn any that the point ever had
     * @throws Refusal 404 when there is no such point in the caller's scope, 400 naming what is wrong, 409 when the new
     *     MN speaks for another point
     */
    @Transactional
    public MonitoringPoint rebind(String mn, NewLogger wanted) {
        MonitoringPoint before =
                ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
        rebinding.rebind(before, wanted);
        MonitoringPoint after = byId(before.id()).orElseThrow();
        acts.record("LOGGER_SWAPPED", "point:" + before.id(), Map.of("mn", before.mn()), bindings.ofPoint(after.id()));
        return after;
    }
}
