package io.yuanqing.center.packets;

import io.yuanqing.center.RoomCommand;
import io.yuanqing.center.identity.AuditAnchor;
import io.yuanqing.center.identity.AuditCheck;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.EmbeddedDatabase;
import io.yuanqing.center.store.ExternalDatabase;
import io.yuanqing.center.store.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code verify}: computes the seals over the packet log anew, or with {@code --audit} the chain of the audit trail. Reads the external database of the environment; else the
 * one of the data directory: through the server's own when one is at work there, else it starts the database for itself.
 * Exit code 0: it stands; 1: it does not; 2: it could not be verified.
 */
@Command(
        name = "verify",
        description =
                "Verifies the packet log against its daily seals, or the audit trail against its chain and its anchors;"
                        + " beside a running server or alone.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements RoomCommand {

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--audit", description = "The audit trail in place of the packet log.")
    private boolean audit;

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description = "The audit trail's anchors (default: audit.anchors in the data directory).")
    private @Nullable Path anchors;

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
            Optional<ClusterLogin> external = ExternalDatabase.of(environment).map(ClusterLogin::of);
            return external.isPresent() ? verify(external.get()) : ofDataDirectory();
        } catch (StartRefused e) {
            err.println("yuanqing: " + e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            err.println("yuanqing: the database cannot be read: "
                    + e.getMostSpecificCause().getMessage());
        } catch (IOException e) {
            err.println("yuanqing: the audit trail's anchors cannot be read: " + e.getMessage());
        }
        return 2;
    }

    private int ofDataDirectory() throws IOException {
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

    private int verify(ClusterLogin login) throws IOException {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        try {
            return audit
                    ? tell(AuditCheck.run(connection, AuditAnchor.read(anchorFile())))
                    : tell(SealCheck.on(connection).run(this::progress));
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

    private Path anchorFile() throws IOException {
        if (anchors == null) {
            return data.resolve(AuditAnchor.FILE);
        }
        if (!Files.exists(anchors)) {
            throw new NoSuchFileException(anchors.toString());
        }
        return anchors;
    }

    private int tell(AuditCheck.Finding finding) {
        if (finding.firstBroken() != null) {
            out.printf("entry %d is changed, missing or does not follow the one before%n", finding.firstBroken());
        }
        out.printf(
                "%s: %,d entries, held against %,d anchors outside of the database; last hash %s%n",
                finding.intact() ? "The audit trail stands" : "THE AUDIT TRAIL IS BROKEN",
                finding.entries(),
                finding.anchors(),
                finding.head());
        return finding.intact() ? 0 : 1;
    }
}
