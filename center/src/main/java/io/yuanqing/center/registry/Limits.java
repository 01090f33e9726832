package io.yuanqing.center.registry;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emission limits: those that standards print, and which of them, or of a permit, hold for a point since when. A change
 * never rewrites the past: a row is never altered but for its end, which cannot be set before today.
 */
@Repository
public class Limits {

    private final LimitRows rows;
    private final Points points;
    private final Caller caller;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Limits(
            LimitRows rows,
            Points points,
            Caller caller,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.points = points;
        this.caller = caller;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What standards print, in their order. */
    public List<StandardLimit> standards() {
        return rows.standards();
    }

    /** All that were ever registered for these points, by point. Unscoped: for the server's own work. */
    public Map<Long, List<PointLimit>> of(Collection<Long> pointIds) {
        return byPoint(rows.of(pointIds));
    }

    /** The same for all points. Unscoped. */
    public Map<Long, List<PointLimit>> all() {
        return byPoint(rows.all());
    }

    /**
     * Registers rows of a standard or a value of a permit for a point.
     *
     * @throws Refusal 400 naming what is wrong
     */
    @Transactional
    public List<PointLimit> register(MonitoringPoint point, NewLimits wanted) {
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        List<Long> ids = new ArrayList<>();
        for (StandardLimit row : chosen(wanted)) {
            ids.add(rows.insert(point.id(), row, wanted, clock.instant(), caller.name()));
        }
        for (NewLimits.Value value : wanted.permitted()) {
            ids.add(rows.insert(point.id(), value, unit(value), wanted, clock.instant(), caller.name()));
        }
        List<PointLimit> registered = rows.of(List.of(point.id())).stream()
                .filter(limit -> ids.contains(limit.id()))
                .toList();
        events.publishEvent(new LimitsChanged(point.id()));
        trail.record("LIMITS_REGISTERED", "point:" + point.id(), null, registered);
        return registered;
    }

    /**
     * Sets the end of a limit. One that has not begun may end on its first day: it never comes into force.
     *
     * @param effectiveTo first day no more
     * @throws Refusal 404 when the point has no such limit, 400 when the day lies in the past, 409 when it has ended
     */
    @Transactional
    public PointLimit end(MonitoringPoint point, long id, @Nullable LocalDate effectiveTo) {
        PointLimit before = find(point, id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
        if (effectiveTo == null) {
            throw Refusal.invalid("effectiveTo", "is missing; give the first day on which the limit holds no more");
        }
        if (effectiveTo.isBefore(today)) {
            throw Refusal.invalid(
                    "effectiveTo", effectiveTo + " is past; what was in force before " + today + " stays as it was");
        }
        if (before.effectiveFrom() != null && effectiveTo.isBefore(before.effectiveFrom())) {
            throw Refusal.invalid("effectiveTo", effectiveTo + " is before its first day " + before.effectiveFrom());
        }
        if (before.effectiveTo() != null && before.effectiveTo().isBefore(effectiveTo)) {
            throw Refusal.conflict("The limit ends on " + before.effectiveTo() + " already; register a new one");
        }
        rows.end(id, effectiveTo);
        PointLimit after = find(point, id);
        events.publishEvent(new LimitsChanged(point.id()));
        trail.record("LIMIT_ENDED", "point:" + point.id(), before, after);
        return after;
    }

    /**
     * The point of an MN in the caller's scope.
     *
     * @throws Refusal 404
     */
    MonitoringPoint point(String mn) {
        return points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
    }

    private PointLimit find(MonitoringPoint point, long id) {
        return rows.of(List.of(point.id())).stream()
                .filter(limit -> limit.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "The point has no limit " + id + "; see GET /api/points/" + point.mn() + "/limits"));
    }

    private List<StandardLimit> chosen(NewLimits wanted) {
        if (wanted.rows().isEmpty()) {
            return List.of();
        }
        Map<Long, StandardLimit> known =
                rows.standards().stream().collect(Collectors.toMap(StandardLimit::id, row -> row));
        List<StandardLimit> chosen = new ArrayList<>();
        for (@Nullable Long id : wanted.rows()) {
            StandardLimit row = id == null ? null : known.get(id);
            if (row == null || row.factor() == null) {
                throw Refusal.invalid(
                        "standardLimits",
                        id + (row == null ? " is no row that GET /api/limits lists" : " has no factor code of HJ 212"));
            }
            chosen.add(row);
        }
        return chosen;
    }

    private static String unit(NewLimits.Value wanted) {
        if (wanted.unit() != null && !wanted.unit().isBlank()) {
            return Units.normal(wanted.unit());
        }
        Factor factor = wanted.factor() == null ? null : Factors.find(wanted.factor());
        return factor == null || factor.unit() == null ? "1" : factor.unit();
    }

    private static Map<Long, List<PointLimit>> byPoint(List<PointLimit> limits) {
        return limits.stream().collect(Collectors.groupingBy(PointLimit::pointId));
    }
}
