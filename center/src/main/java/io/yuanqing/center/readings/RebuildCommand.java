package io.yuanqing.center.readings;

import io.yuanqing.center.RoomCommand;
import io.yuanqing.center.Server;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.ExternalDatabase;
import io.yuanqing.center.store.StartRefused;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code rebuild}: has derived figures made anew from the packet log. The reader itself does it: that of the server that is
 * at work on the data directory or on the external database, else one that is started for it without its doors. Exit code
 * 0: all figures are there again; 1: they could not be; 2: no such reader, or wrong usage.
 */
@Command(
        name = "rebuild",
        description = "Has derived figures made anew from the packet log; beside a running server or alone.",
        mixinStandardHelpOptions = true)
public final class RebuildCommand implements RoomCommand {

    private static final long LOOK_EVERY_MILLISECONDS = 500;

    /** After so many looks without a step forward it is said. */
    private static final int STILL_LOOKS = 60;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Parameters(arity = "0..1", paramLabel = "READER", description = "Reader of the log (default: ${DEFAULT-VALUE}).")
    private String reader = "readings";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** On the process's own environment and output. */
    public RebuildCommand() {
        this(System.getenv(), System.out, System.err);
    }

    RebuildCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            Optional<ClusterLogin> external = ExternalDatabase.of(environment).map(ClusterLogin::of);
            return external.isPresent() ? rebuild(external.get()) : ofDataDirectory();
        } catch (StartRefused e) {
            err.println("yuanqing: " + e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            err.println("yuanqing: the readers' positions cannot be read: "
                    + e.getMostSpecificCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private int ofDataDirectory() throws InterruptedException {
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new StartRefused("There is no database in "
                    + data.toAbsolutePath().normalize() + ". Name the data directory of a server with --data.");
        }
        if (DataDirectory.inUse(data)) {
            return rebuild(ClusterLogin.ofRunning(data));
        }
        try (ConfigurableApplicationContext alone = Server.withoutDoors(data)) {
            return rebuild(ClusterLogin.ofRunning(data));
        }
    }

    private int rebuild(ClusterLogin login) throws InterruptedException {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        try {
            return rebuild(new JdbcTemplate(connection));
        } finally {
            connection.destroy();
        }
    }

    private int rebuild(JdbcTemplate sql) throws InterruptedException {
        long end = number(sql, "select position from log_head");
        if (sql.update("update reader set rebuild = true where name = ?", reader) == 0) {
            List<String> known = sql.queryForList("select name from reader order by name", String.class);
            err.println("yuanqing: there is no reader '" + reader + "' to be rebuilt; there is: "
                    + String.join(", ", known) + ".");
            return 2;
        }
        err.printf("%s: asked for; the reader of the server at work begins it%n", reader);
        long told = -1;
        int still = 0;
        while (true) {
            // Asked and not begun counts as nothing done: the position is still that of the old figures.
            long done = number(
                    sql, "select case when rebuild then -1 else position end from reader where name = ?", reader);
            if (done >= end) {
                out.printf("%s: made anew from %,d packets%n", reader, end);
                return 0;
            }
            if (done != told && done >= 0) {
                err.printf("%s: %,d of %,d packets, %d %%%n", reader, done, end, 100 * done / end);
                told = done;
                still = 0;
            } else if (++still % STILL_LOOKS == 0) {
                err.printf(
                        "%s: no step forward for %d s; is a server at work, and what do its log and alarms say?%n",
                        reader, still * LOOK_EVERY_MILLISECONDS / 1_000);
            }
            Thread.sleep(LOOK_EVERY_MILLISECONDS);
        }
    }

    private static long number(JdbcTemplate sql, String query, Object... values) {
        Long number = sql.queryForObject(query, Long.class, values);
        return number == null ? 0 : number;
    }
}
