package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new data directory of a backup.
 *
 * <pre>
 * verify every byte -> copy -> replay the write-ahead log: of the backup, of the archive, of the lost server -> stop
 * </pre>
 *
 * The backup is only read. The restored database goes on in a timeline of its own, so that its write-ahead log is never
 * taken for the old one's.
 */
public final class Restore {

    private final Consumer<String> says;

    /** @param says is told each step, for the person who waits */
    public Restore(Consumer<String> says) {
        this.says = says;
    }

    /**
     * Restores.
     *
     * @param data must not exist, or be empty
     * @param lost data directory of the server that was lost, when its disk can still be read: what its write-ahead log
     *     holds beyond the archive is replayed too; null for none
     * @param archive folder of the archive of the write-ahead log; null: the one that lies beside the backup, if any
     * @return the packet log's head in the restored data directory
     * @throws BackupFailed when the backup is damaged
     * @throws StartRefused when the data directory cannot be used, the lost one is still served, or a part of the log between
     *     the backup and it is missing
     */
    public long restore(BackupFolder backup, Path data, @Nullable Path lost, @Nullable Path archive) {
        requireEmpty(data);
        says.accept("verifying " + backup.head().files() + " files of " + backup.path());
        List<BackupFile> files = backup.verified();
        try (WalSource wal = WalSource.of(backup, lost, archive, says);
                DataDirectory target = DataDirectory.lock(data)) {
            Path unfinished = target.path().resolve(DataDirectory.UNFINISHED_RESTORE);
            Files.writeString(unfinished, backup.path().toString());
            copy(backup, files, target.path());
            says.accept("replaying the write-ahead log");
            long restored = replay(target, wal);
            Files.delete(unfinished);
            DurableFiles.forceFolder(target.path());
            return restored;
        } catch (IOException e) {
            throw new BackupFailed(
                    "The data directory " + data + " cannot be written: " + DataDirectory.reason(e)
                            + ". Remove it, free the space, and restore once more.",
                    e);
        }
    }

    private static void requireEmpty(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                throw new StartRefused("The folder " + data + " is not empty. Restore into a new one: nothing that may"
                        + " still be needed is overwritten.");
            }
        } catch (IOException e) {
            throw new StartRefused("The folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void copy(BackupFolder backup, List<BackupFile> files, Path data) throws IOException {
        says.accept("copying " + (backup.head().bytes() >> 20) + " MB into " + data);
        try (Stream<Path> folders = Files.walk(backup.path())) {
            for (Path folder : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                Path made = data.resolve(backup.path().relativize(folder).toString());
                Files.createDirectories(made);
                Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
            }
        }
        for (BackupFile file : files) {
            Path copy = data.resolve(file.path());
            DurableFiles.copy(backup.path().resolve(file.path()), copy, file.path(), bytes -> {});
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(file.mode()));
        }
        // PostgreSQL refuses a cluster that others may enter, as one that came over a share without modes would be.
        Files.setPosixFilePermissions(
                data.resolve(DataDirectory.CLUSTER), PosixFilePermissions.fromString("rwx------"));
    }

    private long replay(DataDirectory data, WalSource wal) throws IOException {
        Files.createFile(data.path().resolve(DataDirectory.CLUSTER).resolve("recovery.signal"));
        try (EmbeddedDatabase database = EmbeddedDatabase.recover(data, wal)) {
            try (Connection connection =
                    DriverManager.getConnection(database.url(), database.user(), database.password())) {
                return LogHead.position(connection);
            }
        } catch (SQLException e) {
            throw new BackupFailed("The restored database does not answer: " + e.getMessage(), e);
        }
    }
}
