package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database process that outlived its server. Only called while the data directory's lock is held, so whatever still
 * serves the cluster has no owner any more.
 */
final class Orphan {

    private static final Logger log = LoggerFactory.getLogger(Orphan.class);
    private static final Duration FAST_STOP = Duration.ofSeconds(30);

    private Orphan() {}

    static void stop(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster = postmaster(pidFile, cluster);
        if (postmaster.isEmpty()) {
            return;
        }
        ProcessHandle process = postmaster.get();
        log.warn("stopping the database process {} that an earlier server left behind in {}", process.pid(), cluster);
        ServerProcess.stopFast(process);
        if (!ended(process, FAST_STOP)) {
            ServerProcess.signal(process, "QUIT"); // immediate: the next start recovers from the log
            if (!ended(process, FAST_STOP)) {
                throw new StartRefused("The database process " + process.pid() + " of an earlier server still holds "
                        + cluster + " and does not stop. End it by hand (kill -9 " + process.pid()
                        + "), then start again.");
            }
        }
    }

    /** The first line of postmaster.pid is the process id; after a reboot it may belong to somebody else. */
    private static Optional<ProcessHandle> postmaster(Path pidFile, Path cluster) {
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(p -> serves(p, cluster));
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused("Cannot read " + pidFile + ": " + e.getMessage(), e);
        }
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return commandLine.contains("postgres") && commandLine.contains(cluster.toString());
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    private static boolean ended(ProcessHandle process, Duration wait) {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
