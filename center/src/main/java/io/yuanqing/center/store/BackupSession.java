package io.yuanqing.center.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The database session of one backup: its end, however it comes, ends the backup, and lets go of the write-ahead log that
 * was held for it. One at a time for each database.
 */
final class BackupSession implements AutoCloseable {

    /** "yqbackup" in ASCII. */
    private static final long LOCK = 0x79716261636b7570L;

    private final Connection connection;
    private @Nullable WalSegment first;

    private BackupSession(Connection connection) {
        this.connection = connection;
    }

    /** @param last the segment that holds the backup's end */
    record Stopped(String label, WalSegment last) {}

    static BackupSession open(ClusterLogin login) throws SQLException {
        Properties properties = login.properties("yuanqing backup");
        properties.setProperty("socketTimeout", "600"); // the checkpoint at its start may be long
        BackupSession session = new BackupSession(DriverManager.getConnection(login.url(), properties));
        try {
            session.requireAlone();
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void requireAlone() throws SQLException {
        if (!text("select pg_try_advisory_lock(" + LOCK + ")::text").equals("true")) {
            throw new BackupFailed("Another backup of this database is being made. Wait for its end.");
        }
        if (!text("select count(*)::text from pg_tablespace").equals("2")) {
            throw new BackupFailed(
                    "The database has table spaces outside the data directory, which a backup would miss."
                            + " Move its tables back to the default one.");
        }
    }

    /** From here on, every page that changes goes whole into the write-ahead log, and none of that log is removed. */
    void start(String label) throws SQLException {
        text("select pg_create_physical_replication_slot('yuanqing_backup', true, true)::text");
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_walfile_name(pg_backup_start(?, true))")) {
            statement.setString(1, label);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                first = WalSegment.named(rows.getString(1)).orElseThrow();
            }
        }
    }

    /** The write-ahead log up to here has reached the disk. */
    Stopped stop() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
            rows.next();
            return new Stopped(
                    rows.getString(1), WalSegment.named(rows.getString(2)).orElseThrow());
        }
    }

    WalSegment firstSegment() {
        WalSegment started = first;
        if (started == null) {
            throw new IllegalStateException("the backup has not been started");
        }
        return started;
    }

    Connection connection() {
        return connection;
    }

    String postgres() throws SQLException {
        return text("show server_version");
    }

    String system() throws SQLException {
        return text("select system_identifier::text from pg_control_system()");
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
