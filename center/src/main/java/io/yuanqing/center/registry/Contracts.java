package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Caller;
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

/** Contracts between points and contractors. */
@Repository
public class Contracts {

    private static final String SELECT = """
            select c.id, c.point_id, p.mn, p.name as point_name, e.id as enterprise_id, e.name as enterprise_name,
                   k.id as contractor_id, k.name as contractor_name, c.number, c.valid_from, c.last_day
            from contract c
              join contractor k on k.id = c.contractor_id
              join monitoring_point p on p.id = c.point_id
              join outlet o on o.id = p.outlet_id
              join enterprise e on e.id = o.enterprise_id
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Points points;
    private final Contractors contractors;
    private final Acts acts;

    Contracts(JdbcClient jdbc, Caller caller, Points points, Contractors contractors, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.points = points;
        this.contractors = contractors;
        this.acts = acts;
    }

    /** Those over points in the caller's scope, newest first within a point; what is null does not restrict. */
    public List<Contract> find(@Nullable Long enterprise, @Nullable Long contractor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("enterprise", enterprise);
        parameters.put("contractor", contractor);
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql(SELECT + """
                         where (cast(:enterprise as bigint) is null or e.id = :enterprise)
                          and (cast(:contractor as bigint) is null or k.id = :contractor)
                        """ + Scoped.POINTS + " order by e.id, p.id, c.valid_from desc limit 10000")
                .params(parameters)
                .query(Contract.class)
                .list();
    }

    /** Who operates that point on that day. Unscoped: for the server's own work. */
    public Optional<Contract> at(long pointId, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + " where p.id = :point and c.valid_from <= :day and (c.last_day is null or :day <= c.last_day)")
                .param("point", pointId)
                .param("day", day)
                .query(Contract.class)
                .optional();
    }

    /**
     * Puts a contract on record.
     *
     * @throws Refusal 404, 400 naming each field that is wrong, 409 naming the contract over the same point and days
     */
    @Transactional
    public Contract register(NewContract wanted) {
        wanted.findings().refuse();
        String mn = Objects.requireNonNull(wanted.mn());
        MonitoringPoint point =
                points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
        contractors.inScope(Objects.requireNonNull(wanted.contractorId()));
        requireFree(point, 0, Objects.requireNonNull(wanted.validFrom()), wanted.lastDay());
        long id = jdbc.sql("""
                        insert into contract (point_id, contractor_id, number, valid_from, last_day)
                        values (:point, :contractor, :number, :from, cast(:last as date)) returning id
                        """)
                .param("point", point.id())
                .param("contractor", wanted.contractorId())
                .param("number", Findings.tidy(wanted.number()))
                .param("from", wanted.validFrom())
                .param("last", wanted.lastDay())
                .query(Long.class)
                .single();
        Contract registered = byId(id);
        acts.record("CONTRACT_REGISTERED", "point:" + point.id(), null, registered);
        return registered;
    }

    /**
     * Gives a contract another last day: an end before its time, or an extension.
     *
     * @throws Refusal 404, 400, or 409 as {@link #register}
     */
    @Transactional
    public Contract end(long id, @Nullable LocalDate lastDay) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        Scoped.bind(parameters, caller.scope());
        Contract before = jdbc.sql(SELECT + " where c.id = :id " + Scoped.POINTS)
                .params(parameters)
                .query(Contract.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no contract with the id " + id));
        new Findings().order("lastDay", before.validFrom(), lastDay).refuse();
        requireFree(points.byId(before.pointId()).orElseThrow(), id, before.validFrom(), lastDay);
        jdbc.sql("update contract set last_day = cast(:last as date) where id = :id")
                .param("last", lastDay)
                .param("id", id)
                .update();
        Contract after = byId(id);
        if (!after.equals(before)) {
            acts.record("CONTRACT_ENDED", "point:" + before.pointId(), before, after);
        }
        return after;
    }

    /** A trigger of the table keeps to the same rule; this names the other contract. */
    private void requireFree(MonitoringPoint point, long self, LocalDate from, @Nullable LocalDate last) {
        jdbc.sql("select id from monitoring_point where id = :id for update")
                .param("id", point.id())
                .query(Long.class)
                .single();
        jdbc.sql(SELECT + """
                         where p.id = :point and c.id <> :self
                          and daterange(c.valid_from, c.last_day, '[]') && daterange(:from, cast(:last as date), '[]')
                        order by c.valid_from limit 1
                        """)
                .param("point", point.id())
                .param("self", self)
                .param("from", from)
                .param("last", last)
                .query(Contract.class)
                .optional()
                .ifPresent(other -> {
                    String end = other.lastDay() == null ? "no fixed end" : String.valueOf(other.lastDay());
                    throw Refusal.conflict(new FieldProblem(
                            "validFrom",
                            "Point '" + point.name() + "' is under a contract with '" + other.contractorName()
                                    + "' from "
                                    + other.validFrom() + " to " + end
                                    + "; end that one first, a point has one contractor on a day",
                            "OVERLAP",
                            List.of(
                                    other.contractorName(),
                                    String.valueOf(other.validFrom()),
                                    other.lastDay() == null ? "…" : end)));
                });
    }

    private Contract byId(long id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(Contract.class)
                .single();
    }
}
