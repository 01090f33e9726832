package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.rules.Rules;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.DiskWatch;
import io.yuanqing.center.store.ExclusiveSession;
import io.yuanqing.center.store.OperationalAlarms;
import io.yuanqing.center.store.StoreSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The log in PostgreSQL keeps the contract. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"yuanqing.packets.queue-frames=20", "yuanqing.packets.batch-frames=20"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext // its log has been stopped
class PacketLogContractTest extends AppendLogContract {

    @Autowired
    PacketLog first;

    @Autowired
    ExclusiveSession session;

    @Autowired
    LogReader reader;

    @Autowired
    Rules rules;

    @Autowired
    PacketsSettings limits;

    @Autowired
    DiskWatch disk;

    @Autowired
    OperationalAlarms alarms;

    @Autowired
    StoreSettings store;

    @Autowired
    Database database;

    private PacketLog running;

    @BeforeAll
    void take() {
        running = first;
    }

    @AfterAll
    void stop() {
        running.stop();
    }

    @Override
    AppendLog log() {
        return running;
    }

    @Override
    AppendLog restarted() {
        running.stop();
        running = new PacketLog(session, reader, rules, limits, disk, alarms, store);
        running.start();
        return running;
    }

    /** The lock that every append takes first is held by somebody else. */
    @Override
    AutoCloseable stalled() throws Exception {
        Connection holder = DriverManager.getConnection(database.url(), database.user(), database.password());
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("select 1 from log_head for update");
        }
        return holder::close;
    }

    @Override
    int room() {
        return limits.queueFrames();
    }
}
