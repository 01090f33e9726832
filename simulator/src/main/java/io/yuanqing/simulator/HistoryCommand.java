package io.yuanqing.simulator;

import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.history.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code history}: the past of the sample city, for a server whose log is empty. */
@Command(
        name = "history",
        description = "Writes what the sample city would have sent until a moment, with the times of its receipt.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File or named pipe to write to.")
    private Path out = Path.of("");

    @Option(names = "--until", required = true, paramLabel = "ISO", description = "The end, as 2026-11-24T12:00:00Z.")
    private Instant until = Instant.EPOCH;

    @Option(names = "--days", paramLabel = "N", description = "Days of hour and day data (default: 30).")
    private int days = 30;

    @Option(names = "--minute-days", paramLabel = "N", description = "Days of minute data (default: 2).")
    private int minuteDays = 2;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: 212).")
    private long seed = Simulate.USUAL_SEED;

    @Override
    public Integer call() {
        try {
            long started = System.nanoTime();
            long packets = new History(City.sample(), seed)
                    .write(out, until, Duration.ofDays(days), Duration.ofDays(minuteDays));
            System.err.printf(
                    "simulator: history of %,d packets until %s written in %.1f s (seed %d)%n",
                    packets, until, (System.nanoTime() - started) / 1e9, seed);
            return 0;
        } catch (IOException e) {
            System.err.println("simulator: the history could not be written to " + out + ": " + e.getMessage()
                    + ". If it is a pipe, its reader has gone; the next start begins again.");
            return 1;
        }
    }
}
