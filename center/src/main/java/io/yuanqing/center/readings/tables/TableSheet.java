package io.yuanqing.center.readings.tables;

import io.yuanqing.center.readings.sheet.Heading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a table stands on a sheet: who and when at the left, then a group of columns per factor. */
final class TableSheet {

    private final TablePlan plan;
    private final TableTexts texts;

    TableSheet(TablePlan plan, TableTexts texts) {
        this.plan = plan;
        this.texts = texts;
    }

    String title() {
        TableQuery query = plan.query();
        return texts.say("title." + query.period()) + " " + texts.period(TablePeriod.DAY, query.from());
    }

    List<String> remarks(String person, Instant now) {
        TableQuery query = plan.query();
        return List.of(
                texts.say("title." + query.period()),
                texts.say(
                        "remark.span",
                        texts.minute(query.from()),
                        texts.minute(query.to()),
                        texts.say("group." + query.group()),
                        String.valueOf(plan.points())),
                texts.say("remark.filter", filters(query)),
                texts.say("remark.made", person, texts.minute(now)),
                texts.say("remark.rule"));
    }

    List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        headings.add(Heading.of(texts.say("period")));
        switch (plan.query().group()) {
            case POINT -> add(headings, "county", "enterprise", "point", "mn");
            case ENTERPRISE -> add(headings, "county", "enterprise", "points");
            case ALL -> add(headings, "points");
        }
        for (TableColumn column : plan.columns()) {
            String group = texts.factor(column.factor());
            headings.add(new Heading(group, texts.say("avg"), unit(column.unit())));
            if (column.converted()) {
                headings.add(new Heading(group, texts.say("zsAvg"), unit(column.unit())));
            }
            headings.add(new Heading(group, texts.say("min"), unit(column.unit())));
            headings.add(new Heading(group, texts.say("max"), unit(column.unit())));
            if (column.amountUnit() != null) {
                String name = texts.say(TableColumn.flow(column.factor()) ? "volume" : "amount");
                headings.add(new Heading(group, name, column.amountUnit()));
            }
            headings.add(new Heading(group, texts.say(single() ? "flag" : "validHours"), null));
        }
        return headings;
    }

    List<@Nullable Object> row(TableRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(texts.period(plan.query().period(), row.from()));
        switch (plan.query().group()) {
            case POINT -> {
                cells.add(row.county());
                cells.add(row.enterprise());
                cells.add(row.point());
                cells.add(row.mn());
            }
            case ENTERPRISE -> {
                cells.add(row.county());
                cells.add(row.enterprise());
                cells.add(row.points());
            }
            case ALL -> cells.add(row.points());
        }
        figures(cells, row.cells(), single());
        return cells;
    }

    List<@Nullable Object> totals(Map<String, TableCell> totals) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(texts.say("total"));
        headings().stream().filter(one -> one.group() == null).skip(1).forEach(one -> cells.add(null));
        figures(cells, totals, false);
        return cells;
    }

    private void figures(List<@Nullable Object> cells, Map<String, TableCell> figures, boolean single) {
        for (TableColumn column : plan.columns()) {
            TableCell cell = figures.get(column.factor());
            cells.add(cell == null ? null : cell.avg());
            if (column.converted()) {
                cells.add(cell == null ? null : cell.zsAvg());
            }
            cells.add(cell == null ? null : cell.min());
            cells.add(cell == null ? null : cell.max());
            if (column.amountUnit() != null) {
                cells.add(cell == null ? null : cell.amount());
            }
            cells.add(cell == null ? null : single ? cell.flag() : BigDecimal.valueOf(cell.validHours()));
        }
    }

    private boolean single() {
        return plan.query().period() == TablePeriod.HOUR && plan.query().group() == TableGroup.POINT;
    }

    private String filters(TableQuery query) {
        List<String> said = new ArrayList<>();
        for (Object filter : new @Nullable Object[] {query.county(), query.medium(), query.mn(), query.q()}) {
            if (filter != null) {
                said.add(filter.toString());
            }
        }
        if (query.enterprise() != null && !plan.subjects().isEmpty()) {
            said.add(Objects.requireNonNullElse(plan.subjects().get(0).enterprise(), "#" + query.enterprise()));
        }
        return said.isEmpty() ? texts.say("remark.nobody") : String.join(" · ", said);
    }

    private void add(List<Heading> headings, String... names) {
        for (String name : names) {
            headings.add(Heading.of(texts.say(name)));
        }
    }

    private static @Nullable String unit(@Nullable String unit) {
        return "1".equals(unit) ? null : unit;
    }
}
