package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup on disk.
 *
 * <pre>
 * FOLDER/backup.json    what it is, and the hash of files.json
 *        files.json     every file with size, mode and hash
 *        postgres/ …    the data directory
 * </pre>
 */
public final class BackupFolder {

    static final String HEAD = "backup.json";
    static final String FILE_LIST = "files.json";

    /** Ends the name of a folder that is being written. */
    static final String PART = ".part";

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;
    private final BackupHead head;

    private BackupFolder(Path path, BackupHead head) {
        this.path = path;
        this.head = head;
    }

    /** @throws BackupFailed when there is no backup */
    public static BackupFolder open(Path path) {
        try {
            BackupHead head = JSON.readValue(Files.readAllBytes(path.resolve(HEAD)), BackupHead.class);
            if (head.format() != BackupHead.FORMAT) {
                throw new BackupFailed("The backup " + path + " has the format " + head.format()
                        + "; this version reads " + BackupHead.FORMAT + ". Use the version that made it.");
            }
            return new BackupFolder(path, head);
        } catch (IOException | JacksonException e) {
            throw new BackupFailed(
                    "There is no whole backup in " + path + " (" + HEAD + ": " + e.getMessage() + ")", e);
        }
    }

    /** Empty when the folder holds none, or one that was cut off. */
    public static Optional<BackupFolder> find(Path path) {
        try {
            return Files.exists(path.resolve(HEAD)) && !path.toString().endsWith(PART)
                    ? Optional.of(open(path))
                    : Optional.empty();
        } catch (BackupFailed unreadable) {
            return Optional.empty();
        }
    }

    /** Takes it off the disk; its head first, so that one that was cut off is no backup any more. */
    public void remove() {
        try {
            Files.delete(path.resolve(HEAD));
            Cluster.remove(path);
        } catch (IOException e) {
            throw new BackupFailed("The backup " + path + " cannot be removed: " + DataDirectory.reason(e), e);
        }
    }

    public Path path() {
        return path;
    }

    public BackupHead head() {
        return head;
    }

    /**
     * Reads every byte.
     *
     * @return the files, all of them there and as they were written
     * @throws BackupFailed naming the first one that is not
     */
    List<BackupFile> verified() {
        try {
            Path list = path.resolve(FILE_LIST);
            if (!DurableFiles.sha256(list).equals(head.fileListSha256())) {
                throw new BackupFailed("The backup " + path + " is damaged: " + FILE_LIST
                        + " is not the one that was written. Use another backup.");
            }
            List<BackupFile> files = Arrays.asList(JSON.readValue(Files.readAllBytes(list), BackupFile[].class));
            for (BackupFile file : files) {
                verify(file);
            }
            return files;
        } catch (IOException e) {
            throw new BackupFailed("The backup " + path + " cannot be read: " + DataDirectory.reason(e), e);
        }
    }

    private void verify(BackupFile file) throws IOException {
        Path copy = path.resolve(file.path()).normalize();
        if (!copy.startsWith(path.normalize())) {
            throw new BackupFailed("The backup " + path + " names a file outside itself: " + file.path());
        }
        if (!Files.isRegularFile(copy)) {
            throw new BackupFailed("The backup " + path + " is damaged: " + file.path() + " is missing. Use another.");
        }
        if (Files.size(copy) != file.size() || !DurableFiles.sha256(copy).equals(file.sha256())) {
            throw new BackupFailed("The backup " + path + " is damaged: " + file.path()
                    + " has other bytes than were written. Use another.");
        }
    }
}
