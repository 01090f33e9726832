package io.yuanqing.center.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL prints: warnings and errors go to the server's log, the last lines are kept for messages. */
final class PostgresLog {

    private static final Logger log = LoggerFactory.getLogger("postgres");
    private static final int KEPT_LINES = 8;

    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Reads on a daemon thread until the process closes its output. */
    void follow(Process process) {
        Thread reader = new Thread(() -> read(process), "postgres-log-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    void awaitEnd() {
        try {
            ended.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized String tail() {
        return lastLines.isEmpty() ? "(nothing)" : String.join(" | ", lastLines);
    }

    private void read(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                report(line);
            }
        } catch (IOException e) {
            log.debug("output of process {} ended: {}", process.pid(), e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private synchronized void keep(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lastLines.size() == KEPT_LINES) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line.strip());
    }

    private static void report(String line) {
        if (line.contains(" PANIC: ") || line.contains(" FATAL: ") || line.contains(" ERROR: ")) {
            // "starting up" and the like are answers to our own readiness probe.
            if (line.contains("the database system is")) {
                log.debug("{}", line);
            } else {
                log.warn("{}", line);
            }
        } else {
            log.debug("{}", line);
        }
    }
}
