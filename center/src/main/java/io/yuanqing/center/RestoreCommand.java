package io.yuanqing.center;

import io.yuanqing.center.store.BackupFailed;
import io.yuanqing.center.store.BackupFolder;
import io.yuanqing.center.store.Restore;
import io.yuanqing.center.store.StartRefused;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code restore}: makes a new data directory of a backup. Exit code 0; 1 when it was refused or did not succeed. */
@Command(
        name = "restore",
        description = "Makes a new data directory of a backup, as far as the write-ahead log goes.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "Folder of the backup.")
    private Path from = Path.of("backup");

    @Option(names = "--data", paramLabel = "NEWDIR", required = true, description = "New data directory.")
    private Path data = Path.of("data");

    @Option(
            names = "--lost",
            paramLabel = "DIR",
            description = "Data directory of the lost server, when its disk can be read: what it committed after the"
                    + " backup is restored too.")
    private @Nullable Path lost;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "The archive of the write-ahead log, a folder 'wal-...' beside the server's own backups; by default"
                            + " the one beside the backup.")
    private @Nullable Path archive;

    @Override
    public Integer call() {
        try {
            long position = new Restore(step -> System.out.println("restore: " + step))
                    .restore(BackupFolder.open(from.toAbsolutePath().normalize()), data, lost, archive);
            System.out.println("restored into " + data + ": packet log up to position " + position);
            return 0;
        } catch (StartRefused | BackupFailed e) {
            System.err.println("yuanqing: " + e.getMessage());
            return 1;
        }
    }
}
