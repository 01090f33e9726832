package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.RunningServer;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that an inspector types, on a data directory in which a server is at work, and on one at rest. */
class VerifyCommandTest {

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theLogIsVerifiedBesideTheServerAndAloneAndAChangeIsNamed() throws Exception {
        // Sealed at once; recoded never, so that a row can be changed.
        try (RunningServer server = RunningServer.start(
                        data,
                        Map.of("YUANQING_PACKETS_UPKEEPEVERY", "200ms", "YUANQING_PACKETS_RECODEAFTER", "9999d"));
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            for (int i = 0; i < 5; i++) {
                logger.send(LoggerClient.realtime("VERIFIED", Instant.now(), i));
            }
            assertThat(logger.answers(5, Duration.ofSeconds(20))).hasSize(5);
            // As if they had come long ago: the present day is never sealed.
            try (Connection connection = connect()) {
                change(connection, "create table packet_20260102 (like packet including constraints)");
                change(
                        connection,
                        "alter table packet attach partition packet_20260102"
                                + " for values from ('2026-01-02') to ('2026-01-03')");
                change(
                        connection,
                        "update packet set received_day = '2026-01-02',"
                                + " received_at = '2026-01-02T12:00:00+08:00' where position <= 3");
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.get("/api/store/seals").size() == 1);
            assertThat(verify(Map.of())).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("1 seals", "3 sealed packets", "2 not sealed yet");
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("seal 1 of 1, day 2026-01-02");
            try (Connection connection = connect()) {
                change(connection, "update packet set frame = frame || 'x'::bytea where position = 2");
            }
        }
        assertThat(verify(Map.of())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("day 2026-01-02, position 2, seal 1: PACKET_CHANGED", "NOT WHAT WAS SEALED");
        try (DataDirectory taken = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(taken)) {
            assertThat(verify(Map.of(
                            "YUANQING_DB_URL", database.url(),
                            "YUANQING_DB_USER", database.user(),
                            "YUANQING_DB_PASSWORD", database.password())))
                    .isEqualTo(1);
        }
    }

    /** The chain is broken by hand, in the database; the command finds the entry, beside the server and without it. */
    @Test
    void theAuditTrailIsVerifiedToo() throws Exception {
        try (RunningServer server = RunningServer.start(data, Map.of("YUANQING_IDENTITY_AUDIT_EVERY", "100ms"))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(data.resolve("audit.anchors")));
            assertThat(verify(Map.of(), "--audit")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("The audit trail stands");
            try (Connection connection = connect()) {
                change(connection, "alter table audit_entry disable trigger user");
                change(connection, "update audit_entry set actor = 'somebody else' where id = 1");
                change(connection, "alter table audit_entry enable trigger user");
            }
            assertThat(server.get("/api/audit/verification").get("firstBroken").asInt())
                    .isEqualTo(1);
            assertThat(verify(Map.of(), "--audit")).isEqualTo(1);
        }
        assertThat(verify(Map.of(), "--audit")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("entry 1 is changed", "THE AUDIT TRAIL IS BROKEN");
        assertThat(verify(Map.of(), "--audit", "--anchors", data.resolve("none").toString()))
                .isEqualTo(2);
    }

    @Test
    void aFolderWithoutADatabaseIsNamedAndNothingIsMadeInIt() throws Exception {
        assertThat(verify(Map.of())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no database in " + data, "--data");
        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    private int verify(Map<String, String> environment, String... more) {
        out.reset();
        err.reset();
        return new CommandLine(new VerifyCommand(environment, new PrintStream(out, true), new PrintStream(err, true)))
                .execute(Stream.concat(Stream.of("--data", data.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Connection connect() throws Exception {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("database.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "yuanqing", password);
    }

    private static void change(Connection connection, String statement) throws Exception {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
