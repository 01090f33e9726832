package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.store.Database;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class PacketLogTest {

    private static final DataTimeWindow WINDOW = new DataTimeWindow(Duration.ofDays(400), Duration.ofMinutes(10));

    @Autowired
    PacketLog log;

    @Autowired
    LogReader reader;

    @Autowired
    Database database;

    @Test
    void aPacketIsReadBackByteForByte() throws Exception {
        byte[] frame = LoggerClient.realtime("bytes-1", Instant.now(), 3);
        Instant received = Instant.parse("2026-11-20T01:02:03.456789Z");
        assertThat(append(frame, received)).isEqualTo(Fate.QUARANTINED); // its DataTime lies after its receipt
        assertThat(append(LoggerClient.realtime("bytes-1", received, 3), received))
                .isEqualTo(Fate.STORED);
        StoredPacket stored = log.read(log.head() - 1, 10).get(0);
        assertThat(stored.frame()).isEqualTo(LoggerClient.realtime("bytes-1", received, 3));
        assertThat(stored.receivedAt()).isEqualTo(received);
        assertThat(stored.mn()).isEqualTo("BYTES-1");
        assertThat(stored.dataTime()).isEqualTo(Instant.parse("2026-11-20T01:02:03Z"));
    }

    @Test
    void theSameDataAfterMidnightWithAnotherQnFlagAndPasswordIsADuplicateButOtherValuesAreANewVersion()
            throws Exception {
        Instant evening = Instant.parse("2026-11-20T15:59:00Z"); // 23:59 in the city
        String segment =
                "QN=20261120235900000;ST=32;CN=2061;PW=123456;MN=MIDNIGHT;Flag=5;CP=&&DataTime=20261120220000;w01018-Avg=12.0&&";
        assertThat(append(Encoder.frame(segment), evening)).isEqualTo(Fate.STORED);
        String again = segment.replace("QN=20261120235900000", "QN=20261121000300000")
                .replace("Flag=5", "Flag=4")
                .replace("PW=123456", "PW=654321");
        assertThat(append(Encoder.frame(again), evening.plusSeconds(240))).isEqualTo(Fate.DUPLICATE);
        assertThat(append(Encoder.frame(again.replace("12.0", "12.1")), evening.plusSeconds(300)))
                .isEqualTo(Fate.STORED);
    }

    @Test
    void withoutADataTimeTheQnDecides() throws Exception {
        String heartbeat = "QN=20261120235900000;ST=91;CN=9015;PW=123456;MN=BEATING;Flag=9;CP=&&&&";
        assertThat(append(Encoder.frame(heartbeat), Instant.now())).isEqualTo(Fate.STORED);
        assertThat(append(Encoder.frame(heartbeat), Instant.now())).isEqualTo(Fate.DUPLICATE);
        assertThat(append(Encoder.frame(heartbeat.replace("900000", "900001")), Instant.now()))
                .isEqualTo(Fate.STORED);
    }

    @Test
    void aFrameThatTheDatabaseCannotTakeHoldsUpNobody() throws Exception {
        String strange =
                "QN=20261120235900000;ST=32;CN=2011;PW=1;MN=STR\0ANGE;Flag=5;CP=&&DataTime=20261120220000;x-Rtd=\0\1&&";
        assertThat(append(Encoder.frame(strange), Instant.parse("2026-11-20T15:00:00Z")))
                .isIn(Fate.QUARANTINED, Fate.STORED);
        assertThat(append(LoggerClient.realtime("NEXT", Instant.now(), 1), Instant.now()))
                .isEqualTo(Fate.STORED);
    }

    @Test
    void aReaderNeverSkipsAPacketWhenAWriterSleepsBetweenInsertAndCommit() throws Exception {
        LogAppend append = new LogAppend(new LogPartitions(), new Quarantine(1_000, () -> false));
        long before = reader.head();
        try (Connection slow = connect();
                Connection quick = connect()) {
            append.write(slow, UUID.randomUUID(), waiting("SLOW"), 0); // inserted, not committed
            LogAppend other = new LogAppend(new LogPartitions(), new Quarantine(1_000, () -> false));
            CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> {
                try {
                    long position = other.write(quick, UUID.randomUUID(), waiting("QUICK"), 0)
                            .position();
                    quick.commit();
                    return position;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().untilAsserted(() -> assertThat(waitsForALock(quick)).isTrue());
            assertThat(log.read(before, 10)).isEmpty();
            slow.commit();
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(before + 2);
        }
        assertThat(log.read(before, 10)).extracting(StoredPacket::mn).containsExactly("SLOW", "QUICK");
    }

    @Test
    void aBatchWhoseCommitWasNotHeardIsRecognisedAndNotCountedTwice() throws Exception {
        LogAppend append = new LogAppend(new LogPartitions(), new Quarantine(1_000, () -> false));
        UUID batch = UUID.randomUUID();
        try (Connection connection = connect()) {
            List<Waiting> waiting = waiting("UNHEARD");
            append.write(connection, batch, waiting, 0);
            connection.commit();
            Counters counted = log.counters();
            assertThat(append.write(connection, batch, waiting, 0).fates()).containsExactly(Fate.STORED);
            connection.commit();
            assertThat(log.counters()).isEqualTo(counted);
        }
    }

    @Test
    void countersAddUpAtEveryMomentOfARandomLoad() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Instant now = Instant.now();
        Counters before = log.counters();
        int total = 0;
        List<CompletableFuture<List<Fate>>> pending = new ArrayList<>();
        for (int batch = 0; batch < 40; batch++) {
            List<Arrival> arrivals = new ArrayList<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                byte[] frame = LoggerClient.realtime("R" + random.nextInt(5), now.minusSeconds(random.nextInt(30)), 1);
                if (random.nextInt(10) == 0) {
                    frame[30]++;
                }
                arrivals.add(new Arrival(now, "192.0.2.1", Decoder.decode(frame), Origin.LIVE));
            }
            total += arrivals.size();
            pending.add(log.append(arrivals));
            Counters counted = log.counters();
            assertThat(counted.received()).isEqualTo(counted.stored() + counted.duplicate() + counted.quarantined());
        }
        long stored = 0;
        for (CompletableFuture<List<Fate>> fates : pending) {
            stored += fates.get(20, TimeUnit.SECONDS).stream()
                    .filter(fate -> fate == Fate.STORED)
                    .count();
        }
        Counters after = log.counters();
        assertThat(after.received() - before.received()).isEqualTo(total);
        assertThat(after.stored() - before.stored()).isEqualTo(stored);
        assertThat(after.duplicate()).isGreaterThan(before.duplicate());
        assertThat(after.quarantined()).isGreaterThan(before.quarantined());
    }

    private Fate append(byte[] frame, Instant receivedAt) throws Exception {
        return log.append(List.of(new Arrival(receivedAt, "192.0.2.1", Decoder.decode(frame), Origin.LIVE)))
                .get(10, TimeUnit.SECONDS)
                .get(0);
    }

    private static List<Waiting> waiting(String mn) {
        Instant now = Instant.now();
        Arrival arrival = new Arrival(now, "192.0.2.1", Decoder.decode(LoggerClient.realtime(mn, now, 1)), Origin.LIVE);
        return List.of(
                new Waiting.Frame(arrival, Admission.judge(arrival.decoded(), now, WINDOW), new CompletableFuture<>()));
    }

    private boolean waitsForALock(Connection waiting) throws SQLException {
        int pid = waiting.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (Connection watcher = connect();
                var statement = watcher.createStatement();
                var rows = statement.executeQuery(
                        "select wait_event_type = 'Lock' from pg_stat_activity where pid = " + pid)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        return connection;
    }
}
