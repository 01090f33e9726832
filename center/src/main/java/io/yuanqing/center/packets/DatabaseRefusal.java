package io.yuanqing.center.packets;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why the database did not take a batch. */
final class DatabaseRefusal {

    private DatabaseRefusal() {}

    /**
     * Whether the batch would be refused again: data exceptions (SQLSTATE class 22) and violated constraints (class 23).
     * Everything else (connection, disk, memory, shutdown, lock) passes.
     */
    static boolean isOfTheData(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
