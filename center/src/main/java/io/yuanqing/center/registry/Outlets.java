package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outlets on record. */
@Repository
public class Outlets {

    private static final String SELECT = """
            select o.id, o.enterprise_id, o.code, o.name, o.medium, o.kind, o.receiving_water, o.height, o.longitude, o.latitude
            from outlet o join enterprise e on e.id = o.enterprise_id
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Enterprises enterprises;
    private final Acts acts;

    Outlets(JdbcClient jdbc, Caller caller, Enterprises enterprises, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.enterprises = enterprises;
        this.acts = acts;
    }

    /** @throws Refusal 404 when there is no such enterprise in the caller's scope */
    public List<Outlet> of(long enterprise) {
        enterprises.inScope(enterprise);
        return jdbc.sql(SELECT + " where e.id = :enterprise order by o.code nulls last, o.id")
                .param("enterprise", enterprise)
                .query(Outlet.class)
                .list();
    }

    /** Unscoped: by code or name, in this order. */
    public Optional<Outlet> named(long enterprise, @Nullable String code, String name) {
        return jdbc.sql(SELECT + """
                         where e.id = :enterprise and (o.code = :code or o.name = :name)
                        order by o.code = :code desc nulls last, o.id limit 1
                        """)
                .param("enterprise", enterprise)
                .param("code", code)
                .param("name", name)
                .query(Outlet.class)
                .optional();
    }

    /** @throws Refusal 404, 400 naming each field that is wrong, 409 when the enterprise has that code */
    @Transactional
    public Outlet register(long enterprise, OutletDetails wanted) {
        enterprises.inScope(enterprise);
        wanted.findings().refuse();
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("enterprise", enterprise);
        requireFree(enterprise, 0, columns.get("code"));
        long id = jdbc.sql("""
                        insert into outlet (enterprise_id, code, name, medium, kind, receiving_water, height, longitude, latitude)
                        values (:enterprise, :code, :name, :medium, :kind, :receivingWater, cast(:height as numeric),
                          cast(:longitude as numeric), cast(:latitude as numeric))
                        returning id
                        """).params(columns).query(Long.class).single();
        Outlet registered = byId(id);
        acts.record("OUTLET_REGISTERED", "outlet:" + id, null, registered);
        return registered;
    }

    /** @throws Refusal as {@link #register} */
    @Transactional
    public Outlet change(long id, OutletDetails wanted) {
        Outlet before = inScope(id);
        wanted.findings().refuse();
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("id", id);
        requireFree(before.enterpriseId(), id, columns.get("code"));
        jdbc.sql("""
                        update outlet set code = :code, name = :name, medium = :medium, kind = :kind,
                          receiving_water = :receivingWater, height = cast(:height as numeric),
                          longitude = cast(:longitude as numeric), latitude = cast(:latitude as numeric)
                        where id = :id
                        """).params(columns).update();
        Outlet after = byId(id);
        if (!after.equals(before)) {
            acts.record("OUTLET_CHANGED", "outlet:" + id, before, after);
        }
        return after;
    }

    private void requireFree(long enterprise, long self, @Nullable Object code) {
        if (code == null) {
            return;
        }
        jdbc.sql("select name from outlet where enterprise_id = :enterprise and code = :code and id <> :self")
                .param("enterprise", enterprise)
                .param("code", code)
                .param("self", self)
                .query(String.class)
                .optional()
                .ifPresent(other -> {
                    throw Refusal.conflict(new FieldProblem(
                            "code",
                            "The enterprise has an outlet " + code + " already: '" + other + "'",
                            "TAKEN",
                            List.of(other)));
                });
    }

    private Outlet inScope(long id) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql(SELECT + " where o.id = :id " + Scoped.CONDITION)
                .params(parameters)
                .query(Outlet.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no outlet with the id " + id));
    }

    private Outlet byId(long id) {
        return jdbc.sql(SELECT + " where o.id = :id")
                .param("id", id)
                .query(Outlet.class)
                .single();
    }
}
