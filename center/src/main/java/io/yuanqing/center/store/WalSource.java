package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

    /**
     * @param lost data directory of the lost server; null for none
     * @param archive the archive's folder, when it does not lie beside the backup; null: there
     * @throws StartRefused when the lost server's log does not continue what the backup and the archive hold
     */
    static WalSource of(BackupFolder backup, @Nullable Path lost, @Nullable Path archive, Consumer<String> says) {
        Map<String, String> environment = new LinkedHashMap<>();
        Path archived = archive(backup, archive, says);
        if (archived != null) {
            environment.put(ARCHIVE, archived.toString());
        }
        if (lost == null) {
            return new WalSource(environment, null);
        }
        DataDirectory held = hold(backup, lost, environment);
        try {
            requireNoGap(backup, archived, lost);
            return new WalSource(environment, held);
        } catch (StartRefused e) {
            held.close();
            throw e;
        }
    }

    private static @Nullable Path archive(BackupFolder backup, @Nullable Path given, Consumer<String> says) {
        if (given != null) {
            if (!Files.isDirectory(given)) {
                throw new StartRefused(
                        "There is no folder " + given + ". Name the archive of the write-ahead log, a folder"
                                + " 'wal-...' beside the server's own backups.");
            }
            return given.toAbsolutePath();
        }
        String name = backup.head().walArchive();
        if (name == null) {
            return null;
        }
        Path beside = backup.path().toAbsolutePath().resolveSibling(name);
        if (!Files.isDirectory(beside)) {
            says.accept("the archive of the write-ahead log, " + beside
                    + ", is not there: restoring up to the backup's end only");
            return null;
        }
        says.accept("the archive of the write-ahead log is " + beside);
        return beside;
    }

    /** The database removes what it needs no more itself: of an older backup's continuation the first part may be gone. */
    private static void requireNoGap(BackupFolder backup, @Nullable Path archive, Path lost) {
        WalSegment behind = WalSegment.named(backup.head().lastSegment()).orElseThrow();
        try {
            Set<WalSegment> there =
                    WalSegment.in(lost.resolve(DataDirectory.CLUSTER).resolve("pg_wal"));
            WalSegment missing = behind.missingUpTo(there, archive == null ? Set.of() : WalSegment.in(archive));
            if (missing != null) {
                throw new StartRefused("Behind the backup, which ends in " + behind.fileName()
                        + ", the write-ahead log goes on"
                        + " in " + missing.fileName() + ": that is neither in " + lost
                        + " any more nor in the archive ("
                        + (archive == null ? "none" : archive) + "). Without it nothing later can be replayed. Name the"
                        + " archive by --archive, take a later backup, or leave --lost out to restore up to the end of what"
                        + " there is.");
            }
        } catch (IOException e) {
            throw new StartRefused("The write-ahead log of " + lost + " cannot be read: " + e.getMessage(), e);
        }
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
