package io.yuanqing.center.packets;

import io.yuanqing.center.RoomCommand;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.EmbeddedDatabase;
import io.yuanqing.center.store.ExternalDatabase;
import io.yuanqing.center.store.StartRefused;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code verify}: computes the seals over the packet log anew. Reads the external database of the environment; else the
 * one of the data directory: through the server's own when one is at work there, else it starts the database for itself.
 * Exit code 0: the log is what was sealed; 1: it is not; 2: it could not be verified.
 */
@Command(
        name = "verify",
        description = "Verifies the packet log against its daily seals; beside a running server or alone.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements RoomCommand {

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** On the process's own environment and output. */
    public VerifyCommand() {
        this(System.getenv(), System.out, System.err);
    }

    VerifyCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            return ExternalDatabase.of(environment)
                    .map(ClusterLogin::of)
                    .map(this::verify)
                    .orElseGet(this::ofDataDirectory);
        } catch (StartRefused e) {
            err.println("yuanqing: " + e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            err.println("yuanqing: the packet log cannot be read: "
                    + e.getMostSpecificCause().getMessage());
        }
        return 2;
    }

    private int ofDataDirectory() {
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new StartRefused("There is no database in "
                    + data.toAbsolutePath().normalize() + ". Name the data directory of a server with --data.");
        }
        if (DataDirectory.inUse(data)) {
            return verify(ClusterLogin.ofRunning(data));
        }
        try (DataDirectory taken = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken)) {
            return verify(ClusterLogin.of(database));
        }
    }

    private int verify(ClusterLogin login) {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        try {
            return tell(SealCheck.on(connection).run(this::progress));
        } finally {
            connection.destroy();
        }
    }

    private void progress(SealProgress progress) {
        err.printf(
                "seal %d of %d, day %s, %,d packets read%n",
                progress.seal(), progress.seals(), progress.day(), progress.packets());
    }

    private int tell(SealReport report) {
        for (SealFinding finding : report.findings()) {
            out.println(finding);
        }
        out.printf(
                "%s: %d seals (%d of dropped days), %,d sealed packets read, %,d not sealed yet; newest digest %s%n",
                report.intact() ? "The log is what was sealed" : "THE LOG IS NOT WHAT WAS SEALED",
                report.seals(),
                report.dropped(),
                report.packets(),
                report.unsealed(),
                report.digest());
        return report.intact() ? 0 : 1;
    }
}
