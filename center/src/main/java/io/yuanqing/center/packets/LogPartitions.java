package io.yuanqing.center.packets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes the log's partitions within the caller's transaction: packets by day of receipt, keys by month of the data's day.
 * As a rule {@link PartitionsAhead} did so before; the append makes what is missing. A new table is made beside its parent
 * and then attached, which does not wait for readers.
 */
final class LogPartitions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    /** Committed ones only: what a rolled-back transaction made is made again. */
    private final Set<String> known = new HashSet<>();

    private final Set<String> made = new HashSet<>();

    void require(Connection connection, LocalDate receivedDay) throws SQLException {
        require(connection, "packet", DAY.format(receivedDay), receivedDay, receivedDay.plusDays(1));
    }

    void requireKeys(Connection connection, LocalDate dataDay) throws SQLException {
        if (!dataDay.equals(PacketKey.UNDATED)) {
            YearMonth month = YearMonth.from(dataDay);
            require(
                    connection,
                    "packet_key",
                    MONTH.format(month),
                    month.atDay(1),
                    month.plusMonths(1).atDay(1));
        }
    }

    void committed() {
        known.addAll(made);
        made.clear();
    }

    /** Nothing is taken for granted: a partition that was known may have been dropped by rule meanwhile. */
    void forget() {
        made.clear();
        known.clear();
    }

    private void require(Connection connection, String parent, String suffix, LocalDate from, LocalDate to)
            throws SQLException {
        String name = parent + "_" + suffix;
        if (known.contains(name) || made.contains(name)) {
            return;
        }
        if (!exists(connection, name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table " + name + " (like " + parent + " including constraints)");
                statement.execute("alter table " + parent + " attach partition " + name + " for values from ('" + from
                        + "') to ('" + to + "')");
            }
        }
        made.add(name);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
