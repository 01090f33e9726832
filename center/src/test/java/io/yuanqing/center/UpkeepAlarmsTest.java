package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm that does not come, or that stays when all is well again, is worse than none: each by its real cause. */
class UpkeepAlarmsTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    /** The disk for the backups is not mounted where it should be; later it is. */
    @Test
    void backupsAndArchiveWithoutTheirFolderAreAlarmsUntilTheFolderIsThereAndABackupIsMade() throws Exception {
        Path backups = Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        Map<String, String> settings = Map.of(
                "YUANQING_UPKEEP_BACKUPFOLDER", backups.toString(),
                "YUANQING_UPKEEP_BACKUPOLD", "15s",
                "YUANQING_UPKEEP_ROUNDSEVERY", "1s");
        try (RunningServer server = RunningServer.start(folder.resolve("data"), settings)) {
            await().atMost(LONG).until(() -> server.alarmStands("BACKUP_FAILED"));
            await().atMost(LONG).until(() -> server.alarmStands("ARCHIVE_STOPPED"));
            await().atMost(LONG).until(() -> server.alarmStands("BACKUP_OLD"));
            assertThat(server.status("/actuator/health"))
                    .as("packets are taken all the same")
                    .isEqualTo(200);

            Files.delete(backups);
            await().atMost(LONG).until(() -> !server.alarmStands("ARCHIVE_STOPPED"));
            assertThat(server.alarmStands("BACKUP_FAILED")).isTrue();
            assertThat(server.post("/api/store/backups")).isBetween(200, 299);
            await().atMost(LONG).until(() -> !server.alarmStands("BACKUP_FAILED"));
            await().atMost(LONG).until(() -> !server.alarmStands("BACKUP_OLD"));
        }
    }

    /** Somebody holds what the reader has to write: it stands still while packets come. */
    @Test
    void aReaderThatStandsStillIsAnAlarmUntilItHasCaughtUp() throws Exception {
        Path data = folder.resolve("data");
        Map<String, String> settings = Map.of("YUANQING_UPKEEP_READERLAG", "100", "YUANQING_UPKEEP_ROUNDSEVERY", "1s");
        try (RunningServer server = RunningServer.start(data, settings);
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            try (Connection holder = database(data);
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("select 1 from reader where name = 'readings' for update");
                Instant start = Instant.now().minusSeconds(10_000);
                for (int i = 0; i < 150; i++) {
                    logger.send(LoggerClient.realtime("LAGGING", start.plusSeconds(i), i));
                }
                assertThat(logger.answers(150, LONG)).hasSize(150);
                await().atMost(LONG).until(() -> server.alarmStands("READER_LAGS"));
                assertThat(server.output()).contains("ALARM READER_LAGS");
            }
            await().atMost(LONG).until(() -> !server.alarmStands("READER_LAGS"));
        }
    }

    private static Connection database(Path data) throws Exception {
        List<String> postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/postgres",
                "yuanqing",
                Files.readString(data.resolve("database.password")).strip());
    }
}
