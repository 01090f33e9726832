package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.sheets.ImportStatus.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One import of one caller, from its check to its end. */
final class Import {

    private final String id;
    private final String maker;
    private final String fileName;
    private final Workbook workbook;
    private State state = State.CHECKING;
    private Outcome outcome;
    private @Nullable String failure;
    private Instant askedFor;
    private volatile boolean cancelled;

    Import(String id, String maker, String fileName, Workbook workbook, Outcome outcome, Instant now) {
        this.id = id;
        this.maker = maker;
        this.fileName = fileName;
        this.workbook = workbook;
        this.outcome = outcome;
        this.askedFor = now;
    }

    String id() {
        return id;
    }

    String fileName() {
        return fileName;
    }

    Workbook workbook() {
        return workbook;
    }

    boolean isOf(String name) {
        return maker.equals(name);
    }

    boolean cancelled() {
        return cancelled;
    }

    synchronized boolean running() {
        return state.running();
    }

    synchronized Instant askedFor() {
        return askedFor;
    }

    synchronized void askedFor(Instant now) {
        askedFor = now;
    }

    /** From CHECKED to IMPORTING, once. */
    synchronized boolean begin(Outcome next) {
        if (state != State.CHECKED) {
            return false;
        }
        state = State.IMPORTING;
        outcome = next;
        return true;
    }

    synchronized void end(State next, @Nullable String why) {
        state = next;
        failure = why;
    }

    /** One that has not begun or not ended leaves nothing on record; one at rest is over. */
    synchronized void cancel() {
        cancelled = true;
        if (state == State.CHECKED) {
            state = State.CANCELLED;
        }
    }

    synchronized Outcome outcome() {
        return outcome;
    }

    synchronized ImportStatus status() {
        return new ImportStatus(
                id,
                fileName,
                state,
                workbook.size(),
                outcome.done(),
                outcome.sheets(),
                workbook.problems().isEmpty() && outcome.anyGood(),
                outcome.problemCount(),
                outcome.problems(),
                failure);
    }
}
