package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.store.BackupFolder;
import io.yuanqing.center.store.ClusterLogin;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The drill that a regulator may ask for: a server under load is backed up, killed, and restored elsewhere. Whatever was
 * acknowledged before the backup is there once; with what is left of the lost server's write-ahead log, whatever was
 * acknowledged at all.
 */
class RestoreDrillTest {

    private static final int LOGGERS = 4;

    @TempDir
    Path folder;

    @Test
    void aBackupUnderLoadHoldsWhatWasAcknowledgedBeforeItTheArchiveNearlyAllAndTheLostServersLogAll() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        Path backups = folder.resolve("backups of the server");
        Path scheduled;
        List<BusyLogger> loads = new ArrayList<>();
        Map<String, Set<String>> before = new HashMap<>();
        Map<String, Set<String>> archived = new HashMap<>();
        try (RunningServer server =
                RunningServer.start(data, Map.of("YUANQING_UPKEEP_BACKUPFOLDER", backups.toString()))) {
            for (int i = 0; i < LOGGERS; i++) {
                BusyLogger load = new BusyLogger("DRILL" + i, server.tcpPort);
                loads.add(load);
                load.start();
            }
            awaitMore(loads);
            // 409: the daily one, whose moment it is on a new server, came first.
            assertThat(server.post("/api/store/backups")).isIn(202, 409);
            scheduled = backups.resolve(awaitBackup(server));
            assertThat(server.get("/api/audit?subject=backup:" + scheduled.getFileName())
                            .get("total")
                            .asLong())
                    .isEqualTo(1);
            awaitMore(loads);
            loads.forEach(load -> before.put(load.mn, Set.copyOf(load.acknowledged)));
            Commanded taken = Commanded.run("backup", "--to=" + backup, "--data=" + data);
            assertThat(taken.exitCode()).as(taken.output()).isZero();
            awaitMore(loads);
            loads.forEach(load -> archived.put(load.mn, Set.copyOf(load.acknowledged)));
            awaitArchived(data);
            server.kill();
            for (BusyLogger load : loads) {
                load.join();
            }
        }
        Map<String, Set<String>> all = new HashMap<>();
        loads.forEach(load -> all.put(load.mn, load.acknowledged));

