package io.yuanqing.center.registry;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.registry.Certificate.Owner;
import io.yuanqing.center.registry.Certificate.Warning;
import io.yuanqing.center.rules.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Certificates with their ends. A renewal is a new one that names the old one; neither is edited away. */
@Repository
public class Certificates {

    private static final int MOST = 5_000;

    private static final String SELECT = """
            select z.*, e.id as at_enterprise, coalesce(k.id, sk.id) as at_contractor,
                   case when z.enterprise_id is not null then e.name
                        when z.equipment_id is not null then e.name || ' · ' || p.name || ' · ' || q.name
                        when z.staff_id is not null then sk.name || ' · ' || s.name
                        else k.name end as owner
            from certificate z
              left join equipment q on q.id = z.equipment_id
              left join monitoring_point p on p.id = q.point_id
              left join outlet o on o.id = p.outlet_id
              left join enterprise e on e.id = coalesce(z.enterprise_id, o.enterprise_id)
              left join contractor k on k.id = z.contractor_id
              left join contractor_staff s on s.id = z.staff_id
              left join contractor sk on sk.id = s.contractor_id
            """;

    private static final String IN_SCOPE =
            """
            (z.enterprise_id in (select e.id from enterprise e where true
            """ + Scoped.CONDITION + """
            ) or z.equipment_id in (select q.id from equipment q join monitoring_point p on p.id = q.point_id
                join outlet o on o.id = p.outlet_id join enterprise e on e.id = o.enterprise_id where true
            """ + Scoped.POINTS + """
            ) or coalesce(z.contractor_id, s.contractor_id) in (select k.id from contractor k where true
            """ + Contractors.SCOPE + "))";

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Rules rules;
    private final Clock clock;
    private final Acts acts;

    Certificates(JdbcClient jdbc, Caller caller, Rules rules, Clock clock, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.rules = rules;
        this.clock = clock;
        this.acts = acts;
    }

