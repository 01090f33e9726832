package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of limits in the database. */
@Component
class LimitRows {

    private static final String SELECT = """
            select l.id, l.point_id, l.standard_limit_id, l.permit_number, s.standard, s.clause, s.confidence, l.factor,
                   l.period, l.bound, l.value, l.unit, l.reference_oxygen, l.as_measured, l.effective_from,
                   l.effective_to, l.note, l.registered_at, l.registered_by
            from point_limit l left join standard_limit s on s.id = l.standard_limit_id
            """;

    private static final String ORDER = " order by l.point_id, l.factor, l.period, l.effective_from nulls first, l.id";

    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StandardLimit> standards() {
        return jdbc.sql("""
                        select id, standard, clause, industry, factor, factor_name, period, printed_period, bound, value,
                               unit, reference_oxygen, as_measured, printed_oxygen, note, confidence
                        from standard_limit order by id
                        """).query(StandardLimit.class).list();
    }

    List<PointLimit> of(Collection<Long> pointIds) {
        return jdbc.sql(SELECT + " where l.point_id = any(:ids)" + ORDER)
                .param("ids", pointIds.toArray(Long[]::new))
                .query(LimitRows::row)
                .list();
    }

    List<PointLimit> all() {
        return jdbc.sql(SELECT + ORDER).query(LimitRows::row).list();
    }

    /** A standard's row, with the values that it has: rows of standards never change. */
    long insert(long pointId, StandardLimit row, NewLimits wanted, Instant now, String by) {
        return insert(
                pointId,
                row.id(),
                null,
                new Value(
                        Objects.requireNonNull(row.factor()),
                        row.period(),
                        row.bound(),
                        row.value(),
                        row.unit(),
                        row.referenceOxygen(),
                        row.asMeasured()),
                wanted,
                now,
                by);
    }

    /** A permit's value. */
    long insert(long pointId, NewLimits.Value value, String unit, NewLimits wanted, Instant now, String by) {
        return insert(
                pointId,
                null,
                Objects.requireNonNull(wanted.permitNumber()).strip(),
                new Value(
                        Objects.requireNonNull(value.factor()),
                        Objects.requireNonNull(value.period()),
                        value.bound() == null ? Bound.UPPER : value.bound(),
                        Objects.requireNonNull(value.value()),
                        unit,
                        value.referenceOxygen(),
                        Boolean.TRUE.equals(value.asMeasured())),
                wanted,
                now,
                by);
    }

    void end(long id, LocalDate effectiveTo) {
        jdbc.sql("update point_limit set effective_to = :to where id = :id")
                .param("to", effectiveTo)
                .param("id", id)
                .update();
    }

    private record Value(
            String factor,
            LimitPeriod period,
            Bound bound,
            BigDecimal value,
            String unit,
            @Nullable BigDecimal referenceOxygen,
            boolean asMeasured) {}

    private long insert(
            long pointId,
            @Nullable Long standardLimitId,
            @Nullable String permitNumber,
            Value value,
            NewLimits wanted,
            Instant now,
            String by) {
        return jdbc.sql("""
                        insert into point_limit (point_id, standard_limit_id, permit_number, factor, period, bound, value, unit,
                            reference_oxygen, as_measured, effective_from, effective_to, note, registered_at, registered_by)
                        values (:point, :standard, :permit, :factor, :period, :bound, :value, :unit,
                            :oxygen, :asMeasured, :from, :to, :note, :at, :by)
                        returning id
                        """)
                .param("point", pointId)
                .param("standard", standardLimitId)
                .param("permit", permitNumber)
                .param("factor", value.factor())
                .param("period", value.period().name())
                .param("bound", value.bound().name())
                .param("value", value.value())
                .param("unit", value.unit())
                .param("oxygen", value.referenceOxygen())
                .param("asMeasured", value.asMeasured())
                .param("from", wanted.effectiveFrom())
                .param("to", wanted.effectiveTo())
                .param("note", wanted.note() == null ? "" : wanted.note())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    private static PointLimit row(ResultSet row, int number) throws SQLException {
        @Nullable String permit = row.getString("permit_number");
        return new PointLimit(
                row.getLong("id"),
                row.getLong("point_id"),
                permit == null ? PointLimit.Source.STANDARD : PointLimit.Source.PERMIT,
                permit == null ? (row.getString("standard") + " " + row.getString("clause")).strip() : permit,
                row.getObject("standard_limit_id", Long.class),
                row.getString("factor"),
                LimitPeriod.valueOf(row.getString("period")),
                Bound.valueOf(row.getString("bound")),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getBigDecimal("reference_oxygen"),
                row.getBoolean("as_measured"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getString("note"),
                row.getString("confidence"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getString("registered_by"));
    }
}
