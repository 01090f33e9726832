package io.yuanqing.center;

import io.yuanqing.center.store.BackupFailed;
import io.yuanqing.center.store.BackupHead;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.EmbeddedDatabase;
import io.yuanqing.center.store.OnlineBackup;
import io.yuanqing.center.store.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code backup}: copies a data directory, while its server runs or while none does. It asks the database itself, so it
 * works also when the server's web does not answer. Exit code 0; 1 when no backup was made.
 */
@Command(
        name = "backup",
        description = "Copies the data directory of a server with an embedded database, also while it runs.",
        mixinStandardHelpOptions = true)
final class Backup implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "New folder for the backup.")
    private Path to = Path.of("backup");

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        try {
            BackupHead head = backup();
            System.out.printf(
                    "backup of %s in %s: %d files, %d MB, packet log up to position %d%n",
                    data, to, head.files(), head.bytes() >> 20, head.logPosition());
            return 0;
        } catch (StartRefused | BackupFailed e) {
            System.err.println("yuanqing: " + e.getMessage());
            return 1;
        }
    }

    private BackupHead backup() {
        if (!Files.exists(data.resolve("postgres").resolve("PG_VERSION"))) {
            throw new StartRefused(
                    "There is no embedded database in " + data.toAbsolutePath().normalize()
                            + ". Name the server's data directory with --data. An external PostgreSQL is backed up with its own"
                            + " means.");
        }
        if (DataDirectory.inUse(data)) {
            return backup(ClusterLogin.ofRunning(data));
        }
        try (DataDirectory held = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(held)) {
            return backup(ClusterLogin.of(database));
        }
    }

    private BackupHead backup(ClusterLogin login) {
        return new OnlineBackup(data.toAbsolutePath().normalize(), login, Clock.systemUTC())
                .into(to.toAbsolutePath().normalize(), null, (done, inAll) -> {});
    }
}
