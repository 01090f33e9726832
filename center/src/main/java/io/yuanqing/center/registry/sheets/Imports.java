package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.registry.Acts;
import io.yuanqing.center.registry.RegistrySettings;
import io.yuanqing.center.registry.sheets.ImportStatus.State;
import io.yuanqing.center.registry.sheets.RowByRow.Keep;
import io.yuanqing.center.registry.sheets.WorkbookReader.Unreadable;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Imports, one at a time in a thread of their own: each is checked first, and goes on record only when its maker says so
 * after having seen what came of the check. They are remembered for a while and only by this process: a restart ends them.
 */
@Component
class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int LONGEST_NAME = 200;

    private final WorkbookReader reader;
    private final RowByRow rows;
    private final RegistrySettings settings;
    private final Caller caller;
    private final Acts acts;
    private final Clock clock;
    private final Map<String, Import> kept = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "registry-import");
        named.setDaemon(true);
        return named;
    });

    Imports(RowByRow rows, RegistrySettings settings, Caller caller, Acts acts, Clock clock) {
        this.reader =
                new WorkbookReader(settings.mostRows(), settings.mostUnpacked().toBytes());
        this.rows = rows;
        this.settings = settings;
        this.caller = caller;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Reads a workbook and begins to check it.
     *
     * @throws Refusal 400 when it is no workbook of the template, or too large; 409 when too many imports run already
     */
    ImportStatus check(String fileName, byte[] file) {
        Workbook workbook;
        try {
            workbook = reader.read(file);
        } catch (Unreadable e) {
            throw Refusal.invalid(
                    List.of(new FieldProblem("body", String.valueOf(e.getMessage()), e.rule(), e.arguments())));
        }
        Import made = new Import(
                UUID.randomUUID().toString(),
                caller.name(),
                fileName.strip()
                        .substring(0, Math.min(LONGEST_NAME, fileName.strip().length())),
                workbook,
                new Outcome(workbook, settings.mostErrors()),
                clock.instant());
        keep(made);
        thread.execute(caller.onBehalf(() -> run(made, Keep.NOTHING, State.CHECKED)));
        return made.status();
    }

    /** @throws Refusal 404 when the caller has no such import */
    ImportStatus status(String id) {
        return require(id).status();
    }

    /**
     * Puts what was checked on record.
     *
     * @param goodRowsOnly the rows that are right, and leaves out the others; else all, or nothing when one is wrong
     * @throws Refusal 404; 409 when it waits for no decision, or nothing of it can be imported
     */
    ImportStatus take(String id, boolean goodRowsOnly) {
        Import wanted = require(id);
        ImportStatus checked = wanted.status();
        if (!checked.importable() || (checked.problemCount() > 0 && !goodRowsOnly)) {
            throw Refusal.conflict("Import " + id + " has " + checked.problemCount()
                    + " problems; correct the workbook and send it again"
                    + (checked.importable() ? ", or import the good rows only" : ""));
        }
        if (!wanted.begin(new Outcome(wanted.workbook(), settings.mostErrors()))) {
            throw Refusal.conflict("Import " + id + " waits for no decision: it is " + checked.state());
        }
        Keep keep = goodRowsOnly ? Keep.GOOD_ROWS : Keep.ALL_OR_NOTHING;
        thread.execute(caller.onBehalf(() -> run(wanted, keep, State.IMPORTED)));
        return wanted.status();
    }

    /** Ends an import before its end; nothing of it is on record then. @throws Refusal 404 */
    ImportStatus cancel(String id) {
        Import unwanted = require(id);
        unwanted.cancel();
        return unwanted.status();
    }

    private void run(Import one, Keep keep, State end) {
        try {
            rows.take(
                    one.workbook(),
                    one.outcome(),
                    keep,
                    () -> one.cancelled() || Thread.currentThread().isInterrupted(),
                    () -> acts.record(
                            "ARCHIVES_IMPORTED",
                            "registry",
                            null,
                            Map.of(
                                    "file",
                                    one.fileName(),
                                    "sheets",
                                    one.outcome().sheets())));
            boolean refused = keep == Keep.ALL_OR_NOTHING && one.outcome().problemCount() > 0;
            one.end(refused ? State.REFUSED : end, null);
        } catch (RowByRow.Cancelled e) {
            one.end(State.CANCELLED, null);
        } catch (RuntimeException e) {
            LOG.error("the import of '{}' failed; nothing of it is on record", one.fileName(), e);
            one.end(State.FAILED, "The server failed at this import; its log says why. Nothing of it is on record");
        }
    }

    private synchronized void keep(Import made) {
        kept.values()
                .removeIf(old -> !old.running()
                        && old.askedFor().plus(settings.importsKeptFor()).isBefore(clock.instant()));
        if (kept.size() >= settings.importsKept()) {
            Import oldest = kept.values().stream()
                    .filter(old -> !old.running())
                    .min(Comparator.comparing(Import::askedFor))
                    .orElseThrow(
                            () -> Refusal.conflict(
                                    kept.size()
                                            + " imports are running, the most that may (yuanqing.registry.imports-kept); try again later"));
            kept.remove(oldest.id());
        }
        kept.put(made.id(), made);
    }

    private synchronized Import require(String id) {
        Import found = kept.get(id);
        if (found == null || !found.isOf(caller.name())) {
            throw Refusal.notFound("You have no import with the id '" + id
                    + "'; after a while, or a restart of the server, an import is forgotten: send the workbook again");
        }
        found.askedFor(clock.instant());
        return found;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
