package io.yuanqing.center.readings.tables;

import io.yuanqing.center.readings.sheet.Sheet;
import io.yuanqing.center.readings.sheet.SheetFormat;
import io.yuanqing.center.readings.tables.TableExport.State;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One export, from the question to its file. Its state may be read and it may be cancelled by any thread. */
final class ExportWork implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ExportWork.class);

    /** Points times hours that are read at once: enough to be quick, little enough to stop soon. */
    private static final long POINT_HOURS_AT_ONCE = 100_000;

    private static final int MOST_ROWS_AT_ONCE = 1_000;

    private final Tables tables;
    private final TablePlan plan;
    private final TableSheet layout;
    private final SheetFormat format;
    private final Path file;
    private final Clock clock;
    private final long owner;
    private final List<String> remarks;
    private TableExport state;

    ExportWork(
            Tables tables, TablePlan plan, TableSheet layout, SheetFormat format, Path file, Owner owner, Clock clock) {
        this.tables = tables;
        this.plan = plan;
        this.layout = layout;
        this.format = format;
        this.file = file;
        this.clock = clock;
        this.owner = owner.account();
        Instant now = clock.instant();
        this.remarks = layout.remarks(owner.name(), now);
        this.state = new TableExport(
                file.getFileName().toString(),
                State.WAITING,
                layout.title() + format.extension(),
                plan.rows(),
                0,
                null,
                now,
                null,
                null);
    }

    /** Who asked for it. */
    record Owner(long account, String name) {}

    synchronized TableExport state() {
        return state;
    }

    boolean isOf(long account) {
        return owner == account;
    }

    Path file() {
        return file;
    }

    SheetFormat format() {
        return format;
    }

    /** Stops it, unless it has ended; its file goes with it. */
    void cancel() {
        end(State.CANCELLED, null);
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            boolean whole = write();
            end(whole ? State.DONE : State.CANCELLED, null);
        } catch (IOException | RuntimeException e) {
            log.error("the export {} failed", state.id(), e);
            end(State.FAILED, String.valueOf(e.getMessage()));
        } finally {
            if (state().state() != State.DONE) {
                remove();
            }
        }
    }

    private boolean write() throws IOException {
        long step = Math.max(1, Math.min(MOST_ROWS_AT_ONCE, POINT_HOURS_AT_ONCE / Math.max(1, plan.cost(1))));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Sheet sheet = format.open(out, layout.title())) {
            sheet.head(remarks, layout.headings());
            for (long row = 0; row < plan.rows(); row += step) {
                for (TableRow one : tables.rows(plan, row, Math.min(plan.rows(), row + step), true)) {
                    sheet.row(layout.row(one));
                }
                if (!progress(Math.min(plan.rows(), row + step))) {
                    return false;
                }
            }
            sheet.row(layout.totals(tables.totals(plan, true)));
        }
        return !Thread.currentThread().isInterrupted();
    }

    private synchronized boolean begin() {
        if (state.state() != State.WAITING) {
            return false;
        }
        set(State.RUNNING, 0, null, null, null);
        return true;
    }

    private synchronized boolean progress(long written) {
        if (state.state() == State.RUNNING) {
            set(State.RUNNING, written, null, null, null);
        }
        return state.state() == State.RUNNING && !Thread.currentThread().isInterrupted();
    }

    private synchronized void end(State end, @Nullable String failure) {
        if (state.state().ended()) {
            return;
        }
        set(end, state.written(), end == State.DONE ? file.toFile().length() : null, clock.instant(), failure);
    }

    private void set(
            State next, long written, @Nullable Long bytes, @Nullable Instant endedAt, @Nullable String failure) {
        state = new TableExport(
                state.id(), next, state.fileName(), state.rows(), written, bytes, state.askedAt(), endedAt, failure);
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("the file of an export stays behind: {}", file, e);
        }
    }
}
