package io.yuanqing.center.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a database must be before the server trusts it with packets that it acknowledges. */
final class DatabaseFitness {

    private static final int OLDEST_MAJOR = 15;

    /** With one of these off, a power cut can undo or tear a commit that was reported as done. */
    private static final List<String> PROTECTIONS = List.of("fsync", "full_page_writes");

    private DatabaseFitness() {}

    static void require(Connection connection, Database database) throws SQLException {
        int major = Integer.parseInt(show(connection, "server_version_num")) / 10_000;
        if (major < OLDEST_MAJOR) {
            throw new StartRefused("The database " + database.url() + " is PostgreSQL " + major + "; version "
                    + OLDEST_MAJOR + " or newer is needed.");
        }
        for (String protection : PROTECTIONS) {
            if (!show(connection, protection).equals("on")) {
                throw new StartRefused("The database " + database.url() + " runs with " + protection
                        + "=off and could lose packets that were acknowledged. Set " + protection
                        + "=on in its postgresql.conf and reload it.");
            }
        }
        connection.commit();
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
