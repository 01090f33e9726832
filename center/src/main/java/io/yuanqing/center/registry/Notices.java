package io.yuanqing.center.registry;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.rules.Calendar;
import io.yuanqing.center.rules.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Change notices with their terms, which are counted in working days. */
@Repository
class Notices {

    private static final String SELECT = """
            select n.*, p.mn, p.name as point_name, e.id as enterprise_id, e.name as enterprise_name
            from change_notice n
              join monitoring_point p on p.id = n.point_id
              join outlet o on o.id = p.outlet_id
              join enterprise e on e.id = o.enterprise_id
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Points points;
    private final Rules rules;
    private final Calendar calendar;
    private final Clock clock;
    private final Acts acts;

    Notices(JdbcClient jdbc, Caller caller, Points points, Rules rules, Calendar calendar, Clock clock, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.points = points;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
        this.acts = acts;
    }

    /** Those over points in the caller's scope, newest first; {@code waiting}: those that wait for an answer only. */
    List<ChangeNotice> find(@Nullable Long enterprise, boolean waiting) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("enterprise", enterprise);
        parameters.put("waiting", waiting);
        parameters.put("today", today());
        return jdbc.sql(SELECT + """
                         where (cast(:enterprise as bigint) is null or e.id = :enterprise)
                          and (not :waiting or (n.kind in ('STOP', 'REMOVAL') and n.decision is null and n.due_on >= :today))
                        """ + Scoped.POINTS + " order by n.id desc limit 5000")
                .params(parameters)
                .query(this::row)
                .list();
    }

    /** @throws Refusal 404 when no point in the caller's scope has that MN, 400 naming each field that is wrong */
    @Transactional
    ChangeNotice file(String mn, NewNotice wanted) {
        MonitoringPoint point =
                points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
        LocalDate today = today();
        wanted.findings(today).refuse();
        NoticeKind kind = Objects.requireNonNull(wanted.kind());
        LocalDate eventOn = Objects.requireNonNull(wanted.eventOn());
        LocalDate filedOn = wanted.filedOn() == null ? today : wanted.filedOn();
        long id = jdbc.sql("""
                        insert into change_notice (point_id, kind, event_on, event_until, text, filed_on, filed_by, due_on)
                        values (:point, :kind, :eventOn, cast(:eventUntil as date), :text, :filedOn, :by, :dueOn) returning id
                        """)
                .param("point", point.id())
                .param("kind", kind.name())
                .param("eventOn", eventOn)
                .param("eventUntil", wanted.eventUntil())
                .param("text", Findings.tidy(wanted.text()))
                .param("filedOn", filedOn)
                .param("by", caller.name())
                .param("dueOn", due(kind, eventOn, filedOn))
                .query(Long.class)
                .single();
        ChangeNotice filed = inScope(id).orElseThrow();
        acts.record("NOTICE_FILED", "point:" + point.id(), null, filed);
        return filed;
    }

    /**
     * Answers an application.
     *
     * @throws Refusal 404; 400 when a refusal has no reason; 409 when it needs no answer, has one, or its term is over
     */
    @Transactional
    ChangeNotice decide(long id, boolean approved, @Nullable String reason) {
        ChangeNotice before =
                inScope(id).orElseThrow(() -> Refusal.notFound("There is no change notice with the id " + id));
        new Findings().text("reason", reason, !approved).refuse();
        if (before.state() != ChangeNotice.State.WAITING) {
            throw Refusal.conflict("Notice " + id + " waits for no answer: it is " + before.state()
                    + (before.state() == ChangeNotice.State.APPROVED_BY_SILENCE ? " since " + before.dueOn() : ""));
        }
        int decided = jdbc.sql("""
                        update change_notice set decision = :decision, decided_on = :on, decided_by = :by, reason = :reason
                        where id = :id and decision is null
                        """)
                .param("decision", approved ? "APPROVED" : "REFUSED")
                .param("on", today())
                .param("by", caller.name())
                .param("reason", Findings.tidy(reason))
                .param("id", id)
                .update();
        if (decided == 0) {
            throw Refusal.conflict("Notice " + id + " is being answered by somebody else at this moment");
        }
        ChangeNotice after = inScope(id).orElseThrow();
        acts.record("NOTICE_DECIDED", "point:" + before.pointId(), before, after);
        return after;
    }

    private LocalDate due(NoticeKind kind, LocalDate eventOn, LocalDate filedOn) {
        LocalDate from = kind.answered() ? filedOn : eventOn;
        String rule = kind.answered() ? "STOP_ANSWER_WORKING_DAYS" : "REGISTRATION_WORKING_DAYS";
        return calendar.workingDays().after(from, rules.number(rule, from).intValueExact());
    }

    private Optional<ChangeNotice> inScope(long id) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("id", id);
        return jdbc.sql(SELECT + " where n.id = :id " + Scoped.POINTS)
                .params(parameters)
                .query(this::row)
                .optional();
    }

    private Map<String, @Nullable Object> scoped() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Scoped.bind(parameters, caller.scope());
        return parameters;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
    }

    private ChangeNotice row(ResultSet row, int number) throws SQLException {
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        LocalDate filedOn = row.getObject("filed_on", LocalDate.class);
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new ChangeNotice(
                row.getLong("id"),
                row.getLong("point_id"),
                row.getString("mn"),
                row.getString("point_name"),
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                kind,
                row.getObject("event_on", LocalDate.class),
                row.getObject("event_until", LocalDate.class),
                row.getString("text"),
                filedOn,
                row.getString("filed_by"),
                dueOn,
                !calendar.workingDays().arrangedFor(dueOn),
                ChangeNotice.state(kind, filedOn, dueOn, row.getString("decision"), today()),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
