package io.yuanqing.center.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The packet log's head, read without the application: backup and restore work where it does not run. The only table of a
 * room that the basement knows by name.
 */
final class LogHead {

    private LogHead() {}

    /** The last committed position; 0 while the log is empty, or not even made. */
    static long position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select to_regclass('log_head') is not null")) {
                rows.next();
                if (!rows.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet rows = statement.executeQuery("select position from log_head")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
