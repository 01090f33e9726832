package io.yuanqing.center.readings.tables;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.PageOf;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of hours to years, in the caller's data scope. */
@RestController
@RequestMapping("/api/tables")
@Tag(name = "readings")
class TablesController {

    private final Tables tables;
    private final Clock clock;

    TablesController(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * One page of a table.
     *
     * @param total rows on all pages
     * @param points that the table covers
     */
    record TablePage(List<TableColumn> columns, List<TableRow> rows, long total, int points) {}

    /**
     * The whole table as one row.
     *
     * @param cells by factor
     */
    record TableTotals(List<TableColumn> columns, Map<String, TableCell> cells, int points) {}

    @GetMapping
    @Operation(
            summary =
                    "Hours, days, months, quarters or years by point, by enterprise or over all, with the chosen factors",
            description = "Computed from the current versions of the hour values; hours whose flag is not N are counted"
                    + " but enter no mean, extreme or amount. Every row is there, with no cells where nothing was"
                    + " received. Means of waste water are weighted with the flow where every hour has one.")
    TablePage page(
            @ParameterObject @ModelAttribute TableRequest asked,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        PageOf.check(page, size);
        TablePlan plan = tables.plan(TableQuery.of(asked, clock.instant()));
        long first = Math.min(plan.rows(), (long) page * size);
        long last = Math.min(plan.rows(), first + size);
        return new TablePage(plan.columns(), tables.page(plan, first, last), plan.rows(), plan.points());
    }

    @GetMapping("/totals")
    @Operation(summary = "The same table as one row: means, extremes, valid hours and amounts over all of it")
    TableTotals totals(@ParameterObject @ModelAttribute TableRequest asked) {
        TablePlan plan = tables.plan(TableQuery.of(asked, clock.instant()));
        return new TableTotals(plan.columns(), tables.totals(plan), plan.points());
    }
}
