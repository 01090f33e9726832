package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Instruments and loggers at the points, those that were removed included. */
@Repository
public class EquipmentRegister {

    private static final String SELECT = """
            select q.*, p.mn, p.name as point_name
            from equipment q
              join monitoring_point p on p.id = q.point_id
              join outlet o on o.id = p.outlet_id
              join enterprise e on e.id = o.enterprise_id
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Points points;
    private final Acts acts;

    EquipmentRegister(JdbcClient jdbc, Caller caller, Points points, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.points = points;
        this.acts = acts;
    }

    /** At the points of an enterprise that lie in the caller's scope: what is in place first, by point and kind. */
    public List<Equipment> of(long enterprise) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("enterprise", enterprise);
        return jdbc.sql(SELECT + " where e.id = :enterprise " + Scoped.POINTS
                        + " order by q.removed_on nulls first, p.id, q.kind, q.id")
                .params(parameters)
                .query(EquipmentRegister::row)
                .list();
    }

    /** Unscoped: at a point, with that serial number. */
    public Optional<Equipment> bySerial(long point, String serial) {
        return jdbc.sql(SELECT
                        + " where p.id = :point and q.serial = :serial order by q.removed_on nulls first limit 1")
                .param("point", point)
                .param("serial", serial)
                .query(EquipmentRegister::row)
                .optional();
    }

    /** Unscoped: what stands at a point now. */
    public List<Equipment> inPlace(long point) {
        return jdbc.sql(SELECT + " where p.id = :point and q.removed_on is null order by q.id")
                .param("point", point)
                .query(EquipmentRegister::row)
                .list();
    }

    /** @throws Refusal 404 when no point in the caller's scope has that MN, 400 naming each field that is wrong */
    @Transactional
    public Equipment register(String mn, EquipmentDetails wanted) {
        MonitoringPoint point =
                points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
        Equipment registered = insert(point.id(), wanted, null);
        acts.record("EQUIPMENT_REGISTERED", "equipment:" + registered.id(), null, registered);
        return registered;
    }

    /** @throws Refusal 404, 400 naming each field that is wrong */
    @Transactional
    public Equipment change(long id, EquipmentDetails wanted) {
        Equipment before = inScope(id);
        Findings findings = wanted.findings();
        findings.order("installedOn", wanted.installedOn(), before.removedOn()).refuse();
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("id", id);
        jdbc.sql("""
                        update equipment set kind = :kind, name = :name, factors = :factors, maker = :maker, model = :model,
                          serial = :serial, principle = :principle, range_low = cast(:rangeLow as numeric),
                          range_high = cast(:rangeHigh as numeric), unit = :unit,
                          detection_limit = cast(:detectionLimit as numeric), product_certificate = :productCertificate,
                          installed_on = cast(:installedOn as date), accepted_on = cast(:acceptedOn as date)
                        where id = :id
                        """).params(columns).update();
        Equipment after = byId(id);
        if (!after.equals(before)) {
            acts.record("EQUIPMENT_CHANGED", "equipment:" + id, before, after);
        }
        return after;
    }

    /**
     * Removes what stands there from that day on.
     *
     * @throws Refusal 404; 400 when it was removed before or stood there later only
     */
    @Transactional
    public Equipment remove(long id, LocalDate on) {
        Equipment before = inScope(id);
        close(before, on);
        Equipment after = byId(id);
        acts.record("EQUIPMENT_REMOVED", "equipment:" + id, before, after);
        return after;
    }

    /**
     * Puts another one in its place: the old one ends and the new one begins on the same day.
     *
     * @param wanted its day of installation is the day of the replacement
     * @throws Refusal as {@link #remove}, and naming each field that is wrong
     */
    @Transactional
    public Equipment replace(long id, EquipmentDetails wanted) {
        Equipment before = inScope(id);
        wanted.findings().required("installedOn", wanted.installedOn()).refuse();
        close(before, java.util.Objects.requireNonNull(wanted.installedOn()));
        Equipment after = insert(before.pointId(), wanted, id);
        acts.record("EQUIPMENT_REPLACED", "equipment:" + after.id(), before, after);
        return after;
    }

    private void close(Equipment present, LocalDate on) {
        if (present.removedOn() != null) {
            throw Refusal.conflict(
                    "'" + present.name() + "' (id " + present.id() + ") was removed on " + present.removedOn());
        }
        new Findings().order("on", present.installedOn(), on).refuse();
        jdbc.sql("update equipment set removed_on = :on where id = :id")
                .param("on", on)
                .param("id", present.id())
                .update();
    }

    private Equipment insert(long point, EquipmentDetails wanted, @Nullable Long replaces) {
        wanted.findings().refuse();
        Map<String, @Nullable Object> columns = wanted.columns();
        columns.put("point", point);
        columns.put("replaces", replaces);
        long id = jdbc.sql("""
                        insert into equipment (point_id, kind, name, factors, maker, model, serial, principle, range_low, range_high,
                          unit, detection_limit, product_certificate, installed_on, accepted_on, replaces)
                        values (:point, :kind, :name, :factors, :maker, :model, :serial, :principle, cast(:rangeLow as numeric),
                          cast(:rangeHigh as numeric), :unit, cast(:detectionLimit as numeric), :productCertificate,
                          cast(:installedOn as date), cast(:acceptedOn as date), cast(:replaces as bigint))
                        returning id
                        """).params(columns).query(Long.class).single();
        return byId(id);
    }

    /** @throws Refusal 404 when there is none in the caller's scope */
    Equipment inScope(long id) {
        Map<String, @Nullable Object> parameters = scoped();
        parameters.put("id", id);
        return jdbc.sql(SELECT + " where q.id = :id " + Scoped.POINTS)
                .params(parameters)
                .query(EquipmentRegister::row)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no equipment with the id " + id));
    }

    private Equipment byId(long id) {
        return jdbc.sql(SELECT + " where q.id = :id")
                .param("id", id)
                .query(EquipmentRegister::row)
                .single();
    }

    private Map<String, @Nullable Object> scoped() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Scoped.bind(parameters, caller.scope());
        return parameters;
    }

    private static Equipment row(ResultSet row, int number) throws SQLException {
        return new Equipment(
                row.getLong("id"),
                row.getLong("point_id"),
                row.getString("mn"),
                row.getString("point_name"),
                EquipmentKind.valueOf(row.getString("kind")),
                row.getString("name"),
                List.of((String[]) row.getArray("factors").getArray()),
                row.getString("maker"),
                row.getString("model"),
                row.getString("serial"),
                row.getString("principle"),
                row.getBigDecimal("range_low"),
                row.getBigDecimal("range_high"),
                row.getString("unit"),
                row.getBigDecimal("detection_limit"),
                row.getString("product_certificate"),
                row.getObject("installed_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getObject("removed_on", LocalDate.class),
                row.getObject("replaces", Long.class));
    }
}
