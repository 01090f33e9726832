package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.registry.Acts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a workbook row by row in one transaction, each row behind a savepoint, so that a wrong row leaves nothing behind and
 * the next ones see all that came before them. A trial is the same, undone at its end: what it says is what would happen.
 */
@Component
class RowByRow {

    private static final Logger LOG = LoggerFactory.getLogger(RowByRow.class);

    private final Map<Sheet, SheetContent> contents = new EnumMap<>(Sheet.class);
    private final Acts acts;
    private final TransactionTemplate whole;
    private final TransactionTemplate row;

    RowByRow(List<SheetContent> contents, Acts acts, PlatformTransactionManager transactions) {
        contents.forEach(one -> this.contents.put(one.sheet(), one));
        this.acts = acts;
        this.whole = new TransactionTemplate(transactions);
        this.row = new TransactionTemplate(transactions);
        this.row.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What is kept at the end. */
    enum Keep {
        NOTHING,
        ALL_OR_NOTHING,
        GOOD_ROWS
    }

    /** The maker of the import wants it no more; nothing of it is kept. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * @param kept runs at the end of the transaction when something is kept
     * @throws Cancelled when {@code cancelled} says so before the last row
     */
    void take(Workbook workbook, Outcome outcome, Keep keep, BooleanSupplier cancelled, Runnable kept) {
        whole.executeWithoutResult(status -> {
            workbook.rows().forEach((sheet, rows) -> {
                Map<String, Integer> seen = new HashMap<>();
                for (Row one : rows) {
                    if (cancelled.getAsBoolean()) {
                        throw new Cancelled();
                    }
                    take(contentOf(sheet), one.again(), seen, outcome);
                }
            });
            if (keep == Keep.NOTHING || (keep == Keep.ALL_OR_NOTHING && outcome.problemCount() > 0)) {
                status.setRollbackOnly();
            } else {
                kept.run();
            }
        });
    }

    private void take(SheetContent content, Row one, Map<String, Integer> seen, Outcome outcome) {
        int mark = acts.mark();
        List<FieldProblem> problems = new ArrayList<>();
        Taken taken = Taken.UNCHANGED;
        try {
            repeated(content, one, seen);
            taken = row.execute(nested -> {
                Taken did = content.take(one);
                if (!one.problems().isEmpty()) {
                    nested.setRollbackOnly();
                }
                return did;
            });
        } catch (Refusal e) {
            problems.addAll(e.problems());
            if (problems.isEmpty()) {
                problems.add(new FieldProblem("", String.valueOf(e.getBody().getDetail())));
            }
        } catch (DataAccessException e) {
            LOG.warn("{} row {}: the database refused it", content.sheet().title(), one.number(), e);
            problems.add(new FieldProblem(
                    "",
                    "cannot be stored: a value is longer or larger than its column holds",
                    "NOT_STORABLE",
                    List.of()));
        }
        List<FieldProblem> all = merged(one.problems(), problems);
        if (all.isEmpty()) {
            outcome.good(content.sheet(), taken);
        } else {
            acts.forget(mark);
            outcome.wrong(content.sheet(), one, all);
        }
    }

    private static void repeated(SheetContent content, Row one, Map<String, Integer> seen) {
        String key = content.key(one);
        Integer before = key == null ? null : seen.putIfAbsent(key, one.number());
        if (before != null) {
            throw References.refused(
                    "", "is about the same thing as row " + before, "REPEATED", String.valueOf(before));
        }
    }

    /** A cell that could not be read is missing to the registry: that is said once. */
    private static List<FieldProblem> merged(List<FieldProblem> ofCells, List<FieldProblem> ofRegistry) {
        List<FieldProblem> all = new ArrayList<>(ofCells);
        Set<String> told = new HashSet<>();
        ofCells.forEach(problem -> told.add(problem.field()));
        ofRegistry.stream().filter(problem -> !told.contains(problem.field())).forEach(all::add);
        return all;
    }

    private SheetContent contentOf(Sheet sheet) {
        SheetContent content = contents.get(sheet);
        if (content == null) {
            throw new IllegalStateException("nothing stands behind the sheet " + sheet);
        }
        return content;
    }
}
