package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.ExclusiveSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "packets")
class StoreController {

    private final Database database;
    private final ExclusiveSession session;

    StoreController(Database database, ExclusiveSession session) {
        this.database = database;
        this.session = session;
    }

    /** What protects an acknowledged packet, read from the very session that writes the log. */
    record StoreView(String postgres, boolean fsync, boolean synchronousCommit, boolean embedded) {}

    @GetMapping("/api/store")
    @Operation(summary = "The database under the packet log and what protects a commit")
    StoreView store() throws SQLException {
        return session.inTransaction(connection -> new StoreView(
                show(connection, "server_version"),
                show(connection, "fsync").equals("on"),
                !show(connection, "synchronous_commit").equals("off"),
                database.embedded()));
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
