package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything a server must not lose: database, certificates, generated secrets. One server at a
 * time: the lock on {@code server.lock} is held until {@link #close()} and goes with the process, however it ends.
 */
public final class DataDirectory implements AutoCloseable {

    static final String LOCK_FILE = "server.lock";

    /** The database cluster. */
    static final String CLUSTER = "postgres";

    static final String PASSWORD_FILE = "database.password";

    /** Where backups go when nobody names another place; itself never part of one. */
    static final String BACKUPS = "backups";

    /** Names the archive of this directory's write-ahead log; not part of a backup, whose restore has an archive anew. */
    public static final String ARCHIVE_ID = "wal-archive.id";

    /** Lies there from the beginning of a restore to its end. */
    static final String UNFINISHED_RESTORE = "restore.unfinished";

    private final Path path;
    private final FileChannel lockChannel;

    private DataDirectory(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes the folder, creating it when it is missing.
     *
     * @throws StartRefused when it cannot be written, another server holds it, or a restore into it did not end
     */
    public static DataDirectory take(Path path) {
        if (Files.exists(path.resolve(UNFINISHED_RESTORE))) {
            throw new StartRefused("The restore into " + path.toAbsolutePath().normalize()
                    + " did not end, so the data are not whole. Remove this folder and restore once more.");
        }
        return lock(path);
    }

    /** Whether a server, or another command, holds the folder at this moment. */
    public static boolean inUse(Path path) {
        if (!Files.exists(path.resolve(LOCK_FILE))) {
            return false;
        }
        try (FileChannel channel =
                FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            throw new StartRefused("The data directory " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    static DataDirectory lock(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            FileChannel channel = FileChannel.open(
                    absolute.resolve(LOCK_FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String holder = read(channel);
                channel.close();
                throw new StartRefused("The data directory " + absolute + " is in use by another server"
                        + (holder.isBlank() ? "" : " (process " + holder.strip() + ")")
                        + ". Stop that server, or choose another directory with --data.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(absolute, channel);
        } catch (FileSystemException e) {
            throw new StartRefused(
                    "The data directory " + absolute + " cannot be used: " + reason(e)
                            + ". Make it a folder that this user may write, or choose another with --data.",
                    e);
        } catch (IOException e) {
            throw new StartRefused("The data directory " + absolute + " cannot be used: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    /** A file of secrets, made once with the given content, readable by its owner only. */
    public String secret(String fileName, java.util.function.Supplier<String> content) {
        Path file = path.resolve(fileName);
        try {
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(
                        path,
                        fileName,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, content.get());
                Files.move(fresh, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused("The secret file " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    /** Removes such a file; the next {@link #secret} makes it anew. */
    public void forget(String fileName) {
        try {
            Files.deleteIfExists(path.resolve(fileName));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot remove " + path.resolve(fileName), e);
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot release " + path.resolve(LOCK_FILE), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by another server in this very process, as in tests
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }

    /** What went wrong with which file. */
    static String reason(IOException e) {
        return e instanceof FileSystemException named ? reason(named) : String.valueOf(e.getMessage());
    }

    private static String reason(FileSystemException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getReason() == null ? kind + " (" + e.getFile() + ")" : e.getReason() + " (" + e.getFile() + ")";
    }
}
