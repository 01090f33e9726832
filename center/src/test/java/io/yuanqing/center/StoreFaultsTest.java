package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ground shakes: the server stays up, acknowledges nothing that is not stored, says what is wrong, and recovers. */
class StoreFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** A disk in memory, far smaller than the defaults suppose. */
    private static final Map<String, String> SMALL_DISK = Map.of(
            "YUANQING_STORE_DISKWARN", "120MB",
            "YUANQING_STORE_DISKSPARE", "100MB",
            "YUANQING_STORE_DISKSTOP", "80MB");

    @TempDir
    Path folder;

    @Test
    void aFullDiskStopsTheTakingOfPacketsUntilThereIsRoomAgain() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=500m", "yuanqing-test", disk.toString()))
                .as("this test needs a small disk of its own, which only root may mount")
                .isZero();
        try (RunningServer server = RunningServer.start(disk.resolve("data"), SMALL_DISK);
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            Instant start = Instant.now().minusSeconds(100_000);
            logger.send(LoggerClient.realtime("DISK", start, 0));
            assertThat(logger.answers(1, LONG)).hasSize(1);

            Path filler = disk.resolve("filler");
            fill(filler, disk, 40L << 20);
            await().atMost(LONG).until(() -> server.alarmStands("DISK_FULL"));
            assertThat(server.status("/actuator/health")).isEqualTo(503);
            logger.send(LoggerClient.realtime("DISK", start.plusSeconds(1), 1));
            assertThat(logger.answers(1, Duration.ofSeconds(3))).isEmpty();
            assertThat(server.get("/api/counters").get("stored").asLong()).isEqualTo(1);

            Files.delete(filler);
            List<Packet> late = logger.answers(1, LONG);
            assertThat(late).hasSize(1);
            assertThat(server.get("/api/points/DISK/packets")).hasSize(2);
            await().atMost(LONG).until(() -> server.get("/api/store/alarms").isEmpty());
            assertThat(server.status("/actuator/health")).isEqualTo(200);
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    /** First suspended, then killed: the packets that wait are answered when it is back, each stored once. */
    @Test
    void aDatabaseThatStandsStillOrVanishesIsToldWaitedForAndStartedAgain() throws Exception {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data, Map.of());
                LoggerClient logger = new LoggerClient(server.tcpPort)) {
            Instant start = Instant.now().minusSeconds(100_000);
            logger.send(LoggerClient.realtime("AWAY", start, 0));
            assertThat(logger.answers(1, LONG)).hasSize(1);
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .strip());

            signalAll("STOP", postmaster);
            try {
                logger.send(LoggerClient.realtime("AWAY", start.plusSeconds(1), 1));
                await().atMost(LONG).until(() -> server.output().contains("ALARM DATABASE_AWAY"));
                assertThat(logger.answers(1, Duration.ofSeconds(1))).isEmpty();
            } finally {
                signalAll("CONT", postmaster);
            }
            assertThat(logger.answers(1, LONG)).hasSize(1);
            await().atMost(LONG).until(() -> !server.alarmStands("DATABASE_AWAY"));

            assertThat(run("kill", "-KILL", Long.toString(postmaster))).isZero();
            logger.send(LoggerClient.realtime("AWAY", start.plusSeconds(2), 2));
            assertThat(logger.answers(1, LONG)).hasSize(1);
            // A session that outlives the postmaster for a moment may have stored it: the end is noticed a little
            // later.
            await().atMost(LONG).until(() -> server.output().contains("ended by itself"));
            await().atMost(LONG).ignoreExceptions().untilAsserted(() -> {
                Set<Long> positions = new HashSet<>();
                server.get("/api/points/AWAY/packets")
                        .forEach(packet -> positions.add(packet.get("id").asLong()));
                assertThat(positions).containsExactlyInAnyOrder(1L, 2L, 3L);
            });
        }
    }

    /** Leaves so many bytes free. */
    private static void fill(Path filler, Path disk, long leave) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > leave) {
                out.write(megabyte);
            }
        }
    }

    /** The postmaster and the processes that serve the connections. */
    private static void signalAll(String name, long postmaster) throws IOException, InterruptedException {
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        for (ProcessHandle one : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(process), process.descendants())
                .toList()) {
            run("kill", "-" + name, Long.toString(one.pid()));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
