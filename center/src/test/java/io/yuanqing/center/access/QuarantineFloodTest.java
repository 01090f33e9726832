package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.store.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.quarantine-per-address-and-day=20KB")
@ContextConfiguration(initializers = TestDatabase.class)
class QuarantineFloodTest {

    @Autowired
    AccessServer server;

    @Autowired
    PacketLog log;

    @Autowired
    Database database;

    @Test
    void anAddressThatFillsItsQuarantineIsCutOffAndStillCounted() throws Exception {
        byte[] bad = LoggerClient.realtime("FLOOD", Instant.now(), 1);
        bad[20]++;
        int frames = 200; // about 27 KB; 20 KB are kept
        try (LoggerClient logger = new LoggerClient(server.port())) {
            for (int i = 0; i < frames; i++) {
                logger.send(bad);
            }
        } catch (java.net.SocketException cutOff) {
            assertThat(cutOff).isNotNull();
        }
        await().untilAsserted(() -> {
            Counters now = log.counters();
            assertThat(now.quarantined()).isGreaterThan(100);
            assertThat(now.received()).isEqualTo(now.stored() + now.duplicate() + now.quarantined());
        });
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select max(bytes) from quarantine_volume")) {
            rows.next();
            assertThat(rows.getLong(1)).isBetween(19_000L, 20L * 1024);
        }
    }
}
