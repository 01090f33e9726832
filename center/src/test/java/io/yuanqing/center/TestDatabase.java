package io.yuanqing.center;

import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.EmbeddedDatabase;
import io.yuanqing.center.store.ExclusiveSession;
import io.yuanqing.center.store.ExternalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Gives a test's application the real embedded PostgreSQL, shared by all tests of one JVM, and in it a database of its
 * own. Use: {@code @SpringBootTest(classes = Center.class)} with
 * {@code @ContextConfiguration(initializers = TestDatabase.class)}.
 */
public final class TestDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Password of {@code admin} in every test's application. */
    public static final String ADMIN_PASSWORD = "admin-of-tests";

    /** Started at first use, stopped with the JVM. */
    private static final class Shared {
        static final DataDirectory DATA = DataDirectory.take(folder());
        static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.start(DATA);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close, "test-postgres-stop"));
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("yuanqing-test-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new empty database on the shared server. */
    public static Database fresh() {
        EmbeddedDatabase shared = Shared.POSTGRES;
        String name = "t_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(shared.url(), shared.user(), shared.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create test database " + name, e);
        }
        return new ExternalDatabase(
                shared.url().replaceAll("/postgres$", "/" + name), shared.user(), shared.password());
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        Database database = fresh();
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                context,
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "yuanqing.identity.admin-password=" + ADMIN_PASSWORD,
                // Many contexts share the one server's 60 connections.
                "spring.datasource.hikari.maximum-pool-size=8",
                "spring.datasource.hikari.minimum-idle=1",
                "yuanqing.access.port=0",
                // Each database has a trail of its own, and all of them the one data directory.
                "yuanqing.identity.audit.anchors=audit-" + UUID.randomUUID() + ".anchors",
                "server.port=0");
        context.registerBean(Database.class, () -> database);
        context.registerBean(ExclusiveSession.class, () -> ExclusiveSession.take(database));
        // The shared folder outlives every context.
        context.registerBean(DataDirectory.class, () -> Shared.DATA, bean -> bean.setDestroyMethodName(""));
    }
}