    /** Those in the caller's scope, the first to end first; renewed ones and those without end last. */
    public List<Certificate> find(CertificateFilter filter) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("enterprise", filter.enterprise());
        parameters.put("contractor", filter.contractor());
        parameters.put("county", filter.county());
        parameters.put("expiringBy", filter.expiringBy());
        parameters.put("most", MOST);
        return query(SELECT + " where " + IN_SCOPE + """
                          and (cast(:enterprise as bigint) is null or e.id = :enterprise)
                          and (cast(:contractor as bigint) is null or coalesce(k.id, sk.id) = :contractor)
                          and (cast(:county as text) is null or e.county = :county)
                          and (cast(:expiringBy as date) is null or (z.expires_on <= :expiringBy and z.renewed_by is null
                            and q.removed_on is null and s.left_on is null))
                        order by z.renewed_by is not null, z.expires_on nulls last, z.id limit :most
                        """, parameters);
    }

    /** How many days before an end the first, second and last warning come, today. */
    WarningDays warningDays() {
        LocalDate today = today();
        return new WarningDays(
                rules.number("CERTIFICATE_WARNING_FIRST_DAYS", today).intValue(),
                rules.number("CERTIFICATE_WARNING_SECOND_DAYS", today).intValue(),
                rules.number("CERTIFICATE_WARNING_LAST_DAYS", today).intValue());
    }

    /** The last day on which what ends is warned of today. */
    LocalDate warnedUntil() {
        return today().plusDays(warningDays().first());
    }

    /** @throws Refusal 404 when the owner does not lie in the caller's scope, 400 naming each field that is wrong */
    @Transactional
    public Certificate register(Owner owner, long ownerId, CertificateDetails wanted) {
        wanted.findings().refuse();
        Certificate registered = inScope(insert(owner, ownerId, wanted))
                .orElseThrow(() -> Refusal.notFound("There is no " + owner + " with the id " + ownerId));
        acts.record("CERTIFICATE_REGISTERED", subject(registered), null, registered);
        return registered;
    }

    /** Corrects what is on record. @throws Refusal 404, 400 */
    @Transactional
    public Certificate change(long id, CertificateDetails wanted) {
        Certificate before = require(id);
        wanted.findings().refuse();
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("id", id);
        jdbc.sql("""
                        update certificate set kind = :kind, name = :name, number = :number, issuer = :issuer,
                          issued_on = cast(:issuedOn as date), expires_on = cast(:expiresOn as date) where id = :id
                        """).params(columns).update();
        Certificate after = require(id);
        if (!after.equals(before)) {
            acts.record("CERTIFICATE_CHANGED", subject(after), before, after);
        }
        return after;
    }

    /** Puts a new one in the place of one that ends. @throws Refusal 404, 400, 409 when it was renewed before */
    @Transactional
    public Certificate renew(long id, CertificateDetails wanted) {
        Certificate before = require(id);
        if (before.renewedBy() != null) {
            throw Refusal.conflict("Certificate " + id + " was renewed by " + before.renewedBy() + "; renew that one");
        }
        wanted.findings().refuse();
        Certificate renewed = require(insert(before.ownerKind(), before.ownerId(), wanted));
        jdbc.sql("update certificate set renewed_by = :by where id = :id")
                .param("by", renewed.id())
                .param("id", id)
                .update();
        acts.record("CERTIFICATE_RENEWED", subject(renewed), before, renewed);
        return renewed;
    }

    private long insert(Owner owner, long ownerId, CertificateDetails wanted) {
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("owner", ownerId);
        String table = switch (owner) {
            case ENTERPRISE -> "enterprise";
            case CONTRACTOR -> "contractor";
            case STAFF -> "contractor_staff";
            case EQUIPMENT -> "equipment";
        };
        return jdbc.sql("""
                        insert into certificate (%s, kind, name, number, issuer, issued_on, expires_on)
                        select id, :kind, :name, :number, :issuer, cast(:issuedOn as date), cast(:expiresOn as date)
                        from %s where id = :owner
                        returning id
                        """.formatted(column(owner), table))
                .params(columns)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no " + owner + " with the id " + ownerId));
    }

    private static String column(Owner owner) {
        return owner.name().toLowerCase(java.util.Locale.ROOT) + "_id";
    }

    private static String subject(Certificate certificate) {
        return certificate.enterpriseId() != null
                ? "enterprise:" + certificate.enterpriseId()
                : "contractor:" + certificate.contractorId();
    }

    private Certificate require(long id) {
        return inScope(id).orElseThrow(() -> Refusal.notFound("There is no certificate with the id " + id));
    }

    private Optional<Certificate> inScope(long id) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("id", id);
        return query(SELECT + " where z.id = :id and " + IN_SCOPE, parameters).stream()
                .findFirst();
    }

    private List<Certificate> query(String sql, Map<String, @Nullable Object> parameters) {
        WarningDays days = warningDays();
        LocalDate today = today();
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> row(row, days, today))
                .list();
    }

    private Map<String, @Nullable Object> scoped() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Scoped.bind(parameters, caller.scope());
        return parameters;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
    }

    private static Certificate row(ResultSet row, WarningDays days, LocalDate today) throws SQLException {
        Owner kind = Owner.ENTERPRISE;
        long owner = row.getLong(column(kind));
        for (Owner one : Owner.values()) {
            Long id = row.getObject(column(one), Long.class);
            if (id != null) {
                kind = one;
                owner = id;
            }
        }
        LocalDate expiresOn = row.getObject("expires_on", LocalDate.class);
        Long renewedBy = row.getObject("renewed_by", Long.class);
        return new Certificate(
                row.getLong("id"),
                kind,
                owner,
                row.getString("owner"),
                row.getObject("at_enterprise", Long.class),
                row.getObject("at_contractor", Long.class),
                CertificateKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("number"),
                row.getString("issuer"),
                row.getObject("issued_on", LocalDate.class),
                expiresOn,
                expiresOn == null ? null : (int) ChronoUnit.DAYS.between(today, expiresOn),
                renewedBy == null ? days.of(expiresOn, today) : Warning.NONE,
                renewedBy);
    }
}