        long atBackup = restored(backup, folder.resolve("restored"), before);
        long atArchive = restored(scheduled, folder.resolve("archived"), archived);
        // The one beside the server's own backups: since the other backup was made, the database may have removed
        // segments.
        String archive = BackupFolder.open(scheduled).head().walArchive();
        long atKill = restored(
                backup,
                folder.resolve("complete"),
                all,
                "--lost=" + data,
                "--archive=" + backups.resolve(String.valueOf(archive)));
        assertThat(atArchive).isGreaterThan(atBackup).isLessThanOrEqualTo(atKill);
        try (RunningServer server = RunningServer.start(folder.resolve("complete"), Map.of());
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            assertThat(server.get("/api/counters").get("stored").asLong()).isEqualTo(atKill);
            logger.send(LoggerClient.realtime("DRILL-AFTER", Instant.now(), 1));
            assertThat(logger.answers(1, Duration.ofSeconds(60))).hasSize(1);
            assertThat(server.get("/api/points/DRILL-AFTER/packets")
                            .get(0)
                            .get("id")
                            .asLong())
                    .isEqualTo(atKill + 1);
        }
        refusedWithAGap(backup, data);
    }

    /** Replaying as far as the gap would look like a success. */
    private void refusedWithAGap(Path backup, Path lost) throws Exception {
        try (Stream<Path> segments = Files.list(lost.resolve("postgres/pg_wal"))) {
            for (Path segment : (Iterable<Path>) segments.filter(Files::isRegularFile)::iterator) {
                Files.delete(segment);
            }
        }
        Path data = folder.resolve("gap");
        Commanded restore = Commanded.run("restore", "--from=" + backup, "--data=" + data, "--lost=" + lost);
        assertThat(restore.exitCode()).as(restore.output()).isEqualTo(1);
        assertThat(restore.output())
                .contains(lost.toString(), BackupFolder.open(backup).head().lastSegment(), "--archive");
        assertThat(data).doesNotExist();
    }

    /** Restores, looks into the database there, and returns the log's last position. */
    private static long restored(Path backup, Path into, Map<String, Set<String>> expected, String... more)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("restore", "--from=" + backup, "--data=" + into));
        command.addAll(List.of(more));
        Commanded restore = Commanded.run(command.toArray(String[]::new));
        assertThat(restore.exitCode()).as(restore.output()).isZero();
        try (DataDirectory data = DataDirectory.take(into);
                EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection =
                        DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            Map<String, Set<String>> stored = new HashMap<>();
            long packets = 0;
            try (ResultSet rows = statement.executeQuery("""
                    select mn, substring(convert_from(frame, 'LATIN1') from 'QN=([0-9]+)') from packet""")) {
                while (rows.next()) {
                    assertThat(stored.computeIfAbsent(rows.getString(1), mn -> new HashSet<>())
                                    .add(rows.getString(2)))
                            .as("stored once")
                            .isTrue();
                    packets++;
                }
            }
            // The set answers by hash; a comparison one by one would take minutes.
            expected.forEach((mn, acknowledged) -> assertThat(acknowledged.stream()
                            .filter(qn -> !stored.getOrDefault(mn, Set.of()).contains(qn))
                            .toList())
                    .as("acknowledged to %s, but not restored by: %s", mn, restore.output())
                    .isEmpty());
            assertThat(text(statement, "select min(position) || ' to ' || max(position) from packet"))
                    .as("positions without gaps")
                    .isEqualTo("1 to " + packets);
            assertThat(
                            text(
                                    statement,
                                    "select position || ' ' || stored || ' ' || (received - duplicate - quarantined) from log_head"))
                    .isEqualTo(packets + " " + packets + " " + packets);
            assertThat(restore.output()).contains("up to position " + packets);
            return packets;
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsNeverRestoredInto() throws Exception {
        Path backup = smallBackup();
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("note"), "needed");
        Commanded restore = Commanded.run("restore", "--from=" + backup, "--data=" + full);
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.output()).contains(full.toString(), "not empty");
        assertThat(full.resolve("note")).hasContent("needed");
    }

    @Test
    void aBackupWithOneOtherByteIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path backup = smallBackup();
        Path victim = backup.resolve("postgres").resolve("PG_VERSION");
        Files.writeString(victim, "19\n");
        Path data = folder.resolve("restored");
        Commanded restore = Commanded.run("restore", "--from=" + backup, "--data=" + data);
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.output()).contains("damaged", "postgres/PG_VERSION");
        assertThat(data).doesNotExist();
    }

    /** Also without a server: the backup starts the database itself, and stops it again. */
    private Path smallBackup() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        try (RunningServer server = RunningServer.start(data, Map.of())) {
            assertThat(server.get("/api/store").get("embedded").asBoolean()).isTrue();
        }
        Commanded taken = Commanded.run("backup", "--to=" + backup, "--data=" + data);
        assertThat(taken.exitCode()).as(taken.output()).isZero();
        return backup;
    }

    /** The name of the first backup that is made. */
    private static String awaitBackup(RunningServer server) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> server.get("/api/store/backups")
                        .get(0)
                        .get("state")
                        .asString()
                        .equals("DONE"));
        try {
            JsonNode made = server.get("/api/store/backups").get(0);
            assertThat(made.get("logPosition").asLong()).isPositive();
            return made.get("name").asString();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until what is committed at this moment has reached the archive's disk. */
    private static void awaitArchived(Path data) throws Exception {
        ClusterLogin login = ClusterLogin.ofRunning(data);
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            String now = text(statement, "select pg_current_wal_flush_lsn()::text");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> text(
                                    statement,
                                    "select (restart_lsn >= '" + now + "')::text from pg_replication_slots"
                                            + " where slot_name = 'yuanqing_archive'")
                            .equals("true"));
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void awaitMore(List<BusyLogger> loads) {
        Map<BusyLogger, Integer> already = new HashMap<>();
        loads.forEach(load -> already.put(load, load.acknowledged.size()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> loads.stream().allMatch(load -> load.acknowledged.size() > already.get(load) + 100));
    }
}
