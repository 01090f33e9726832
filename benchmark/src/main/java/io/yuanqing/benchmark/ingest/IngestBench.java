package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many packets a second the server takes over TCP, each acknowledged after its durable commit; how long the
 * acknowledgements take; what a connection and a value cost; and whether a packet costs the same when the log has grown.
 */
public final class IngestBench {

    static final int FEW = 200;
    static final int MANY = 10_000;

    /** Packets that may be unanswered at full load, over all connections. */
    private static final int IN_FLIGHT = 10_000;

    private final Plan plan;
    private final CenterProcess center;
    private final CenterDatabase database;
    private final Processors processors;
    private long answered;

    /**
     * How long it takes.
     *
     * @param before seconds of load before a measurement
     * @param measured seconds of a measurement
     * @param stored packets to which the log grows before the rate is measured
     * @param steps in which it grows to that
     * @param copied rows of the COPY beside it
     */
    private record Plan(Duration before, Duration measured, long stored, int steps, int copied) {

        static final Plan QUICK = new Plan(Duration.ofSeconds(4), Duration.ofSeconds(6), 300_000, 3, 50_000);
        static final Plan FULL = new Plan(Duration.ofSeconds(10), Duration.ofSeconds(20), 1_000_000, 5, 200_000);
        static final Plan LONG = new Plan(Duration.ofSeconds(10), Duration.ofSeconds(20), 20_000_000, 20, 200_000);
    }

    private IngestBench(Plan plan, CenterProcess center, CenterDatabase database) {
        this.plan = plan;
        this.center = center;
        this.database = database;
        this.processors = new Processors(center.handle(), database.process());
    }

    /**
     * @param jar the server
     * @param longer grows the log to 20 million packets, for an hour or more
     */
    public static String run(Path jar, boolean quick, boolean longer)
            throws IOException, InterruptedException, SQLException {
        if (!Files.isReadable(jar)) {
            throw new IOException("the server " + jar + " is not there; build it, or start this as ./yuanqing bench");
        }
        Plan plan = longer ? Plan.LONG : quick ? Plan.QUICK : Plan.FULL;
        try (CenterProcess center = CenterProcess.start(jar);
                CenterDatabase database = CenterDatabase.of(center.data())) {
            return IngestTable.of(new IngestBench(plan, center, database).measure());
        }
    }

    private IngestFigures measure() throws IOException, InterruptedException, SQLException {
        database.requireDurable();
        // The loggers that speak most, so that the packets' readers have their work to do too.
        for (String prefix : List.of("FEW", "MANY", "GROW")) {
            center.register(prefix, FEW);
        }
        say("warming up");
        try (Load load = Load.connect(center.tcpPort(), "BENCH", FEW, IN_FLIGHT / FEW)) {
            load.measure(Double.POSITIVE_INFINITY, plan.before, plan.before, processors);
            answered += load.answered();
        }
        say(MANY + " idle connections");
        CenterProcess.Memory before = center.memory();
        CenterProcess.Memory idle;
        try (Load load = Load.connect(center.tcpPort(), "IDLE", MANY, IN_FLIGHT / MANY)) {
            idle = center.memory();
            answered += load.answered();
        }
        List<IngestFigures.Step> growth = grow();
        IngestFigures.Throughput few = throughput("FEW", FEW);
        IngestFigures.Throughput many = throughput("MANY", MANY);
        long stored = database.stored();
        if (stored != answered || database.packets() != answered) {
            throw new IllegalStateException(answered + " packets were acknowledged, but " + stored
                    + " are counted as stored and " + database.packets() + " lie in the log");
        }
        say("COPY");
        PlainCopy copy = new PlainCopy(database);
        int rows = (int) Math.min(plan.copied, stored);
        return new IngestFigures(
                few,
                many,
                (idle.resident() - before.resident()) / MANY,
                (idle.heap() - before.heap()) / MANY,
                growth,
                stored,
                (double) database.bytesOfRows("packet") / stored,
                (double) (database.bytes("packet") - database.bytesOfRows("packet")) / stored,
                (double) database.bytes("packet_key") / stored,
                copy.rowsPerSecond(rows, false),
                copy.rowsPerSecond(rows, true));
    }

    private IngestFigures.Throughput throughput(String prefix, int connections) throws IOException {
        say(connections + " connections");
        try (Load load = Load.connect(center.tcpPort(), prefix, connections, IN_FLIGHT / connections)) {
            Load.Measured full = load.measure(Double.POSITIVE_INFINITY, plan.before, plan.measured, processors);
            Load.Measured half = load.measure(full.packetsPerSecond() / 2, plan.before, plan.measured, processors);
            answered += load.answered();
            return new IngestFigures.Throughput(connections, full, half);
        }
    }

    private List<IngestFigures.Step> grow() throws IOException, SQLException {
        List<IngestFigures.Step> steps = new ArrayList<>();
        try (Load load = Load.connect(center.tcpPort(), "GROW", FEW, IN_FLIGHT / FEW)) {
            long step = plan.stored / plan.steps;
            for (long target = step; target <= plan.stored; target += step) {
                Load.Measured measured = load.send(Math.max(step / 10, target - database.stored()), processors);
                steps.add(new IngestFigures.Step(database.stored(), measured));
                say("%,d packets stored, %,.0f/s, processor time %.0f µs a packet"
                        .formatted(
                                target,
                                measured.packetsPerSecond(),
                                steps.get(steps.size() - 1).microseconds()));
            }
            answered += load.answered();
        }
        return steps;
    }

    private static void say(String what) {
        System.err.println("bench ingest: " + what);
    }
}
