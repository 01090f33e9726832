package io.yuanqing.benchmark.web;

import io.yuanqing.benchmark.ingest.CenterDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * Many points and their hours, put into the database as the server would have put them in: points over nine counties, COD
 * and flow for every hour, in the order of time, as they come in; each month's rows first and its key then, since that is
 * quicker.
 */
final class LargeCity {

    /** MNs are this and a number of six digits. */
    static final String PREFIX = "WEB";

    private static final String COUNTIES =
            "array['红塔区','江川区','澄江市','通海县','华宁县','易门县','峨山彝族自治县','新平彝族傣族自治县','元江哈尼族彝族傣族自治县']";

    private final CenterDatabase database;
    private final int points;

    LargeCity(CenterDatabase database, int points) {
        this.database = database;
        this.points = points;
    }

    void register() throws SQLException {
        database.execute("""
                insert into enterprise (name, county, industry, longitude, latitude)
                select '基准企业' || n, (%s)[1 + n %% 9], '污水处理', 102 + (n %% 90) / 100.0, 24 + (n / 90 %% 90) / 100.0
                from generate_series(1, %d) n""".formatted(COUNTIES, (points + 1) / 2));
        database.execute("""
                insert into enterprise_class (enterprise_id, supervision_class)
                select id, case when id % 4 = 0 then 'KEY' else 'GENERAL' end from enterprise""");
        database.execute("""
                insert into outlet (enterprise_id, name, medium)
                select e.id, '排放口' || o, 'WATER' from enterprise e, generate_series(1, 2) o order by e.id, o limit %d
                """.formatted(points));
        database.execute("""
                insert into monitoring_point (outlet_id, mn, name, medium, st, edition, factors, assessed_factors)
                select id, '%s' || lpad((row_number() over (order by id) - 1)::text, 6, '0'), name, 'WATER', '32', '2017',
                       array['w01018','w00000'], array['w01018']
                from outlet""".formatted(PREFIX));
        database.execute("insert into logger_binding (mn, point_id) select mn, id from monitoring_point");
        database.execute("""
                insert into point_limit (point_id, permit_number, factor, period, bound, value, unit, as_measured, note,
                                         registered_at, registered_by)
                select id, 'P-' || id, 'w01018', 'DAY', 'UPPER', 50, 'mg/L', true, '', now(), 'bench' from monitoring_point""");
    }

    /** @param first day with hours; the last is yesterday */
    void hours(LocalDate first, LocalDate today) throws SQLException {
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(today); month = month.plusMonths(1)) {
            LocalDate from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
            LocalDate to = month.plusMonths(1).atDay(1).isAfter(today)
                    ? today
                    : month.plusMonths(1).atDay(1);
            month(month, from, to);
        }
        database.execute("analyze");
    }

    private void month(YearMonth month, LocalDate from, LocalDate to) throws SQLException {
        String table = String.format(Locale.ROOT, "hour_value_%d%02d", month.getYear(), month.getMonthValue());
        database.execute("create table " + table + " (like hour_value)");
        database.execute("""
                insert into %s (point_id, start, factor, position, received_at, data_time, avg, min, max, cou, flag, backfilled)
                select p.id, h, f, extract(epoch from h) / 3600 * %d + p.id, h + interval '1 hour 2 minutes', h,
                       round((30 + 15 * sin(extract(epoch from h) / 20000 + p.id))::numeric, 1), 12.5, 48.1,
                       case f when 'w00000' then round((100 + p.id %% 50)::numeric, 2) end, 'N', false
                from generate_series('%s'::timestamp, '%s'::timestamp - interval '1 hour', interval '1 hour') t,
                     lateral (select t at time zone 'Asia/Shanghai' as h) as at,
                     monitoring_point p, unnest(array['w01018', 'w00000']) f
                order by h, p.id""".formatted(table, points, from, to));
        database.execute("alter table " + table + " add primary key (point_id, start, factor, position)");
        database.execute("alter table hour_value attach partition %s for values from ('%s 00:00+08') to ('%s 00:00+08')"
                .formatted(table, month.atDay(1), month.plusMonths(1).atDay(1)));
    }
}
