package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a workbook.
 *
 * @param sheet its title
 * @param row as the spreadsheet program counts it, from 1; 0: the sheet as a whole
 * @param column its head; empty: the row as a whole
 * @param message value and rule
 * @param rule and args as of {@link FieldProblem}
 */
public record CellProblem(
        String sheet,
        int row,
        String column,
        String message,
        @Nullable String rule,
        List<String> args) {

    static CellProblem of(Sheet sheet, int row, FieldProblem problem) {
        return new CellProblem(
                sheet.title(), row, sheet.titleOf(problem.field()), problem.message(), problem.rule(), problem.args());
    }
}
