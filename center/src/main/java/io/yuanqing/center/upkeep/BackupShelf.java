package io.yuanqing.center.upkeep;

import io.yuanqing.center.store.BackupFailed;
import io.yuanqing.center.store.BackupFolder;
import io.yuanqing.center.store.BackupHead;
import io.yuanqing.center.store.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds this server's backups, each in a folder of its own. */
final class BackupShelf {

    private static final Logger log = LoggerFactory.getLogger(BackupShelf.class);

    private final Path folder;

    BackupShelf(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path place(String name) {
        return folder.resolve(name);
    }

    /** Newest first. */
    List<BackupFolder> made() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(BackupFolder::find)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(
                                    (BackupFolder one) -> one.head().endedAt())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new BackupFailed("The folder of backups, " + folder + ", cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Removes the oldest ones beyond a number, and the write-ahead log that only they needed; those of another cluster,
     * which share the folder, are not counted.
     */
    void keep(int most, String system, @Nullable String archive) {
        made().stream()
                .filter(one -> one.head().system().equals(system))
                .skip(Math.max(1, most))
                .forEach(old -> {
                    old.remove();
                    log.info("the old backup {} was removed; {} are kept", old.path(), most);
                });
        if (archive != null) {
            made().stream()
                    .map(BackupFolder::head)
                    .filter(kept -> archive.equals(kept.walArchive()))
                    .map(BackupHead::firstSegment)
                    .min(Comparator.naturalOrder())
                    .ifPresent(first -> removeBefore(folder.resolve(archive), first));
        }
    }

    private static void removeBefore(Path archive, String first) {
        try {
            WalArchive.removeBefore(archive, first);
        } catch (IOException e) {
            throw new BackupFailed("Old parts of " + archive + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
