package io.yuanqing.center.readings.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sums up hour values in the database. */
@Component
class TableValues {

    private static final int DECIMALS = 3;

    /**
     * A point's part of a row or of several rows.
     *
     * @param subject number of the subject
     */
    record Slot(int subject, long point, Instant from, Instant to) {}

    /** Of which row a cell is; {@code start} null: of the row that holds everything. */
    record Place(int subject, @Nullable Instant start) {}

    /**
     * Slot by slot: the newest version of each hour comes off the primary key in order, the flow of the hour is laid beside
     * each of its values, and both are summed up before the next slot is read, so that nothing large is sorted. What an
     * hour's flow is: the reported total, else the mean over 3,600 s.
     */
    private static final String SUMS = """
            with slot as (
              select * from unnest(?::int[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                as s (subject, point_id, first, until)
            ), part as (
              select s.subject, v.*
              from slot s cross join lateral (
                select %s as period, factor, count(*) as hours, count(*) filter (where valid) as valid_hours,
                       count(avg) filter (where valid) as avg_hours, sum(avg) filter (where valid) as avg_sum,
                       max(scale(avg)) filter (where valid) as digits, %s as least, %s as greatest,
                       count(zs_avg) filter (where valid) as zs_hours, sum(zs_avg) filter (where valid) as zs_sum,
                       max(scale(zs_avg)) filter (where valid) as zs_digits, %s as zs_least, %s as zs_greatest,
                       sum(volume) as volume, count(volume) as volume_hours,
                       sum(avg * flow) filter (where valid) as load, count(avg * flow) filter (where valid) as load_hours,
                       sum(flow) filter (where valid and avg is not null) as load_flow,
                       min(flag) filter (where not valid) as flag
                from (
                  select newest.*, max(volume) over (partition by start) as flow
                  from (
                    select distinct on (h.start, h.factor)
                           h.start, h.factor, h.avg, h.min, h.max, h.zs_avg, h.zs_min, h.zs_max, h.flag,
                           coalesce(h.flag, 'N') = 'N' as valid,
                           case when h.factor in ('w00000', 'a00000') and coalesce(h.flag, 'N') = 'N' then
                             coalesce(case when h.cou >= 0 then h.cou end,
                                      case when h.avg >= 0 then h.avg * case h.factor when 'w00000' then ? else ? end end)
                           end as volume
                    from hour_value h
                    where h.point_id = s.point_id and h.start >= s.first and h.start < s.until
                      and h.start >= ? and h.start < ? and h.factor = any (?)
                    order by h.start, h.factor, h.position desc) newest) hour
                group by 1, 2) v
            )
            select subject, period, factor, sum(hours) as hours, sum(valid_hours) as valid_hours,
                   sum(avg_hours) as avg_hours, sum(avg_sum) / nullif(sum(avg_hours), 0) as mean, max(digits) as digits,
                   min(least) as least, max(greatest) as greatest,
                   sum(zs_sum) / nullif(sum(zs_hours), 0) as zs_mean, max(zs_digits) as zs_digits,
                   min(zs_least) as zs_least, max(zs_greatest) as zs_greatest,
                   sum(volume) as volume, sum(volume_hours) as volume_hours,
                   sum(load) as load, sum(load_hours) as load_hours, sum(load_flow) as load_flow, min(flag) as flag
            from part group by 1, 2, 3
            """;

    private final JdbcTemplate patient;
    private final JdbcTemplate impatient;

    TableValues(JdbcTemplate sql, TablesSettings limits) {
        this.patient = within(sql, limits.longestExportQuery());
        this.impatient = within(sql, limits.longestQuery());
    }

    private static JdbcTemplate within(JdbcTemplate sql, Duration limit) {
        JdbcTemplate limited = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        limited.setQueryTimeout((int) limit.toSeconds());
        return limited;
    }

