package io.yuanqing.center.registry;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.identity.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises on record. */
@Repository
public class Enterprises {

    private static final String FROM = """
            from enterprise e join enterprise_class_today c on c.enterprise_id = e.id
            """;

    private static final String SELECT = """
            select e.id, e.name, e.county, c.supervision_class, e.industry_code, e.industry, e.credit_code, e.address,
                   e.longitude, e.latitude, e.permit_number, e.permit_from, e.permit_until
            """ + FROM;

    private static final String WHERE = """
            where (cast(:county as text) is null or e.county = :county)
              and (cast(:supervisionClass as text) is null or c.supervision_class = :supervisionClass)
              and (cast(:industry as text) is null or e.industry_code like :industry)
              and (cast(:q as text) is null or e.name ilike :q or e.credit_code ilike :q)
              and (cast(:expiringBy as date) is null or e.permit_until <= :expiringBy or exists (
                select from certificate z left join equipment ze on ze.id = z.equipment_id
                  left join monitoring_point zp on zp.id = ze.point_id left join outlet zo on zo.id = zp.outlet_id
                where z.renewed_by is null and z.expires_on <= :expiringBy and ze.removed_on is null
                  and e.id in (z.enterprise_id, zo.enterprise_id)))
            """ + Scoped.CONDITION;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Acts acts;
    private final Industries industries;
    private final SupervisionClasses classes;

