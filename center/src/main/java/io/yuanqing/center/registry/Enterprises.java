package io.yuanqing.center.registry;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises on record. */
@Repository
public class Enterprises {

    private static final String SELECT = """
            select e.id, e.name, e.county, e.supervision_class, e.industry, e.credit_code, e.address, e.longitude, e.latitude
            from enterprise e
            """;

    private static final String WHERE = """
            where (cast(:county as text) is null or e.county = :county)
              and (cast(:supervisionClass as text) is null or e.supervision_class = :supervisionClass)
              and (cast(:q as text) is null or e.name ilike :q or e.credit_code ilike :q)
            """ + Scoped.CONDITION;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final AuditTrail trail;

    Enterprises(JdbcClient jdbc, Caller caller, AuditTrail trail) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.trail = trail;
    }

    /** One page of the enterprises in the caller's scope, by county and name. */
    public PageOf<Enterprise> find(
            @Nullable String county,
            @Nullable SupervisionClass supervisionClass,
            @Nullable String q,
            int page,
            int size) {
        PageOf.check(page, size);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("county", county);
        parameters.put("supervisionClass", supervisionClass == null ? null : supervisionClass.name());
        parameters.put("q", Scoped.pattern(q));
        Scoped.bind(parameters, caller.scope());
        long total = jdbc.sql("select count(*) from enterprise e " + WHERE)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<Enterprise> items = jdbc.sql(
                        SELECT + WHERE + " order by e.county, e.name, e.id limit :limit offset :offset")
                .params(parameters)
                .query(Enterprise.class)
                .list();
        return new PageOf<>(items, total);
    }

    /** The counties of the enterprises in the caller's scope, in order of their names. */
    public List<String> counties() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql("select distinct e.county from enterprise e where true " + Scoped.CONDITION + " order by 1")
                .params(parameters)
                .query(String.class)
                .list();
    }

    /** For programs without a user; the caller's scope is not applied. */
    public Optional<Enterprise> byId(long id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(Enterprise.class)
                .optional();
    }

    /**
     * Registers an enterprise. Names need not be unique.
     *
     * @throws Refusal naming each field that is wrong
     */
    @Transactional
    public Enterprise register(NewEnterprise wanted) {
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        Enterprise registered = jdbc.sql("""
                        insert into enterprise (name, county, supervision_class, industry, credit_code, address, longitude, latitude)
                        values (btrim(:name), btrim(:county), :supervisionClass, :industry, :creditCode, :address, :longitude, :latitude)
                        returning id, name, county, supervision_class, industry, credit_code, address, longitude, latitude
                        """)
                .param("name", wanted.name())
                .param("county", wanted.county())
                .param("supervisionClass", String.valueOf(wanted.supervisionClass()))
                .param("industry", wanted.industry())
                .param("creditCode", wanted.creditCode())
                .param("address", wanted.address())
                .param("longitude", wanted.longitude())
                .param("latitude", wanted.latitude())
                .query(Enterprise.class)
                .single();
        trail.record("ENTERPRISE_REGISTERED", "enterprise:" + registered.id(), null, registered);
        return registered;
    }
}
