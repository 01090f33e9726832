package io.yuanqing.simulator;

import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.live.Faults;
import io.yuanqing.simulator.live.Incidents;
import io.yuanqing.simulator.live.LastRun;
import io.yuanqing.simulator.live.LiveCity;
import io.yuanqing.simulator.live.SimulatedTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: loggers that send until they are told to stop. */
@Command(
        name = "simulate",
        description = "Lets data loggers send to a centre until they are stopped (SIGTERM, Ctrl-C, --duration).",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(10);

    @Option(names = "--host", paramLabel = "H", description = "Address of the centre (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "P", description = "TCP port of the centre (default: 9212).")
    private int port = 9212;

    @Option(names = "--city", description = "The sample city as it is (this is the default).")
    private boolean sampleCity;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "N loggers instead: the sample city's first, then copies of them under other MNs.")
    private @Nullable Integer points;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "Seconds of the city for a real second (default: 1). Above 1, data soon lie in the future,"
                    + " which a centre may refuse: use --start.")
    private double speed = 1;

    @Option(
            names = "--start",
            paramLabel = "ISO",
            description = "The city's time at the start, as 2026-11-20T00:00:00Z (default: now).")
    private @Nullable Instant start;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: 212).")
    private long seed = Simulate.USUAL_SEED;

    @Option(names = "--faults", paramLabel = "LEVEL", description = "none, mild or wild (default: mild).")
    private Faults faults = Faults.MILD;

    @Option(
            names = "--incidents",
            paramLabel = "FILE",
            description = "Record of falsified stretches and other incidents, as JSON lines.")
    private @Nullable Path incidentFile;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Remembers there until when the loggers ran; what they measured since the last run is filled in.")
    private @Nullable Path resumeFile;

    @Option(
            names = "--duration",
            paramLabel = "D",
            description = "Stop after this time: 90s, 10m, 2h (default: never).")
    private @Nullable String duration;

    @Option(names = "--status-every", paramLabel = "D", description = "Time between two status lines (default: 30s).")
    private String statusEvery = "30s";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (sampleCity && points != null) {
            throw wrong("--city and --points exclude each other; --points " + points + " begins with the sample city");
        }
        if (points != null && points < 1) {
            throw wrong("--points " + points + " is no number of loggers; give 1 or more");
        }
        if (!(speed > 0)) {
            throw wrong("--speed " + speed + " is no speed; give a number above 0");
        }
        long end = duration == null
                ? Long.MAX_VALUE
                : System.nanoTime() + time(duration).toNanos();
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw wrong("--host '" + host + "' is not known to the name service; check the name or give an IP address");
        }
        try (Incidents incidents = incidentFile == null ? Incidents.none() : Incidents.to(incidentFile)) {
            return run(address, incidents, end, time(statusEvery));
        } catch (IOException e) {
            System.err.println("simulator: a file of --incidents or --resume cannot be used: " + e.getMessage()
                    + ". Name files in a folder that exists and may be written.");
            return 1;
        }
    }

    private int run(InetSocketAddress address, Incidents incidents, long end, Duration every)
            throws InterruptedException, IOException {
        City city = points == null ? City.sample() : City.ofSize(points);
        Instant begin = start == null ? Instant.now() : start;
        SimulatedTime time = SimulatedTime.from(begin, speed);
        LastRun lastRun = new LastRun(resumeFile);
        Instant last = lastRun.before(begin);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped), "stop"));
        try (LiveCity live = new LiveCity(city, address, seed, faults, time, last, REPLY_TIMEOUT, incidents)) {
            System.out.printf(
                    "simulator: %,d loggers for %s:%d, seed %d, speed %s, faults %s%n",
                    live.size(), host, port, seed, speed, faults);
            live.start();
            while (live.alive()) {
                long left = Math.min(every.toNanos(), end - System.nanoTime());
                boolean told = stop.await(left, TimeUnit.NANOSECONDS);
                System.out.println("simulator: " + live.counts());
                lastRun.note(live.now());
                if (told || System.nanoTime() >= end) {
                    return 0;
                }
                live.record();
            }
            System.err.println("simulator: a thread of loggers has ended early; see above");
            return 1;
        } finally {
            stopped.countDown();
        }
    }

    /** The process may end only when the connections are closed. */
    private static void await(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration time(String text) {
        try {
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> throw wrong("'" + text + "' is no time; write 90s, 10m or 2h");
            };
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw wrong("'" + text + "' is no time; write 90s, 10m or 2h");
        }
    }

    private ParameterException wrong(String message) {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(known.commandLine(), message);
    }
}