    Enterprises(JdbcClient jdbc, Caller caller, Acts acts, Industries industries, SupervisionClasses classes) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.acts = acts;
        this.industries = industries;
        this.classes = classes;
    }

    /** One page of the enterprises in the caller's scope, by county and name. */
    public PageOf<Enterprise> find(EnterpriseFilter filter, int page, int size) {
        PageOf.check(page, size);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("county", filter.county());
        parameters.put(
                "supervisionClass",
                filter.supervisionClass() == null
                        ? null
                        : filter.supervisionClass().name());
        String industry = Findings.tidy(filter.industry());
        parameters.put("industry", industry == null ? null : industry.replaceAll("[^0-9]", "") + "%");
        parameters.put("expiringBy", filter.expiringBy());
        parameters.put("q", Scoped.pattern(filter.q()));
        Scoped.bind(parameters, caller.scope());
        long total = jdbc.sql("select count(*) " + FROM + WHERE)
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

    /** @throws Refusal 404 when there is no such enterprise in the caller's scope */
    public Enterprise inScope(long id) {
        return seen(id).orElseThrow(() -> Refusal.notFound("There is no enterprise with the id " + id));
    }

    /** The one with this id, if it lies in the caller's scope. */
    public Optional<Enterprise> seen(long id) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql(SELECT + " where e.id = :id " + Scoped.CONDITION)
                .params(parameters)
                .query(Enterprise.class)
                .optional();
    }

    /** For programs without a user; the caller's scope is not applied. */
    public Optional<Enterprise> byId(long id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(Enterprise.class)
                .optional();
    }

    /** Unscoped: the one with this credit code. */
    public Optional<Enterprise> byCreditCode(String code) {
        return jdbc.sql(SELECT + " where e.credit_code = :code")
                .param("code", code)
                .query(Enterprise.class)
                .optional();
    }

    /** Those of this name in the caller's scope, two at most: names need not be unique. */
    public List<Enterprise> byName(String name) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("name", name);
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql(SELECT + " where e.name = :name " + Scoped.CONDITION + " order by e.id limit 2")
                .params(parameters)
                .query(Enterprise.class)
                .list();
    }

    /**
     * Registers an enterprise. Names need not be unique.
     *
     * @throws Refusal naming each field that is wrong; 409 when another one has its credit code
     */
    @Transactional
    public Enterprise register(NewEnterprise wanted) {
        EnterpriseDetails details = wanted.details().tidy();
        Findings findings = new Findings().required("supervisionClass", wanted.supervisionClass());
        findings.addAll(details.problems());
        findings.refuse();
        requireWithin(details.county(), null);
        requireUnique(details.creditCode(), null);
        long id =
                jdbc.sql("""
                        insert into enterprise (name, county, industry_code, industry, credit_code, address, longitude, latitude,
                          permit_number, permit_from, permit_until)
                        values (:name, :county, :industryCode, :industry, :creditCode, :address, :longitude, :latitude,
                          :permitNumber, cast(:permitFrom as date), cast(:permitUntil as date))
                        returning id
                        """).params(columns(named(details))).query(Long.class).single();
        classes.open(id, Objects.requireNonNull(wanted.supervisionClass()));
        Enterprise registered = byId(id).orElseThrow();
        acts.record("ENTERPRISE_REGISTERED", "enterprise:" + id, null, registered);
        return registered;
    }

    /**
     * Replaces what can be edited of an enterprise.
     *
     * @throws Refusal 404 when it does not lie in the caller's scope, 400 naming each field that is wrong, 409 when
     *     another one has its credit code
     */
    @Transactional
    public Enterprise change(long id, EnterpriseDetails wanted) {
        Enterprise before = inScope(id);
        EnterpriseDetails details = wanted.tidy();
        Findings findings = new Findings();
        findings.addAll(details.problems());
        findings.refuse();
        requireWithin(details.county(), id);
        requireUnique(details.creditCode(), id);
        Map<String, @Nullable Object> columns = columns(named(details));
        columns.put("id", id);
        jdbc.sql("""
                        update enterprise set name = :name, county = :county, industry_code = :industryCode, industry = :industry,
                          credit_code = :creditCode, address = :address, longitude = cast(:longitude as numeric),
                          latitude = cast(:latitude as numeric), permit_number = :permitNumber,
                          permit_from = cast(:permitFrom as date), permit_until = cast(:permitUntil as date)
                        where id = :id
                        """).params(columns).update();
        Enterprise after = byId(id).orElseThrow();
        if (!after.equals(before)) {
            acts.record("ENTERPRISE_CHANGED", "enterprise:" + id, before, after);
        }
        return after;
    }

    /** A code of the dictionary brings its name along. */
    private EnterpriseDetails named(EnterpriseDetails details) {
        String code = details.industryCode();
        if (code == null || details.industry() != null) {
            return details;
        }
        return details.withIndustry(industries
                .name(code)
                .orElseThrow(() -> Refusal.invalid(List.of(new FieldProblem(
                        "industry",
                        "is missing; the class " + code + " is none of GET /api/industries, so its name is needed",
                        "INDUSTRY_NAME",
                        List.of(code))))));
    }

    /** What a bound writer put on record elsewhere would vanish before its eyes. */
    private void requireWithin(@Nullable String county, @Nullable Long enterprise) {
        Scope scope = caller.signedIn().map(SignedIn::scope).orElse(Scope.CITY);
        boolean elsewhere = scope.counties() != null && !scope.counties().contains(String.valueOf(county));
        if (elsewhere || (enterprise == null && (scope.enterprises() != null || scope.contractors() != null))) {
            throw Refusal.invalid(List.of(new FieldProblem(
                    "county",
                    "'" + county + "' lies outside of your data scope; somebody with a wider one can register it",
                    "OUTSIDE_SCOPE",
                    List.of(String.valueOf(county)))));
        }
    }

    private void requireUnique(@Nullable String creditCode, @Nullable Long self) {
        if (creditCode == null) {
            return;
        }
        byCreditCode(creditCode)
                .filter(other -> !Objects.equals(other.id(), self))
                .ifPresent(other -> {
                    String name = seen(other.id()).map(Enterprise::name).orElse("…");
                    throw Refusal.conflict(new FieldProblem(
                            "creditCode",
                            "The credit code " + creditCode + " is that of '" + name
                                    + "'; an enterprise is registered once",
                            "TAKEN",
                            List.of(name)));
                });
    }

    private static Map<String, @Nullable Object> columns(EnterpriseDetails details) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", details.name());
        columns.put("county", details.county());
        columns.put("industryCode", details.industryCode());
        columns.put("industry", details.industry());
        columns.put("creditCode", details.creditCode());
        columns.put("address", details.address());
        columns.put("longitude", details.longitude());
        columns.put("latitude", details.latitude());
        columns.put("permitNumber", details.permitNumber());
        columns.put("permitFrom", details.permitFrom());
        columns.put("permitUntil", details.permitUntil());
        return columns;
    }
}
