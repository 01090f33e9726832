package io.yuanqing.benchmark.ingest;

import io.yuanqing.benchmark.Table;
import io.yuanqing.benchmark.ingest.IngestFigures.Step;
import io.yuanqing.benchmark.ingest.IngestFigures.Throughput;
import java.util.List;
import java.util.Locale;

/** The figures beside what was aimed at. */
final class IngestTable {

    private static final int RATE_AIM = 15_000;
    private static final double COPY_SHARE_AIM = 0.5;
    private static final double HALF_LOAD_P99_AIM = 300;
    private static final double CONNECTION_AIM = 40 * 1024;

    /** A packet of the last step may cost so much more than one of the second: what one measurement differs from the next. */
    private static final double FLAT = 1.2;

    private IngestTable() {}

    static String of(IngestFigures figures) {
        return loads(figures) + "\n" + costs(figures) + "\n" + growth(figures.growth());
    }

    private static Table loads(IngestFigures figures) {
        Table table = new Table(
                "",
                "packets/s",
                "values/s",
                "p50 ms",
                "p99 ms",
                "server",
                "database",
                "load",
                "others",
                "alone",
                "aim");
        for (Throughput throughput : List.of(figures.few(), figures.many())) {
            String connections = Table.count(throughput.connections()) + " connections, ";
            double rate = throughput.full().packetsPerSecond();
            row(
                    table,
                    connections + "full load",
                    throughput.full(),
                    Table.count(throughput.full().processors().alone(rate)),
                    ">= %s/s, >= 50 %% of COPY: %s"
                            .formatted(
                                    Table.count(RATE_AIM),
                                    verdict(rate >= RATE_AIM && rate >= COPY_SHARE_AIM * figures.copy())));
            row(
                    table,
                    connections + "half of it",
                    throughput.half(),
                    "",
                    "p99 < %s ms: %s"
                            .formatted(
                                    Table.count(HALF_LOAD_P99_AIM),
                                    verdict(throughput.half().latencies().milliseconds(0.99) < HALF_LOAD_P99_AIM)));
        }
        copy(table, "plain durable COPY", figures.copy(), figures);
        copy(table, "  into a table with the log's indexes", figures.copyIndexed(), figures);
        return table;
    }

    private static void row(Table table, String words, Load.Measured measured, String alone, String aim) {
        Processors.Use use = measured.processors();
        double all = use.elapsed() * Runtime.getRuntime().availableProcessors();
        table.row(
                words,
                Table.count(measured.packetsPerSecond()),
                Table.count(measured.packetsPerSecond() * Frames.FACTORS),
                decimal(measured.latencies().milliseconds(0.5)),
                decimal(measured.latencies().milliseconds(0.99)),
                Table.percent(use.server() / all),
                Table.percent(use.postgres() / all),
                Table.percent(use.generator() / all),
                Table.percent(use.others() / all),
                alone,
                aim);
    }

    private static void copy(Table table, String words, double rate, IngestFigures figures) {
        table.row(
                words,
                Table.count(rate),
                Table.count(rate * Frames.FACTORS),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                Table.percent(figures.few().full().packetsPerSecond() / rate) + " of it reached with "
                        + figures.few().connections() + " connections");
    }

    private static Table costs(IngestFigures figures) {
        Table table = new Table("", "bytes", "aim");
        double most = Math.max(figures.residentPerConnection(), figures.heapPerConnection());
        table.row(
                "idle connection, resident memory",
                Table.count(figures.residentPerConnection()),
                "<= 40 KB: " + verdict(most <= CONNECTION_AIM));
        table.row("  living objects", Table.count(figures.heapPerConnection()), "");
        double packet = figures.rowBytes() + figures.indexBytes() + figures.keyBytes();
        table.row("a value on disk", decimal(packet / Frames.FACTORS), "");
        table.row("  rows", decimal(figures.rowBytes() / Frames.FACTORS), "");
        table.row("  indexes", decimal(figures.indexBytes() / Frames.FACTORS), "");
        table.row("  keys of duplicates", decimal(figures.keyBytes() / Frames.FACTORS), "");
        return table;
    }

    private static Table growth(List<Step> steps) {
        Table table = new Table("packets in the log", "packets/s", "others", "µs/packet", "aim");
        Step yardstick = steps.get(steps.size() > 2 ? 1 : 0); // during the first the server is still warming up
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Processors.Use use = step.measured().processors();
            table.row(
                    Table.count(step.stored()),
                    Table.count(step.measured().packetsPerSecond()),
                    Table.percent(
                            use.others() / (use.elapsed() * Runtime.getRuntime().availableProcessors())),
                    Table.count(step.microseconds()),
                    i > 0 && i == steps.size() - 1
                            ? "flat: " + verdict(step.microseconds() <= FLAT * yardstick.microseconds())
                            : "");
        }
        return table;
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}
