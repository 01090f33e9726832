package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.registry.sheets.ImportStatus.SheetCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what comes of the rows, and keeps what is wrong up to a limit. Written by one thread, read by others. */
final class Outcome {

    private final Workbook workbook;
    private final int mostProblems;
    private final Map<Sheet, Map<Taken, Integer>> taken = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Integer> wrong = new EnumMap<>(Sheet.class);
    private final List<CellProblem> problems = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private int problemCount;

    Outcome(Workbook workbook, int mostProblems) {
        this.workbook = workbook;
        this.mostProblems = mostProblems;
        workbook.problems().forEach(this::add);
    }

    synchronized void good(Sheet sheet, Taken what) {
        taken.computeIfAbsent(sheet, one -> new EnumMap<>(Taken.class)).merge(what, 1, Integer::sum);
        done.incrementAndGet();
    }

    synchronized void wrong(Sheet sheet, Row row, List<FieldProblem> why) {
        wrong.merge(sheet, 1, Integer::sum);
        why.forEach(problem -> add(CellProblem.of(sheet, row.number(), problem)));
        done.incrementAndGet();
    }

    private void add(CellProblem problem) {
        problemCount++;
        if (problems.size() < mostProblems) {
            problems.add(problem);
        }
    }

    int done() {
        return done.get();
    }

    synchronized int problemCount() {
        return problemCount;
    }

    synchronized List<CellProblem> problems() {
        return List.copyOf(problems);
    }

    synchronized boolean anyGood() {
        return !taken.isEmpty();
    }

    synchronized List<SheetCount> sheets() {
        List<SheetCount> counts = new ArrayList<>();
        workbook.rows().forEach((sheet, rows) -> {
            Map<Taken, Integer> of = taken.getOrDefault(sheet, Map.of());
            counts.add(new SheetCount(
                    sheet.title(),
                    rows.size(),
                    of.getOrDefault(Taken.ADDED, 0),
                    of.getOrDefault(Taken.CHANGED, 0),
                    of.getOrDefault(Taken.UNCHANGED, 0),
                    wrong.getOrDefault(sheet, 0)));
        });
        return counts;
    }
}