    /**
     * Cells by row and factor; what has no hour at all is missing.
     *
     * @param by null: of each subject one row that holds everything
     * @param forExport nobody sits before a page and waits for it
     */
    Map<Place, Map<String, TableCell>> read(
            List<Slot> slots, Collection<TableColumn> columns, @Nullable TablePeriod by, boolean forExport) {
        Map<Place, Map<String, TableCell>> cells = new HashMap<>();
        if (slots.isEmpty() || columns.isEmpty()) {
            return cells;
        }
        Map<String, TableColumn> byFactor = new TreeMap<>();
        columns.forEach(column -> byFactor.put(column.factor(), column));
        boolean single = by == TablePeriod.HOUR;
        (forExport ? patient : impatient)
                .query(
                        sums(by),
                        row -> {
                            TableColumn column = byFactor.get(row.getString("factor"));
                            if (column != null) {
                                Timestamp start = row.getTimestamp("period");
                                Place place =
                                        new Place(row.getInt("subject"), start == null ? null : start.toInstant());
                                cells.computeIfAbsent(place, at -> new TreeMap<>())
                                        .put(column.factor(), cell(row, column, single));
                            }
                        },
                        parameters(slots, byFactor.keySet()));
        return cells;
    }

    private static String sums(@Nullable TablePeriod by) {
        String period = by == null
                ? "cast(null as timestamptz)"
                : by == TablePeriod.HOUR ? "start" : "date_trunc('" + by.unit() + "', start, 'Asia/Shanghai')";
        boolean own = by == TablePeriod.HOUR;
        return SUMS.formatted(
                period,
                extreme("min", own ? "coalesce(min, avg)" : "avg"),
                extreme("max", own ? "coalesce(max, avg)" : "avg"),
                extreme("min", own ? "coalesce(zs_min, zs_avg)" : "zs_avg"),
                extreme("max", own ? "coalesce(zs_max, zs_avg)" : "zs_avg"));
    }

    private static String extreme(String which, String of) {
        return which + "(" + of + ") filter (where valid)";
    }

    private static Object[] parameters(List<Slot> slots, Collection<String> factors) {
        List<String> read = new ArrayList<>(factors);
        read.add(TableColumn.WATER_FLOW);
        read.add(TableColumn.GAS_FLOW);
        return new Object[] {
            slots.stream().map(Slot::subject).toArray(Integer[]::new),
            slots.stream().map(Slot::point).toArray(Long[]::new),
            slots.stream().map(slot -> slot.from().toString()).toArray(String[]::new),
            slots.stream().map(slot -> slot.to().toString()).toArray(String[]::new),
            TableColumn.cubicMetres(TableColumn.WATER_FLOW),
            TableColumn.cubicMetres(TableColumn.GAS_FLOW),
            Timestamp.from(
                    slots.stream().map(Slot::from).min(Instant::compareTo).orElseThrow()),
            Timestamp.from(slots.stream().map(Slot::to).max(Instant::compareTo).orElseThrow()),
            read.toArray(String[]::new)
        };
    }

    private static TableCell cell(ResultSet row, TableColumn column, boolean single) throws SQLException {
        boolean flow = TableColumn.flow(column.factor());
        BigDecimal load = row.getBigDecimal("load");
        BigDecimal loadFlow = row.getBigDecimal("load_flow");
        boolean weighted = column.weighted()
                && !single
                && load != null
                && loadFlow != null
                && loadFlow.signum() > 0
                && row.getLong("load_hours") == row.getLong("avg_hours");
        BigDecimal mean = weighted && load != null && loadFlow != null
                ? load.divide(loadFlow, MathContext.DECIMAL64)
                : row.getBigDecimal("mean");
        BigDecimal amount = flow
                ? row.getBigDecimal("volume")
                : load == null || column.amountUnit() == null ? null : load.multiply(column.kilograms());
        return new TableCell(
                row.getLong("hours"),
                row.getLong("valid_hours"),
                digits(mean, row.getInt("digits")),
                row.getBigDecimal("least"),
                row.getBigDecimal("greatest"),
                digits(row.getBigDecimal("zs_mean"), row.getInt("zs_digits")),
                row.getBigDecimal("zs_least"),
                row.getBigDecimal("zs_greatest"),
                amount == null ? null : amount(amount),
                amount == null ? 0 : row.getLong(flow ? "volume_hours" : "load_hours"),
                weighted,
                single ? row.getString("flag") : null);
    }

    /** As many digits as the hours have: a mean is not more exact than what it is made of. */
    private static @Nullable BigDecimal digits(@Nullable BigDecimal mean, int scale) {
        return mean == null ? null : mean.setScale(scale, RoundingMode.HALF_EVEN);
    }

    /** To the gram or the litre; of less than one kilogram three digits that count. */
    private static BigDecimal amount(BigDecimal amount) {
        if (amount.abs().compareTo(BigDecimal.ONE) >= 0 || amount.signum() == 0) {
            return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        }
        return amount.round(new MathContext(DECIMALS));
    }
}
