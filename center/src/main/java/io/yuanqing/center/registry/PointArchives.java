package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is on record of points, and its changes. */
@Repository
public class PointArchives {

    private final JdbcClient jdbc;
    private final Points points;
    private final Bindings bindings;
    private final ApplicationEventPublisher events;
    private final Acts acts;
    private final JsonMapper json;

    PointArchives(
            JdbcClient jdbc,
            Points points,
            Bindings bindings,
            ApplicationEventPublisher events,
            Acts acts,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.points = points;
        this.bindings = bindings;
        this.events = events;
        this.acts = acts;
        this.json = json;
    }

    /** @throws Refusal 404 when no point in the caller's scope has or had this MN */
    public PointArchive of(String mn) {
        return archive(point(mn));
    }

    /**
     * Replaces what can be edited of a point. What is derived of its packets is derived again where the change touches it.
     *
     * @throws Refusal 404, 400 naming each field that is wrong
     */
    @Transactional
    public PointArchive change(String mn, PointDetails wanted) {
        MonitoringPoint present = point(mn);
        wanted.findings(present).refuse();
        PointArchive before = archive(present);
        jdbc.sql("""
                        update monitoring_point set outlet_id = :outlet, name = btrim(:name), medium = :medium, st = :st,
                          edition = :edition, factors = :factors, assessed_factors = :assessed,
                          reference_oxygen = cast(:oxygen as numeric), reference_oxygen_by_factor = cast(:oxygenByFactor as jsonb),
                          connected_from = cast(:connectedFrom as date), end_stamped = :endStamped,
                          minute_interval = cast(:minuteInterval as integer), auto_commands = :autoCommands,
                          stack_area = cast(:stackArea as numeric), flow_unit = :flowUnit
                        where id = :id
                        """).params(columns(present, wanted)).update();
        PointArchive after = archive(points.byId(present.id()).orElseThrow());
        if (after.equals(before)) {
            return after;
        }
        announce(before.point(), after.point());
        acts.record("POINT_CHANGED", "point:" + present.id(), before, after);
        return after;
    }

    /** Puts a point out of use for a span. @throws Refusal 404, 400, 409 when it is out of use within that span */
    @Transactional
    public PointArchive retire(String mn, NewRetirement wanted) {
        MonitoringPoint point = point(mn);
        wanted.findings().refuse();
        jdbc.sql("select id from monitoring_point where id = :id for update")
                .param("id", point.id())
                .query(Long.class)
                .single();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("point", point.id());
        parameters.put("from", wanted.validFrom());
        parameters.put("last", wanted.lastDay());
        parameters.put("reason", Findings.tidy(wanted.reason()));
        boolean overlaps = jdbc.sql("""
                        select exists (select from point_retirement where point_id = :point
                          and daterange(valid_from, last_day, '[]') && daterange(:from, cast(:last as date), '[]'))
                        """).params(parameters).query(Boolean.class).single();
        if (overlaps) {
            throw Refusal.conflict("Point '" + point.name() + "' is out of use within that span already");
        }
        PointArchive before = archive(point);
        jdbc.sql("""
                        insert into point_retirement (point_id, valid_from, last_day, reason)
                        values (:point, :from, cast(:last as date), :reason)
                        """).params(parameters).update();
        PointArchive after = archive(point);
        acts.record("POINT_RETIRED", "point:" + point.id(), before.retirements(), after.retirements());
        return after;
    }

    /** What readers of its packets derive depends on these; the board of live points shows the rest. */
    private void announce(MonitoringPoint before, MonitoringPoint after) {
        boolean derivedAnew = !before.edition().equals(after.edition())
                || before.endStamped() != after.endStamped()
                || !Objects.equals(before.minuteInterval(), after.minuteInterval());
        if (derivedAnew) {
            bindings.ofPoint(after.id())
                    .forEach(
                            binding -> events.publishEvent(new PointChanged(after.id(), binding.mn(), binding.from())));
        } else if (!before.equals(after)) {
            events.publishEvent(new PointDescribed(after.id()));
        }
    }

    private Map<String, @Nullable Object> columns(MonitoringPoint present, PointDetails wanted) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", present.id());
        row.put("outlet", outlet(present, wanted.outletId()));
        row.put("name", wanted.name());
        Medium medium = Objects.requireNonNull(wanted.medium());
        row.put("medium", medium.name());
        row.put("st", wanted.st() == null ? medium.st() : wanted.st());
        row.put("edition", wanted.edition());
        row.put("factors", texts(wanted.factors(), present.factors()));
        row.put("assessed", texts(wanted.assessedFactors(), present.assessedFactors()));
        row.put("oxygen", wanted.referenceOxygen());
        Map<String, BigDecimal> byFactor = wanted.referenceOxygenByFactor();
        row.put("oxygenByFactor", json.writeValueAsString(byFactor == null ? Map.of() : byFactor));
        row.put("connectedFrom", wanted.connectedFrom());
        row.put("endStamped", wanted.endStamped() == null ? present.endStamped() : wanted.endStamped());
        row.put("minuteInterval", wanted.minuteInterval());
        row.put("autoCommands", wanted.autoCommands() == null ? present.autoCommands() : wanted.autoCommands());
        row.put("stackArea", wanted.stackArea());
        row.put("flowUnit", Findings.tidy(wanted.flowUnit()));
        return row;
    }

    private long outlet(MonitoringPoint present, @Nullable Long wanted) {
        if (wanted == null || wanted == present.outletId()) {
            return present.outletId();
        }
        return jdbc.sql("select id from outlet where id = :id and enterprise_id = :enterprise")
                .param("id", wanted)
                .param("enterprise", present.enterpriseId())
                .query(Long.class)
                .optional()
                .orElseThrow(() ->
                        Refusal.invalid("outletId", wanted + " is no outlet of '" + present.enterpriseName() + "'"));
    }

    private static String[] texts(@Nullable List<String> given, List<String> otherwise) {
        return (given == null ? otherwise : given).toArray(String[]::new);
    }

    private PointArchive archive(MonitoringPoint point) {
        List<Retirement> retirements =
                jdbc.sql("""
                        select id, valid_from, last_day, reason from point_retirement
                        where point_id = :point order by valid_from desc
                        """).param("point", point.id()).query(Retirement.class).list();
        return jdbc.sql("""
                        select stack_area, flow_unit, coalesce(logger_password, '') <> '' as password_set
                        from monitoring_point where id = :id
                        """)
                .param("id", point.id())
                .query((row, number) -> new PointArchive(
                        point,
                        row.getBigDecimal("stack_area"),
                        row.getString("flow_unit"),
                        row.getBoolean("password_set"),
                        retirements))
                .single();
    }

    private MonitoringPoint point(String mn) {
        return points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
    }
}
