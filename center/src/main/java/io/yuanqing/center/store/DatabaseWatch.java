package io.yuanqing.center.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the database for a sign of life, on a session of its own and never longer than a few seconds: a process that is
 * suspended keeps its connections open and says nothing.
 */
@Component
class DatabaseWatch implements Watch {

    private static final String SUBJECT = "database";
    private static final String LONGEST_WAIT_SECONDS = "3";

    private final Database database;
    private final StoreSettings limits;
    private final OperationalAlarms alarms;
    private @Nullable Connection connection;
    private @Nullable Long awaySinceNanos;

    DatabaseWatch(Database database, StoreSettings limits, OperationalAlarms alarms) {
        this.database = database;
        this.limits = limits;
        this.alarms = alarms;
    }

    @Override
    public void look() {
        long asked = System.nanoTime();
        try {
            ask();
            awaySinceNanos = null;
            alarms.clear(AlarmKind.DATABASE_AWAY, SUBJECT);
        } catch (SQLException e) {
            forget();
            Long since = awaySinceNanos == null ? asked : awaySinceNanos;
            awaySinceNanos = since;
            if (System.nanoTime() - since >= limits.databaseAway().toNanos()) {
                alarms.raise(
                        AlarmKind.DATABASE_AWAY,
                        SUBJECT,
                        "The database " + database.url() + " gives no answer for "
                                + Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s (" + e.getMessage()
                                + "). No packet is acknowledged until it is back; loggers keep theirs.");
            }
        }
    }

    private void ask() throws SQLException {
        Connection current = connection;
        if (current == null) {
            Properties login = ClusterLogin.of(database).properties("yuanqing watch");
            login.setProperty("connectTimeout", LONGEST_WAIT_SECONDS);
            login.setProperty("loginTimeout", LONGEST_WAIT_SECONDS);
            login.setProperty("socketTimeout", LONGEST_WAIT_SECONDS);
            current = DriverManager.getConnection(database.url(), login);
            connection = current;
        }
        try (Statement statement = current.createStatement();
                ResultSet rows = statement.executeQuery("select 1")) {
            rows.next();
        }
    }

    private void forget() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            // it is forgotten either way
        }
        connection = null;
    }
}
