package io.yuanqing.center.registry.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with an import.
 *
 * @param id by which it is asked for
 * @param state where it is
 * @param rows of all sheets together
 * @param done rows that the present step has been through
 * @param sheets what came of the rows, sheet by sheet; while a step runs, of those before it
 * @param importable whether anything can be imported: no sheet or head is wrong, and at least one row is good
 * @param problemCount of all problems; {@code problems} names the first ones
 * @param problems what is wrong, by sheet and row
 * @param failure why the step failed, where it did; nothing of it is on record then
 */
public record ImportStatus(
        String id,
        String fileName,
        State state,
        int rows,
        int done,
        List<SheetCount> sheets,
        boolean importable,
        int problemCount,
        List<CellProblem> problems,
        @Nullable String failure) {

    /** Where an import is. */
    public enum State {
        /** Every row is tried, and nothing kept. */
        CHECKING,
        /** It waits for its maker to decide; nothing is on record yet. */
        CHECKED,
        IMPORTING,
        /** What was good is on record. */
        IMPORTED,
        /** Rows were wrong although all had to be right: nothing is on record. */
        REFUSED,
        CANCELLED,
        FAILED;

        boolean running() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    /**
     * What came of the rows of a sheet.
     *
     * @param sheet its title
     * @param wrong rows with problems
     */
    public record SheetCount(String sheet, int rows, int added, int changed, int unchanged, int wrong) {}
}
