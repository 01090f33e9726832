package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starting and stopping PostgreSQL's programs. */
final class ServerProcess {

    /** What every embedded server runs with; durability first. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("wal_compression", "pglz"),
            // What is kept for an archive that is away, or for a backup that is slow, must not fill the disk.
            Map.entry("max_slot_wal_keep_size", "8GB"),
            Map.entry("timezone", "Asia/Shanghai"),
            Map.entry("log_timezone", "Asia/Shanghai"));

    private ServerProcess() {}

    /** @param settings beside those that every embedded server runs with */
    static Process start(
            Path postgres,
            Path cluster,
            int port,
            Map<String, String> settings,
            Map<String, String> environment,
            PostgresLog output) {
        List<String> command = new ArrayList<>();
        command.add(postgres.toString());
        command.add("-D");
        command.add(cluster.toString());
        command.add("-p");
        command.add(Integer.toString(port));
        Stream.of(SETTINGS, settings).flatMap(some -> some.entrySet().stream()).forEach(setting -> {
            command.add("-c");
            command.add(setting.getKey() + "=" + setting.getValue());
        });
        PlainUser user = PlainUser.find();
        try {
            user.takeOver(cluster);
        } catch (IOException e) {
            throw new StartRefused("The database folder " + cluster + " cannot be taken over: " + e.getMessage(), e);
        }
        return launch(user.command(command), environment, output);
    }

    /** Runs a program to its end; refuses the start with its last words when it fails. */
    static void run(List<String> program, String purpose) {
        PostgresLog output = new PostgresLog();
        Process process = launch(PlainUser.find().command(program), Map.of(), output);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new StartRefused(purpose + " did not end within two minutes: " + output.tail());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted during: " + purpose, e);
        }
        output.awaitEnd();
        if (process.exitValue() != 0) {
            throw new StartRefused(purpose + " failed: " + output.tail());
        }
    }

    /** Fast shutdown (SIGINT): open transactions are rolled back, everything committed is written. */
    static void stopFast(ProcessHandle postmaster) {
        signal(postmaster, "INT");
    }

    static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new StartRefused("Cannot signal PostgreSQL's process " + process.pid() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(List<String> command, Map<String, String> environment, PostgresLog output) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            output.follow(process);
            return process;
        } catch (IOException e) {
            throw new StartRefused("Cannot start " + command.get(command.size() - 1) + ": " + e.getMessage(), e);
        }
    }
}
