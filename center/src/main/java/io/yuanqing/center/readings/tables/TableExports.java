package io.yuanqing.center.readings.tables;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.SignedIn;
import io.yuanqing.center.readings.sheet.SheetFormat;
import io.yuanqing.center.readings.tables.ExportWork.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tables as files, written one after another by threads of their own. A file holds what lay in the scope of whoever asked
 * for it, is theirs alone, and goes after a while.
 */
@Component
class TableExports implements DisposableBean {

    /** A part of an export that the database is working at may keep the server from stopping this long. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Tables tables;
    private final TablesSettings limits;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;
    private final List<ExportWork> works = new ArrayList<>();
    private final ExecutorService threads;
    private final Path directory;

    TableExports(Tables tables, TablesSettings limits, AuditTrail trail, Caller caller, Clock clock)
            throws IOException {
        this.tables = tables;
        this.limits = limits;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
        this.directory = Files.createTempDirectory("yuanqing-exports-");
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(limits.exportThreads(), work -> {
            Thread named = new Thread(work, "readings-export-" + number.incrementAndGet());
            named.setDaemon(true);
            return named;
        });
    }

    /**
     * Begins an export.
     *
     * @throws Refusal 400 when the table is too long, 409 when too many exports wait
     */
    TableExport begin(TableQuery query, SheetFormat format, Locale language) {
        SignedIn person = person();
        TablePlan plan = tables.plan(query);
        tables.check(plan.cost(plan.rows()), "export it in parts");
        if (plan.rows() > limits.mostRows()) {
            throw Refusal.invalid(
                    "from",
                    "the table has " + plan.rows() + " rows; a file holds " + limits.mostRows()
                            + ". Export it in parts");
        }
        ExportWork work = new ExportWork(
                tables,
                plan,
                new TableSheet(plan, new TableTexts(language)),
                format,
                directory.resolve(UUID.randomUUID().toString()),
                new Owner(person.account(), person.displayName()),
                clock);
        synchronized (works) {
            makeRoom(person.account());
            trail.record(
                    "TABLE_EXPORTED",
                    "table:" + query.period(),
                    null,
                    Map.of("query", query, "format", format, "points", plan.points(), "rows", plan.rows()));
            works.add(work);
        }
        threads.execute(work);
        return work.state();
    }

    /** The caller's own, newest first. */
    List<TableExport> mine() {
        long account = person().account();
        synchronized (works) {
            dropOld();
            List<TableExport> mine = new ArrayList<>();
            for (ExportWork work : works) {
                if (work.isOf(account)) {
                    mine.add(0, work.state());
                }
            }
            return mine;
        }
    }

    /**
     * One of the caller's own.
     *
     * @throws Refusal 404
     */
    ExportWork find(String id) {
        long account = person().account();
        synchronized (works) {
            dropOld();
            return works.stream()
                    .filter(work -> work.isOf(account) && work.state().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("You have no export '" + id + "'; files are kept for "
                            + limits.keepExports().toMinutes() + " minutes"));
        }
    }

    /** Stops it when it has not ended, and forgets it. */
    void remove(String id) {
        ExportWork work = find(id);
        work.cancel();
        work.remove();
        synchronized (works) {
            works.remove(work);
        }
    }

    private void makeRoom(long account) {
        dropOld();
        long waiting = works.stream()
                .filter(work -> work.isOf(account) && !work.state().state().ended())
                .count();
        if (waiting >= limits.mostOfOne()) {
            throw Refusal.conflict(waiting + " of your exports are not done yet; wait for one or cancel it");
        }
        Iterator<ExportWork> oldest = works.iterator();
        while (works.size() >= limits.mostExports() && oldest.hasNext()) {
            ExportWork work = oldest.next();
            if (work.state().state().ended()) {
                work.remove();
                oldest.remove();
            }
        }
        if (works.size() >= limits.mostExports()) {
            throw Refusal.conflict(works.size() + " exports wait already; try again when some are done");
        }
    }

    private void dropOld() {
        Instant oldest = clock.instant().minus(limits.keepExports());
        works.removeIf(work -> {
            Instant endedAt = work.state().endedAt();
            boolean old = endedAt != null && endedAt.isBefore(oldest);
            if (old) {
                work.remove();
            }
            return old;
        });
    }

    private SignedIn person() {
        return caller.signedIn().orElseThrow(() -> Refusal.forbidden("Only who is signed in can export"));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
        synchronized (works) {
            works.forEach(ExportWork::cancel);
        }
        try {
            threads.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            synchronized (works) {
                works.forEach(ExportWork::remove);
            }
            Files.deleteIfExists(directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
