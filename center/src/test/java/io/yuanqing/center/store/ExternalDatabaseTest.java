package io.yuanqing.center.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.RunningServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on Debian's PostgreSQL 15, run by somebody else. */
class ExternalDatabaseTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir
    static Path folder;

    private static Process postgres;
    private static ExternalDatabase database;

    @BeforeAll
    static void startPostgres15() throws Exception {
        assertThat(PROGRAMS).as("Debian's package postgresql-15").isDirectory();
        Path password = Files.writeString(folder.resolve("password"), "external-password");
        Path cluster = folder.resolve("cluster");
        Cluster.makeIfMissing(PROGRAMS, cluster, "yuanqing", password);
        int port = freePort();
        postgres =
                ServerProcess.start(PROGRAMS.resolve("postgres"), cluster, port, Map.of(), Map.of(), new PostgresLog());
        database = new ExternalDatabase(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "yuanqing", "external-password");
        awaitAnswer(database);
    }

    @AfterAll
    static void stopPostgres15() throws InterruptedException {
        ServerProcess.stopFast(postgres.toHandle());
        postgres.waitFor(30, TimeUnit.SECONDS);
    }

    @Test
    void theServerRunsOnPostgres15AndKeepsASecondServerOut() throws Exception {
        Map<String, String> environment = Map.of(
                "YUANQING_DB_URL", database.url(),
                "YUANQING_DB_USER", database.user(),
                "YUANQING_DB_PASSWORD", database.password());
        try (RunningServer server = RunningServer.start(folder.resolve("data"), environment);
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            logger.send(LoggerClient.realtime("EXTERNAL", Instant.now(), 1));
            assertThat(logger.answers(1, Duration.ofSeconds(10))).hasSize(1);
            assertThat(server.get("/api/points/EXTERNAL/packets")).hasSize(1);
            assertThat(server.get("/api/store").get("embedded").asBoolean()).isFalse();
            assertThat(server.get("/api/store").get("postgres").asString()).startsWith("15.");
            assertThatThrownBy(() -> ExclusiveSession.take(database))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another Yuanqing server");
        }
    }

    @Test
    void aDatabaseThatCouldLoseACommitIsRefused() throws Exception {
        Path password = Files.writeString(folder.resolve("careless-password"), "careless");
        Path cluster = folder.resolve("careless");
        Cluster.makeIfMissing(PROGRAMS, cluster, "yuanqing", password);
        int port = freePort();
        Process careless = ServerProcess.start(
                PROGRAMS.resolve("postgres"),
                cluster,
                port,
                Map.of("fsync", "off", "listen_addresses", "127.0.0.1", "unix_socket_directories", ""),
                Map.of(),
                new PostgresLog());
        try {
            ExternalDatabase unsafe =
                    new ExternalDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "yuanqing", "careless");
            awaitAnswer(unsafe);
            assertThatThrownBy(() -> ExclusiveSession.take(unsafe))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("fsync=off")
                    .hasMessageContaining("postgresql.conf");
        } finally {
            ServerProcess.stopFast(careless.toHandle());
            careless.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitAnswer(ExternalDatabase answering) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            DriverManager.getConnection(answering.url(), answering.user(), answering.password())
                    .close();
            return true;
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
