package io.yuanqing.center.readings.tables;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.readings.FactorCodes;
import io.yuanqing.center.readings.tables.TableValues.Place;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointFilter;
import io.yuanqing.center.registry.Points;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/** Plans tables in the caller's data scope and reads their rows. */
@Component
class Tables {

    private final Points points;
    private final TableValues values;
    private final TablesSettings limits;

    Tables(Points points, TableValues values, TablesSettings limits) {
        this.points = points;
        this.values = values;
        this.limits = limits;
    }

    /**
     * What of it lies in the caller's scope; the plan may then be read by any thread.
     *
     * @throws Refusal 404 when the query names a point that is not there
     */
    TablePlan plan(TableQuery query) {
        List<MonitoringPoint> chosen = chosen(query);
        List<String> factors = query.factors().isEmpty() ? assessed(chosen) : query.factors();
        return new TablePlan(
                query,
                TableSubject.of(query.group(), chosen),
                query.period().starts(query.from(), query.to()),
                factors.stream().map(code -> TableColumn.of(code, chosen)).toList(),
                chosen.size());
    }

    /**
     * Rows by their number, from first to last (exclusive).
     *
     * @throws Refusal 400 when they would take too long
     */
    List<TableRow> page(TablePlan plan, long first, long last) {
        check(plan.cost(last - first), "ask for smaller pages, or for fewer points");
        return read(() -> rows(plan, first, last, false));
    }

    /**
     * The whole table as one row's cells.
     *
     * @throws Refusal 400 when it would take too long
     */
    Map<String, TableCell> totals(TablePlan plan) {
        check(plan.cost(plan.rows()), "choose a shorter span or fewer points");
        return read(() -> totals(plan, false));
    }

    Map<String, TableCell> totals(TablePlan plan, boolean forExport) {
        return values.read(plan.allAsOne(), plan.columns(), null, forExport).getOrDefault(new Place(0, null), Map.of());
    }

    List<TableRow> rows(TablePlan plan, long first, long last, boolean forExport) {
        Map<Place, Map<String, TableCell>> cells = values.read(
                plan.slots(first, last), plan.columns(), plan.query().period(), forExport);
        List<TableRow> rows = new ArrayList<>();
        for (long row = first; row < last; row++) {
            TableSubject subject = plan.subject(row);
            Place place = new Place((int) (row / plan.starts().size()), plan.start(row));
            rows.add(new TableRow(
                    plan.start(row),
                    plan.end(plan.start(row)),
                    subject.mn(),
                    subject.point(),
                    subject.enterpriseId(),
                    subject.enterprise(),
                    subject.county(),
                    subject.points().size(),
                    cells.getOrDefault(place, Map.of())));
        }
        return rows;
    }

    /**
     * @throws Refusal 400 when it would read more than one query may
     */
    void check(long pointHours, String advice) {
        if (pointHours > limits.mostPointHours()) {
            throw Refusal.invalid(
                    "from",
                    "the table covers " + pointHours + " hours of points; at most " + limits.mostPointHours()
                            + " are read at once: " + advice);
        }
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (QueryTimeoutException e) {
            throw Refusal.invalid("from", "summing up took too long; choose a shorter span or fewer points");
        }
    }

    private List<MonitoringPoint> chosen(TableQuery query) {
        String mn = query.mn();
        if (mn != null) {
            return List.of(
                    points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'")));
        }
        PointFilter filter = new PointFilter(query.county(), query.enterprise(), query.medium(), query.q(), null);
        List<MonitoringPoint> all = new ArrayList<>();
        @Nullable PageOf<MonitoringPoint> page = null;
        for (int number = 0; page == null || page.items().size() == PageOf.MAX_SIZE; number++) {
            page = points.find(filter, number, PageOf.MAX_SIZE);
            all.addAll(page.items());
        }
        return all;
    }

    /** In the order in which they come at the points, the flows of waste water and gas last. */
    private static List<String> assessed(List<MonitoringPoint> points) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> flows = new LinkedHashSet<>();
        for (MonitoringPoint point : points) {
            point.assessedFactors().forEach(code -> codes.add(FactorCodes.today(code)));
            switch (point.medium()) {
                case WATER -> flows.add(TableColumn.WATER_FLOW);
                case GAS -> flows.add(TableColumn.GAS_FLOW);
                default -> {
                    // nothing else is measured with a flow
                }
            }
        }
        codes.addAll(flows);
        return List.copyOf(codes);
    }
}
