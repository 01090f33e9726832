package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Collects the rows of one sheet: the first row that is not empty is its head, empty rows are passed over. */
final class SheetRows implements SheetContentsHandler {

    /** Begins a number that the sheet no longer holds exactly. */
    static final String ROUNDED = "\uFFFF";

    private static final String ERROR = "ERROR:";

    private final Sheet sheet;
    private final int most;
    private final Map<Integer, Column> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final Map<Integer, String> cells = new HashMap<>();
    private boolean headSeen;

    SheetRows(Sheet sheet, int most) {
        this.sheet = sheet;
        this.most = most;
    }

    /** There are more rows than may be. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    List<Row> rows() {
        return rows;
    }

    List<CellProblem> problems() {
        return problems;
    }

    @Override
    public void startRow(int row) {
        cells.clear();
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        if (reference != null && value != null && !value.isBlank()) {
            cells.put((int) new CellReference(reference).getCol(), value.strip());
        }
    }

    @Override
    public void endRow(int row) {
        if (cells.isEmpty()) {
            return;
        }
        if (!headSeen) {
            headSeen = true;
            cells.forEach((column, title) -> head(column, title, row + 1));
            return;
        }
        Map<String, String> values = new HashMap<>();
        cells.forEach((position, value) -> {
            Column column = columns.get(position);
            if (column != null) {
                values.put(column.key(), value);
            }
        });
        if (!values.isEmpty()) {
            if (rows.size() >= most) {
                throw new TooMany();
            }
            rows.add(new Row(row + 1, values, unusable(values)));
        }
    }

    /** Takes out of them what is no value, and says why. */
    private static List<FieldProblem> unusable(Map<String, String> values) {
        List<FieldProblem> problems = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value.startsWith(ROUNDED)) {
                problems.add(new FieldProblem(
                        key,
                        "is a number of more than 15 digits, of which the sheet has lost the last ones; format the"
                                + " column as text and enter it again",
                        "ROUNDED",
                        List.of()));
            } else if (value.startsWith(ERROR)) {
                problems.add(new FieldProblem(
                        key,
                        "holds a formula that fails: " + value,
                        "FORMULA",
                        List.of(value.substring(ERROR.length()))));
            }
        });
        return problems;
    }

    private void head(int position, String title, int row) {
        Column column = sheet.columnTitled(title).orElse(null);
        if (column == null) {
            problem(row, title, "'" + title + "' is no column of the template", "UNKNOWN_COLUMN", title);
        } else if (columns.containsValue(column)) {
            problem(row, title, "column '" + title + "' is there twice", "REPEATED_COLUMN", title);
        } else {
            columns.put(position, column);
        }
    }

    /** What is missing is known at the end. */
    void finish() {
        for (Column column : sheet.columns()) {
            if (column.required() && !columns.containsValue(column) && headSeen) {
                problem(
                        0,
                        column.title(),
                        "column '" + column.title() + "' is missing",
                        "MISSING_COLUMN",
                        column.title());
            }
        }
    }

    private void problem(int row, String column, String message, String rule, String argument) {
        problems.add(new CellProblem(sheet.title(), row, column, message, rule, List.of(argument)));
    }
}
