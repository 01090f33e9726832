package io.yuanqing.center.registry.sheets;

import java.util.List;
import java.util.Map;

/**
 * What was read of a file.
 *
 * @param rows those of each sheet of the template that it has
 * @param problems of sheets and heads; with any of them nothing can be imported
 */
record Workbook(Map<Sheet, List<Row>> rows, List<CellProblem> problems) {

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }
}
