package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A server under a steady load for a long time: heap, memory, threads, descriptors and the readings' lag must stay flat.
 * The samples go to {@code soak.csv}, a plot of them to {@code soak.svg}.
 */
public final class SoakBench {

    private static final int CONNECTIONS = 400;

    /** Unanswered packets of one connection; more than the rate needs, so that a stall is caught up. */
    private static final int WINDOW = 50;

    private static final Duration EVERY = Duration.ofSeconds(10);

    /**
     * What is asked for.
     *
     * @param rate packets a second
     * @param folder where the files go
     */
    public record Plan(Duration lasts, int rate, Path folder) {}

    private final Plan plan;
    private final CenterProcess center;
    private final CenterDatabase database;
    private final List<SoakSample> samples = new ArrayList<>();

    private SoakBench(Plan plan, CenterProcess center, CenterDatabase database) {
        this.plan = plan;
        this.center = center;
        this.database = database;
    }

    /** @param jar the server */
    public static SoakVerdict run(Path jar, Plan plan) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(plan.folder());
        try (CenterProcess center = CenterProcess.start(jar);
                CenterDatabase database = CenterDatabase.of(center.data())) {
            return new SoakBench(plan, center, database).soak();
        }
    }

    private SoakVerdict soak() throws IOException, InterruptedException, SQLException {
        database.requireDurable();
        center.register("SOAK", CONNECTIONS);
        say("%d loggers, %,d packets/s for %d min"
                .formatted(CONNECTIONS, plan.rate(), plan.lasts().toMinutes()));
        Latencies latencies;
        long answered;
        Path csv = plan.folder().resolve("soak.csv");
        try (Load load = Load.connect(center.tcpPort(), "SOAK", CONNECTIONS, WINDOW);
                PrintWriter rows = new PrintWriter(Files.newBufferedWriter(csv), true)) {
            rows.println(SoakSample.CSV_HEAD);
            load.begin(plan.rate());
            follow(load, rows);
            latencies = load.end();
            answered = load.answered();
        }
        long stored = database.stored();
        if (stored != answered) {
            throw new IllegalStateException(
                    answered + " packets were acknowledged, but " + stored + " are counted as stored");
        }
        Path plot = plan.folder().resolve("soak.svg");
        Files.writeString(
                plot,
                SoakPlot.svg(
                        "%,d packets/s for %d min"
                                .formatted(plan.rate(), plan.lasts().toMinutes()),
                        samples));
        SoakVerdict verdict = SoakVerdict.of(samples);
        return new SoakVerdict(
                verdict.table()
                        + String.format(
                                Locale.ROOT,
                                "%,d packets acknowledged, all stored; answers p50 %.1f ms, p99 %.1f ms%n%s, %s%n",
                                answered,
                                latencies.milliseconds(0.5),
                                latencies.milliseconds(0.99),
                                csv.toAbsolutePath(),
                                plot.toAbsolutePath()),
                verdict.flat());
    }

    private void follow(Load load, PrintWriter rows) throws IOException, InterruptedException, SQLException {
        long begun = System.nanoTime();
        long before = begun;
        long answered = load.answered();
        for (long n = 1; n * EVERY.toNanos() <= plan.lasts().toNanos(); n++) {
            TimeUnit.NANOSECONDS.sleep(begun + n * EVERY.toNanos() - System.nanoTime());
            long now = System.nanoTime();
            long more = load.answered() - answered;
            answered += more;
            // Before the garbage collection, which is the benchmark's own doing.
            long lag = database.readerLag();
            CenterProcess.Memory memory = center.memory();
            SoakSample sample = new SoakSample(
                    (now - begun) / 1e9,
                    more / ((now - before) / 1e9),
                    memory.heap(),
                    memory.resident(),
                    center.threads(),
                    center.descriptors(),
                    lag);
            before = now;
            samples.add(sample);
            rows.println(sample.csv());
        }
    }

    private static void say(String what) {
        System.err.println("bench soak: " + what);
    }
}
