package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.RunningServer;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that an operator types when figures are doubted, on a data directory with a server at work, and at rest. */
class RebuildCommandTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The MN is registered nowhere: what is derived of its packets is one row of strangers. */
    private static final String STRANGER = "REBUILT";

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A figure that somebody has falsified in the table comes back as the log tells it (house rule: the log is the truth). */
    @Test
    void falsifiedFiguresComeBackFromTheLogBesideTheServerAndAlone() throws Exception {
        try (RunningServer server = RunningServer.start(data, Map.of());
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            for (int i = 0; i < 5; i++) {
                logger.send(LoggerClient.realtime(STRANGER, Instant.now(), i));
            }
            assertThat(logger.answers(5, SOON)).hasSize(5);
            try (Connection connection = connect(ClusterLogin.ofRunning(data))) {
                await().atMost(SOON).until(() -> packets(connection) == 5);
                falsify(connection);
                assertThat(rebuild()).isZero();
                assertThat(out.toString(StandardCharsets.UTF_8)).contains("readings: made anew from 5 packets");
                assertThat(packets(connection)).isEqualTo(5);
                assertThat(text(connection, "select act from audit_entry order by id desc limit 1"))
                        .isEqualTo("READER_REBUILT");
                falsify(connection);
            }
        }
        assertThat(rebuild()).as(err.toString(StandardCharsets.UTF_8)).isZero();
        try (DataDirectory taken = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken);
                Connection connection = connect(ClusterLogin.of(database))) {
            assertThat(packets(connection)).isEqualTo(5);
            assertThat(text(connection, "select rebuild from reader where name = 'readings'"))
                    .isEqualTo("f");
        }
    }

    @Test
    void aWrongReaderAndAFolderWithoutADatabaseAreNamed() throws Exception {
        assertThat(rebuild()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no database in " + data, "--data");
        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
        RunningServer.start(data, Map.of()).close();
        assertThat(rebuild("uplink")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'uplink'", "readings");
    }

    private int rebuild(String... reader) {
        out.reset();
        err.reset();
        CommandLine command =
                new CommandLine(new RebuildCommand(Map.of(), new PrintStream(out, true), new PrintStream(err, true)));
        return reader.length == 0
                ? command.execute("--data", data.toString())
                : command.execute("--data", data.toString(), reader[0]);
    }

    private static void falsify(Connection connection) throws Exception {
        try (Statement sql = connection.createStatement()) {
            assertThat(sql.executeUpdate("update unregistered_mn set packets = 99"))
                    .isEqualTo(1);
        }
    }

    private static long packets(Connection connection) throws Exception {
        String packets = text(connection, "select max(packets) from unregistered_mn where mn = '" + STRANGER + "'");
        return packets == null ? 0 : Long.parseLong(packets);
    }

    private static String text(Connection connection, String query) throws Exception {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static Connection connect(ClusterLogin login) throws Exception {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
