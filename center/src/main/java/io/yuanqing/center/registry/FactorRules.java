package io.yuanqing.center.registry;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.hj212.Factor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes and units in which points' loggers send, where they differ from the dictionary. A rule is never altered but for
 * its end; what is derived from packets of its days is made anew.
 */
@Repository
public class FactorRules {

    private final JdbcClient jdbc;
    private final Points points;
    private final Caller caller;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FactorRules(
            JdbcClient jdbc,
            Points points,
            Caller caller,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.points = points;
        this.caller = caller;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** All that were ever registered for a point. Unscoped: for the server's own work, or a point that is in scope. */
    public List<FactorRule> of(long pointId) {
        return jdbc.sql("""
                        select id, point_id, sent_as, factor, unit, multiplier, effective_from, effective_to, note,
                               registered_at, registered_by
                        from point_factor_rule where point_id = :point
                        order by sent_as, effective_from nulls first, id
                        """)
                .param("point", pointId)
                .query((row, number) -> new FactorRule(
                        row.getLong("id"),
                        row.getLong("point_id"),
                        row.getString("sent_as"),
                        row.getString("factor"),
                        row.getString("unit"),
                        row.getBigDecimal("multiplier"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class),
                        row.getString("note"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        row.getString("registered_by")))
                .list();
    }

    /**
     * Registers a rule.
     *
     * @throws Refusal 400 naming what is wrong, 409 when another rule counts for the same code on one of its days
     */
    @Transactional
    public FactorRule register(MonitoringPoint point, NewFactorRule wanted) {
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        String sentAs = wanted.normalSentAs();
        of(point.id()).stream()
                .filter(rule -> rule.sentAs().equals(sentAs) && overlap(rule, wanted))
                .findFirst()
                .ifPresent(rule -> {
                    throw Refusal.conflict("Rule " + rule.id() + " counts for '" + sentAs + "' from "
                            + Objects.requireNonNullElse(rule.effectiveFrom(), "ever")
                            + " on already; end it first");
                });
        Factor meant = Objects.requireNonNull(wanted.meant());
        long id = jdbc.sql("""
                        insert into point_factor_rule (point_id, sent_as, factor, unit, multiplier, effective_from, effective_to,
                            note, registered_at, registered_by)
                        values (:point, :sentAs, :factor, :unit, :multiplier, :from, :to, :note, :at, :by)
                        returning id
                        """)
                .param("point", point.id())
                .param("sentAs", sentAs)
                .param("factor", meant.code())
                .param("unit", wanted.unit() == null ? null : wanted.unit().strip())
                .param("multiplier", wanted.multiplier(meant))
                .param("from", wanted.effectiveFrom())
                .param("to", wanted.effectiveTo())
                .param("note", wanted.note() == null ? "" : wanted.note())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", caller.name())
                .query(Long.class)
                .single();
        FactorRule registered = find(point, id);
        events.publishEvent(new PointChanged(point.id(), point.mn(), begin(wanted.effectiveFrom())));
        trail.record("FACTOR_RULE_REGISTERED", "point:" + point.id(), null, registered);
        return registered;
    }

    /**
     * Sets the end of a rule.
     *
     * @param effectiveTo first day no more; its first day itself: it never counted
     * @throws Refusal 404 when the point has no such rule, 400 when the day is missing or before its first, 409 when it ends
     *     earlier already
     */
    @Transactional
    public FactorRule end(MonitoringPoint point, long id, @Nullable LocalDate effectiveTo) {
        FactorRule before = find(point, id);
        if (effectiveTo == null) {
            throw Refusal.invalid("effectiveTo", "is missing; give the first day on which the rule counts no more");
        }
        if (before.effectiveFrom() != null && effectiveTo.isBefore(before.effectiveFrom())) {
            throw Refusal.invalid("effectiveTo", effectiveTo + " is before its first day " + before.effectiveFrom());
        }
        if (before.effectiveTo() != null && before.effectiveTo().isBefore(effectiveTo)) {
            throw Refusal.conflict("The rule ends on " + before.effectiveTo() + " already; register a new one");
        }
        jdbc.sql("update point_factor_rule set effective_to = :to where id = :id")
                .param("to", effectiveTo)
                .param("id", id)
                .update();
        FactorRule after = find(point, id);
        events.publishEvent(new PointChanged(point.id(), point.mn(), begin(effectiveTo)));
        trail.record("FACTOR_RULE_ENDED", "point:" + point.id(), before, after);
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

    private FactorRule find(MonitoringPoint point, long id) {
        return of(point.id()).stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(
                        "The point has no rule " + id + "; see GET /api/points/" + point.mn() + "/factor-rules"));
    }

    private static boolean overlap(FactorRule rule, NewFactorRule wanted) {
        boolean empty = rule.effectiveFrom() != null && rule.effectiveFrom().equals(rule.effectiveTo());
        boolean over = rule.effectiveTo() != null
                && wanted.effectiveFrom() != null
                && !rule.effectiveTo().isAfter(wanted.effectiveFrom());
        boolean later = wanted.effectiveTo() != null
                && rule.effectiveFrom() != null
                && !wanted.effectiveTo().isAfter(rule.effectiveFrom());
        return !empty && !over && !later;
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Center.CITY_ZONE).toInstant();
    }
}
