package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies a data directory while its database works.
 *
 * <pre>
 * keep the write-ahead log -> pg_backup_start -> copy the files, torn as they may be -> pg_backup_stop
 *   -> copy the write-ahead log between the two, which mends them -> list with hashes -> rename FOLDER.part to FOLDER
 * </pre>
 *
 * The copy stands for the moment of pg_backup_stop and needs nothing else. Every file has reached the disk before the
 * folder gets its name.
 */
public final class OnlineBackup {

    private final Path data;
    private final ClusterLogin login;
    private final Clock clock;

    public OnlineBackup(Path data, ClusterLogin login, Clock clock) {
        this.data = data;
        this.login = login;
        this.clock = clock;
    }

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(long bytesDone, long bytesInAll);
    }

    /**
     * Makes one backup.
     *
     * @param target its folder, which must not exist yet
     * @param walArchive name of the folder beside it that holds the write-ahead log from here on; null when none is kept
     * @throws BackupFailed when it could not be made; nothing of it is left then
     */
    public BackupHead into(Path target, @Nullable String walArchive, Progress progress) {
        Path part = target.resolveSibling(target.getFileName() + BackupFolder.PART);
        try (BackupSession session = BackupSession.open(login)) {
            make(part, target);
            try {
                BackupHead head = copy(session, part, walArchive, progress);
                Files.move(part, target);
                DurableFiles.forceFolder(parent(target));
                return head;
            } catch (IOException | SQLException | RuntimeException e) {
                Cluster.remove(part);
                throw e;
            }
        } catch (IOException e) {
            throw new BackupFailed(
                    "The backup " + target + " cannot be written: " + DataDirectory.reason(e)
                            + ". Free the space, or choose another folder.",
                    e);
        } catch (SQLException e) {
            throw new BackupFailed(
                    "The database did not give the backup " + target + ": " + e.getMessage() + ". Try again.", e);
        }
    }

    private static void make(Path part, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new BackupFailed("The folder " + target + " exists already; a backup is never overwritten.");
        }
        Files.createDirectories(parent(target));
        Cluster.remove(part); // of a run that was killed: nobody else is at it, the session's lock says so
        Files.createDirectory(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Path parent(Path target) {
        return Objects.requireNonNull(target.toAbsolutePath().getParent(), "a backup is no file system's root");
    }

    private BackupHead copy(BackupSession session, Path part, @Nullable String walArchive, Progress progress)
            throws SQLException, IOException {
        Instant startedAt = clock.instant();
        session.start("yuanqing " + startedAt);
        CopiedFiles found = CopiedFiles.of(data);
        Copying copying = new Copying(found.bytes(), progress);
        for (Path folder : found.folders()) {
            Path made = part.resolve(data.relativize(folder).toString());
            Files.createDirectories(made);
            Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
        }
        for (Path file : found.files()) {
            copying.file(file, part, data.relativize(file).toString());
        }
        long logPosition = LogHead.position(session.connection());
        BackupSession.Stopped stopped = session.stop();
        copying.text(part, DataDirectory.CLUSTER + "/backup_label", stopped.label());
        WalSegment first = session.firstSegment();
        for (WalSegment segment = first; segment.number() <= stopped.last().number(); segment = segment.next()) {
            String name = DataDirectory.CLUSTER + "/pg_wal/" + segment.fileName();
            copying.file(data.resolve(name), part, name);
        }
        byte[] list = BackupFolder.JSON.writeValueAsBytes(copying.files);
        BackupFile listed = DurableFiles.write(part.resolve(BackupFolder.FILE_LIST), BackupFolder.FILE_LIST, list);
        BackupHead head = new BackupHead(
                BackupHead.FORMAT,
                startedAt,
                clock.instant(),
                session.postgres(),
                session.system(),
                first.timeline(),
                first.fileName(),
                stopped.last().fileName(),
                logPosition,
                copying.files.size(),
                copying.done,
                listed.sha256(),
                walArchive);
        DurableFiles.write(
                part.resolve(BackupFolder.HEAD), BackupFolder.HEAD, BackupFolder.JSON.writeValueAsBytes(head));
        for (Path folder : found.folders()) {
            DurableFiles.forceFolder(part.resolve(data.relativize(folder).toString()));
        }
        return head;
    }

    /** What has been copied so far. */
    private static final class Copying {

        private final long inAll;
        private final Progress progress;
        private final List<BackupFile> files = new ArrayList<>();
        private long done;

        Copying(long inAll, Progress progress) {
            this.inAll = inAll;
            this.progress = progress;
        }

        void file(Path file, Path part, String name) throws IOException {
            try {
                files.add(DurableFiles.copy(file, part.resolve(name), name, bytes -> {
                    done += bytes;
                    progress.at(done, Math.max(done, inAll));
                }));
            } catch (NoSuchFileException e) {
                if (!file.toString().equals(e.getFile()) || name.contains("/pg_wal/")) {
                    throw e;
                }
                // a table that was dropped meanwhile; the write-ahead log knows of it
            }
        }

        void text(Path part, String name, String content) throws IOException {
            files.add(DurableFiles.write(part.resolve(name), name, content.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
