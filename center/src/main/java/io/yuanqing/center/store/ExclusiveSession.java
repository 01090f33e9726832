package io.yuanqing.center.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one database session that may write the packet log. It holds a database-wide lock as long as it lives, so a second
 * server on the same database cannot write; whoever loses the session loses the right and the ability at the same moment.
 *
 * <p>Used by one thread at a time. Every commit waits for the disk ({@code synchronous_commit = on}), whatever the
 * database's own default is.
 */
public final class ExclusiveSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ExclusiveSession.class);

    /** "yuanqing" in ASCII: no other program on this database is likely to use the same number. */
    private static final long LOCK = 0x7975616e71696e67L;

    /** A killed server's session ends as soon as the database notices; a living one's never does. */
    private static final Duration TAKE_OVER_WAIT = Duration.ofSeconds(10);

    private final Database database;
    private @Nullable Connection connection;

    private ExclusiveSession(Database database) {
        this.database = database;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Opens the session and takes the lock.
     *
     * @throws StartRefused when the database does not answer, is too old, could lose a commit, or serves another server
     */
    public static ExclusiveSession take(Database database) {
        ExclusiveSession session = new ExclusiveSession(database);
        try {
            Connection opened = session.open();
            DatabaseFitness.require(opened, database);
            if (!session.lockWithin(opened, TAKE_OVER_WAIT)) {
                opened.close();
                throw new StartRefused("The database " + database.url()
                        + " is in use by another Yuanqing server. Stop that server, or choose another database with"
                        + " YUANQING_DB_URL.");
            }
            session.connection = opened;
            return session;
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database " + database.url() + " (user " + database.user() + ") cannot be used: "
                            + e.getMessage() + ". Check YUANQING_DB_URL, YUANQING_DB_USER and YUANQING_DB_PASSWORD.",
                    e);
        }
    }

    /**
     * Runs work as one transaction and commits it to the disk. After any failure the session is closed; the next call
     * opens a new one, and is refused while another server holds the lock.
     */
    public synchronized <T> T inTransaction(Work<T> work) throws SQLException {
        Connection current = connected();
        try {
            T result = work.in(current);
            current.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(current);
            throw e;
        }
    }

    private Connection connected() throws SQLException {
        if (connection != null && !connection.isClosed()) {
            return connection;
        }
        Connection opened = open();
        try {
            if (!lockWithin(opened, Duration.ZERO)) {
                throw new SQLException("another server holds the packet log's lock", "55P03");
            }
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
        connection = opened;
        return opened;
    }

    private void rollBack(Connection current) {
        try {
            current.rollback();
        } catch (SQLException e) {
            log.warn("the session that writes the packet log was lost: {}", e.getMessage());
            connection = null;
            try {
                current.close();
            } catch (SQLException alreadyGone) {
                log.debug("closing the lost session: {}", alreadyGone.getMessage());
            }
        }
    }

    private Connection open() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        login.setProperty("ApplicationName", "yuanqing packet log");
        login.setProperty("connectTimeout", "10");
        login.setProperty("loginTimeout", "10");
        login.setProperty("socketTimeout", "60");
        login.setProperty("tcpKeepAlive", "true");
        Connection opened = DriverManager.getConnection(database.url(), login);
        opened.setAutoCommit(true);
        try (Statement statement = opened.createStatement()) {
            statement.execute("set synchronous_commit = on");
            statement.execute("set timezone = 'Asia/Shanghai'");
            // A server that vanished without a word must not hold the lock for the two hours of the usual keep-alive.
            statement.execute(
                    "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3");
        }
        opened.setAutoCommit(false);
        return opened;
    }

    private boolean lockWithin(Connection opened, Duration wait) throws SQLException {
        long giveUp = System.nanoTime() + wait.toNanos();
        while (!tryLock(opened)) {
            if (System.nanoTime() >= giveUp) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean tryLock(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement();
                ResultSet rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            rows.next();
            boolean locked = rows.getBoolean(1);
            opened.commit();
            return locked;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            log.debug("closing the packet log's session: {}", e.getMessage());
        }
    }
}
