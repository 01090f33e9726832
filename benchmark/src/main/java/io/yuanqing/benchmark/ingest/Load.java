package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Loggers on so many connections, driven by few threads. */
public final class Load implements AutoCloseable {

    private static final int THREADS = 2;
    private static final Duration GIVE_UP = Duration.ofMinutes(2);

    /** So old is the first packet of every logger; each has its own seconds to go. */
    private static final Duration HISTORY = Duration.ofDays(30);

    private final List<LoadThread> threads = new ArrayList<>();

    /**
     * What was measured.
     *
     * @param packetsPerSecond acknowledged
     * @param latencies of the acknowledgements
     * @param processors what processor time the time measured went to
     */
    record Measured(double packetsPerSecond, Latencies latencies, Processors.Use processors) {}

    /** Connects them all, and has each send its first packet and be answered. */
    public static Load connect(int tcpPort, String mnPrefix, int connections, int window) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), tcpPort);
        Random random = new Random(212);
        Instant start = Instant.now().minus(HISTORY);
        Load load = new Load();
        try {
            for (int i = 0; i < THREADS; i++) {
                load.threads.add(new LoadThread("load-" + i));
            }
            for (int i = 0; i < connections; i++) {
                Frames frames = new Frames("%s%06d".formatted(mnPrefix, i), start, random);
                load.threads.get(i % THREADS).connect(frames, window, server);
            }
            for (LoadThread thread : load.threads) {
                thread.greet();
                thread.start();
            }
            load.awaitAnswers();
            return load;
        } catch (IOException | RuntimeException e) {
            load.close();
            throw e;
        }
    }

    /** Sends at that rate from now on, until {@link #end()}. */
    void begin(double packetsPerSecond) throws IOException {
        rate(packetsPerSecond);
    }

    /** Sends nothing more, and waits for all answers. */
    Latencies end() throws IOException {
        Latencies latencies = rate(0);
        awaitAnswers();
        return latencies;
    }

    /**
     * Sends for some time without measuring, then for some time with.
     *
     * @param packetsPerSecond infinite for as many as the windows allow
     */
    Measured measure(double packetsPerSecond, Duration before, Duration measured, Processors processors)
            throws IOException {
        rate(packetsPerSecond);
        sleep(before);
        rate(packetsPerSecond);
        Processors.Reading used = processors.read();
        long from = System.nanoTime();
        long answered = answered();
        sleep(measured);
        double seconds = (System.nanoTime() - from) / 1e9;
        double perSecond = (answered() - answered) / seconds;
        Processors.Use use = processors.read().since(used);
        Latencies latencies = rate(0);
        awaitAnswers();
        return new Measured(perSecond, latencies, use);
    }

    /** Sends at full load until so many answers more have come. */
    Measured send(long packets, Processors processors) throws IOException {
        Processors.Reading used = processors.read();
        long from = System.nanoTime();
        long answered = answered();
        rate(Double.POSITIVE_INFINITY);
        while (answered() - answered < packets) {
            sleep(Duration.ofMillis(5));
        }
        Latencies latencies = rate(0);
        awaitAnswers();
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Measured(
                (answered() - answered) / seconds, latencies, processors.read().since(used));
    }

    /** Answers since the beginning, the first of each connection included. */
    long answered() throws IOException {
        long sum = 0;
        for (LoadThread thread : threads) {
            sum += thread.answered();
        }
        return sum;
    }

    private Latencies rate(double packetsPerSecond) throws IOException {
        Latencies all = new Latencies();
        for (LoadThread thread : threads) {
            all.add(thread.rate(packetsPerSecond / threads.size()));
        }
        return all;
    }

    private void awaitAnswers() throws IOException {
        long giveUp = System.nanoTime() + GIVE_UP.toNanos();
        for (LoadThread thread : threads) {
            while (thread.unanswered() > 0) {
                if (System.nanoTime() > giveUp) {
                    throw new IOException(thread.unanswered() + " packets were not answered within " + GIVE_UP);
                }
                sleep(Duration.ofMillis(1));
            }
        }
    }

    private static void sleep(Duration time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (LoadThread thread : threads) {
            try {
                thread.end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
