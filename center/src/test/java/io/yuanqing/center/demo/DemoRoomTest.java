package io.yuanqing.center.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.demo.HistoryState.State;
import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The first test needs the log empty, the others take it as they find it. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.demo.enabled=true")
@ContextConfiguration(initializers = TestDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoRoomTest {

    private static final Instant UNTIL = Instant.parse("2026-11-20T00:00:00Z");
    private static final int RECORDS = 2_500;

    @Autowired
    PacketLog log;

    @Autowired
    Points points;

    @TempDir
    Path folder;

    @Test
    @Order(1)
    void aLoadThatWasCutOffGoesOnAndEveryPacketIsThereOnce() throws Exception {
        assertThat(log.head()).isZero();
        byte[] whole = history(RECORDS);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        HistoryLoad first = load(cut);
        assertThat(first.state().state()).isEqualTo(State.FAILED);
        assertThat(first.state().reason()).contains("cut off").contains("Start the demo again");
        assertThat(folder.resolve(HistoryLoad.LOADED)).doesNotExist();
        long half = log.head();
        assertThat(half).isBetween(1L, RECORDS - 1L).isEqualTo(first.state().packets());
        assertThat(folder.resolve(HistoryLoad.LOADING)).hasContent(UNTIL + " " + half);
        // As after a kill between a commit and its note.
        Files.writeString(folder.resolve(HistoryLoad.LOADING), UNTIL + " " + (half - 200));

        Path complete = Files.write(folder.resolve("complete"), whole);
        HistoryLoad second = load(complete);
        assertThat(second.state().state()).isEqualTo(State.LOADED);
        assertThat(second.state().percent()).isEqualTo(100);
        assertThat(second.state().packets()).isEqualTo(RECORDS);
        assertThat(second.state().until()).isEqualTo(UNTIL);
        assertThat(folder.resolve(HistoryLoad.LOADED)).exists();
        assertThat(folder.resolve(HistoryLoad.LOADING)).doesNotExist();

        assertThat(log.head()).isEqualTo(RECORDS);
        List<StoredPacket> stored = log.read(0, RECORDS + 1);
        assertThat(stored).hasSize(RECORDS).allMatch(packet -> packet.origin() == Origin.SEED);
        assertThat(stored.get(0).receivedAt()).isEqualTo(receivedAt(0));
        assertThat(stored.get(RECORDS - 1).receivedAt()).isEqualTo(receivedAt(RECORDS - 1));
        Counters counters = log.counters();
        assertThat(counters.duplicate()).isEqualTo(200);
        assertThat(counters.received()).isEqualTo(RECORDS + 200);

        HistoryLoad third = new HistoryLoad(complete, folder, log);
        assertThat(third.begin()).isNull();
        assertThat(third.state().state()).isEqualTo(State.LOADED);
    }

    @Test
    @Order(2)
    void aLogThatHoldsSomethingElseIsLeftAlone() throws Exception {
        HistoryLoad load = new HistoryLoad(Files.write(folder.resolve("whole"), history(5)), folder, log);
        assertThat(load.begin()).isNull();
        assertThat(load.state()).isEqualTo(HistoryState.NONE);
    }

    @Test
    @Order(3)
    void aFileOfAnotherKindIsRefusedWithAReason() throws Exception {
        Files.writeString(folder.resolve(HistoryLoad.LOADING), "");
        HistoryLoad load = load(Files.writeString(folder.resolve("other"), "mn,enterprise_code,outlet_code"));
        assertThat(load.state().state()).isEqualTo(State.FAILED);
        assertThat(load.state().reason()).contains("mn,enter").contains("simulator history");
    }

    @Test
    @Order(4)
    void aLoadThatWaitsForItsWriterCanBeStopped() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.writeString(folder.resolve(HistoryLoad.LOADING), "");
        HistoryLoad load = new HistoryLoad(pipe, folder, log);
        Thread thread = Objects.requireNonNull(load.begin());
        // A writer that says nothing: opening takes both ends.
        try (var writer = Files.newOutputStream(pipe)) {
            writer.write(Arrays.copyOf(history(3), 100));
            writer.flush();
            load.stop(thread);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(folder.resolve(HistoryLoad.LOADED)).doesNotExist();
        assertThat(load.state().state()).isEqualTo(State.LOADING);
    }

    /** The demo's way: the simulator writes into a named pipe, which has no position and no length. */
    @Test
    @Order(5)
    void aPipeIsReadToItsEnd() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.writeString(folder.resolve(HistoryLoad.LOADING), "");
        HistoryLoad load = new HistoryLoad(pipe, folder, log);
        Thread thread = Objects.requireNonNull(load.begin());
        try (var writer = Files.newOutputStream(pipe)) {
            writer.write(history(RECORDS));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !thread.isAlive());
        assertThat(load.state().state()).as(load.state().toString()).isEqualTo(State.LOADED);
        assertThat(load.state().packets()).isEqualTo(RECORDS);
    }

    @Test
    void theSampleCityIsRegistered() {
        List<MonitoringPoint> all = points.all();
        assertThat(all.size()).isBetween(300, 340);
        assertThat(all.stream().map(MonitoringPoint::enterpriseId).distinct()).hasSize(156);
        assertThat(all.stream().map(MonitoringPoint::county).distinct()).hasSize(9);
        assertThat(all).allMatch(point -> !point.factors().isEmpty() && point.minuteInterval() != null);
        assertThat(all).anyMatch(MonitoringPoint::endStamped).anyMatch(point -> point.referenceOxygen() != null);
    }

    private HistoryLoad load(Path file) throws InterruptedException {
        HistoryLoad load = new HistoryLoad(file, folder, log);
        Thread thread = Objects.requireNonNull(load.begin());
        await().atMost(Duration.ofSeconds(30)).until(() -> !thread.isAlive());
        return load;
    }

    private static byte[] history(int records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("YQHIST01");
        out.writeLong(receivedAt(0).toEpochMilli());
        out.writeLong(UNTIL.toEpochMilli());
        out.writeLong(records);
        for (int i = 0; i < records; i++) {
            byte[] frame = Encoder.frame("QN=20261101000000000;ST=32;CN=2061;PW=123456;MN=HISTORY" + i % 10
                    + ";Flag=5;CP=&&DataTime=20261101000000;w01018-Avg=" + i + ",w01018-Flag=N&&");
            out.writeLong(receivedAt(i).toEpochMilli());
            out.writeInt(frame.length);
            out.write(frame);
        }
        out.writeLong(-1);
        out.writeInt(0);
        out.writeLong(records);
        return bytes.toByteArray();
    }

    private static Instant receivedAt(int record) {
        return Instant.parse("2026-11-02T00:00:00Z").plusSeconds(record);
    }
}
