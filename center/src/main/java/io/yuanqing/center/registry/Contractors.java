package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contractors on record. Whoever is bound to contractors sees those, whoever is bound to counties or enterprises those
 * that ever operated a point there.
 */
@Repository
public class Contractors {

    /** To be appended to a where clause over contractors (alias {@code k}). */
    static final String SCOPE = """
              and (cast(:scopeContractors as bigint[]) is null or k.id = any(cast(:scopeContractors as bigint[])))
              and ((cast(:scopeCounties as text[]) is null and cast(:scopeEnterprises as bigint[]) is null) or exists (
                select from contract scope_c
                  join monitoring_point p on p.id = scope_c.point_id
                  join outlet o on o.id = p.outlet_id
                  join enterprise e on e.id = o.enterprise_id
                where scope_c.contractor_id = k.id
                  and (cast(:scopeCounties as text[]) is null or e.county = any(cast(:scopeCounties as text[])))
                  and (cast(:scopeEnterprises as bigint[]) is null or e.id = any(cast(:scopeEnterprises as bigint[])))))
            """;

    private static final String SELECT = """
            select k.id, k.name, k.credit_code, k.filing_number, k.contact, k.phone,
                   (select count(*) from contractor_staff s where s.contractor_id = k.id
                      and (s.left_on is null or city_today() < s.left_on)) as staff,
                   (select count(*) from contract c where c.contractor_id = k.id
                      and c.valid_from <= city_today() and (c.last_day is null or city_today() <= c.last_day)) as points
            from contractor k
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Acts acts;

    Contractors(JdbcClient jdbc, Caller caller, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.acts = acts;
    }

    /** Those in the caller's scope, by name. */
    public List<Contractor> all() {
        return jdbc
                .sql(SELECT + " where true " + SCOPE + " order by k.name")
                .params(scoped())
                .query(Contractor.class)
                .list()
                .stream()
                .map(this::shown)
                .toList();
    }

    /** @throws Refusal 404 when there is no such contractor in the caller's scope */
    public Contractor inScope(long id) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("id", id);
        return jdbc.sql(SELECT + " where k.id = :id " + SCOPE)
                .params(parameters)
                .query(Contractor.class)
                .optional()
                .map(this::shown)
                .orElseThrow(() -> Refusal.notFound("There is no contractor with the id " + id));
    }

    /** The one of this name, if it lies in the caller's scope. */
    public Optional<Contractor> named(String name) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("name", name);
        return jdbc.sql(SELECT + " where k.name = :name " + SCOPE)
                .params(parameters)
                .query(Contractor.class)
                .optional()
                .map(this::shown);
    }

    /** @throws Refusal 400 naming each field that is wrong, 409 when its name or credit code is taken */
    @Transactional
    public Contractor register(ContractorDetails wanted) {
        wanted.findings().refuse();
        long id;
        try {
            id = jdbc.sql("""
                            insert into contractor (name, credit_code, filing_number, contact, phone)
                            values (:name, :creditCode, :filingNumber, :contact, :phone) returning id
                            """).params(wanted.columns()).query(Long.class).single();
        } catch (DuplicateKeyException e) {
            throw taken(wanted);
        }
        Contractor registered = byId(id);
        acts.record("CONTRACTOR_REGISTERED", "contractor:" + id, null, registered.masked());
        return registered;
    }

    /** @throws Refusal as {@link #register}; 404; 403 for whoever sees its contact masked only */
    @Transactional
    public Contractor change(long id, ContractorDetails wanted) {
        inScope(id);
        requireContacts();
        wanted.findings().refuse();
        Contractor before = byId(id);
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("id", id);
        try {
            jdbc.sql("""
                            update contractor set name = :name, credit_code = :creditCode, filing_number = :filingNumber,
                              contact = :contact, phone = :phone where id = :id
                            """).params(columns).update();
        } catch (DuplicateKeyException e) {
            throw taken(wanted);
        }
        Contractor after = byId(id);
        if (!after.equals(before)) {
            acts.record("CONTRACTOR_CHANGED", "contractor:" + id, before.masked(), after.masked());
        }
        return after;
    }

    void requireContacts() {
        if (!caller.may(Contacts.READ)) {
            throw Refusal.forbidden("'" + caller.name() + "' sees contacts masked and so cannot change them; "
                    + Contacts.READ + " is needed");
        }
    }

    private static Refusal taken(ContractorDetails wanted) {
        return Refusal.conflict("A contractor named '" + wanted.name() + "' or with the credit code "
                + wanted.creditCode() + " is on record already");
    }

    private Contractor shown(Contractor contractor) {
        return caller.may(Contacts.READ) ? contractor : contractor.masked();
    }

    private Map<String, @Nullable Object> scoped() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Scoped.bind(parameters, caller.scope());
        return parameters;
    }

    private Contractor byId(long id) {
        return jdbc.sql(SELECT + " where k.id = :id")
                .param("id", id)
                .query(Contractor.class)
                .single();
    }
}
