package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a restore finds the write-ahead log beyond the backup's own: in the archive beside the backup, whose last segment
 * may be a part only, and in the data directory that was lost.
 */
final class WalSource implements AutoCloseable {

    private static final String ARCHIVE = "YUANQING_WAL_ARCHIVE";
    private static final String LOST = "YUANQING_WAL_LOST";

    private final Map<String, String> environment;
    private final @Nullable DataDirectory held;

    private WalSource(Map<String, String> environment, @Nullable DataDirectory held) {
        this.environment = environment;
        this.held = held;
    }

    static WalSource of(BackupFolder backup, @Nullable Path lost, Consumer<String> says) {
        Map<String, String> environment = new LinkedHashMap<>();
        String name = backup.head().walArchive();
        if (name != null) {
            Path archive = backup.path().toAbsolutePath().resolveSibling(name);
            if (Files.isDirectory(archive)) {
                says.accept("the archive of the write-ahead log is " + archive);
                environment.put(ARCHIVE, archive.toString());
            } else {
                says.accept("the archive of the write-ahead log, " + archive
                        + ", is not there: restoring up to the backup's end only");
            }
        }
        return new WalSource(environment, lost == null ? null : hold(backup, lost, environment));
    }

    /** The lost server must not run, nor its database: its log would go on behind us. */
    private static DataDirectory hold(BackupFolder backup, Path lost, Map<String, String> environment) {
        Path cluster = lost.toAbsolutePath().resolve(DataDirectory.CLUSTER);
        Path wal = cluster.resolve("pg_wal");
        if (!Files.isDirectory(wal)) {
            throw new StartRefused("There is no database in " + lost + ". Leave --lost out, or name the data directory"
                    + " of the server that was lost.");
        }
        DataDirectory held = DataDirectory.lock(lost);
        Orphan.stop(cluster);
        try {
            String system = ControlFile.system(cluster);
            if (!system.equals(backup.head().system())) {
                held.close();
                throw new StartRefused(
                        "The database in " + lost + " (system " + system + ") is not the one of the backup "
                                + backup.path() + " (system " + backup.head().system() + ").");
            }
        } catch (IOException e) {
            held.close();
            throw new StartRefused("The database in " + lost + " cannot be read: " + e.getMessage(), e);
        }
        environment.put(LOST, wal.toString());
        return held;
    }

    /** The paths come through the environment: whatever characters they hold, no shell reads them. */
    Map<String, String> environment() {
        return environment;
    }

    /** Whole segments first; a shorter one of the archive may be whole in the lost directory. */
    Map<String, String> settings() {
        StringBuilder command = new StringBuilder();
        if (environment.containsKey(ARCHIVE)) {
            command.append("cp \"$" + ARCHIVE + "/%f\" \"%p\" 2>/dev/null || ");
        }
        if (environment.containsKey(LOST)) {
            command.append("cp \"$" + LOST + "/%f\" \"%p\" 2>/dev/null || ");
        }
        if (environment.containsKey(ARCHIVE)) {
            command.append("cp \"$" + ARCHIVE + "/%f" + BackupFolder.PART + "\" \"%p\" 2>/dev/null || ");
        }
        return Map.of(
                "restore_command", command.append("exit 1").toString(),
                "recovery_target_timeline", "current",
                "hot_standby", "off");
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }
}
