package io.yuanqing.center.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void anAcknowledgedCommitIsOnTheDiskBecauseNothingThatProtectsItIsSwitchedOff() throws SQLException {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
            assertThat(show(database, "data_checksums")).isEqualTo("on");
            assertThat(show(database, "server_version")).startsWith("18.");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theNextStartStopsTheProcessThatAKilledServerLeftBehindAndFindsWhatWasCommitted() throws Exception {
        DataDirectory killed = DataDirectory.take(folder);
        EmbeddedDatabase orphan = EmbeddedDatabase.start(killed);
        execute(orphan, "create table kept (n int)");
        execute(orphan, "insert into kept values (42)");
        killed.close(); // the lock goes with the server's process; the database process stays

        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ProcessHandle.of(orphan.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(query(database, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void aPasswordThatIsNotTheClustersIsRefusedAtOnceAndItsFileNamed() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            EmbeddedDatabase.start(data).close();
            Files.writeString(folder.resolve("database.password"), "another");
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("database.password");
        }
    }

    @Test
    void aDatabaseProcessKilledOutrightRecoversWhatWasCommitted() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
                execute(database, "create table kept (n int)");
                execute(database, "insert into kept values (7)");
                ProcessHandle postmaster = ProcessHandle.of(database.pid()).orElseThrow();
                postmaster.destroyForcibly();
                postmaster.onExit().get();
            }
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
                assertThat(query(database, "select n from kept")).isEqualTo("7");
            }
        }
    }

    @Test
    void aDatabaseProcessThatEndsByItselfIsStartedAgainWhereItWas() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            database.keepRunning();
            execute(database, "create table kept (n int)");
            execute(database, "insert into kept values (7)");
            long first = database.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(query(database, "select n from kept")).isEqualTo("7"));
            assertThat(database.pid()).isNotEqualTo(first);
        }
    }

    @Test
    void aDataDirectoryServesOneServerAtATime() {
        try (DataDirectory data = DataDirectory.take(folder)) {
            assertThatThrownBy(() -> DataDirectory.take(data.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> DataDirectory.take(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            assertThat(data.secret("a.secret", () -> "first")).isEqualTo("first");
            assertThat(data.secret("a.secret", () -> "second")).isEqualTo("first");
            assertThat(Files.getPosixFilePermissions(data.path().resolve("a.secret")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    private static String show(Database database, String setting) throws SQLException {
        return query(database, "show " + setting);
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
