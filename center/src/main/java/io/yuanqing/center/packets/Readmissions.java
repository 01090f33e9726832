package io.yuanqing.center.packets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what came out of the quarantine, within the append that holds the log's head: so it happens once. */
final class Readmissions {

    private Readmissions() {}

    /** Those of the batch that came out before: the log holds their data, or holds it no longer by rule. */
    static Set<Long> before(Connection connection, List<Waiting.Frame> frames) throws SQLException {
        Long[] ids = frames.stream()
                .map(Waiting.Frame::readmission)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .map(Readmission::quarantined)
                .toArray(Long[]::new);
        Set<Long> before = new HashSet<>();
        if (ids.length > 0) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select quarantine_id from packet_readmission where quarantine_id = any (?)")) {
                statement.setArray(1, connection.createArrayOf("int8", ids));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        before.add(rows.getLong(1));
                    }
                }
            }
        }
        return before;
    }

    /** @param positions of the frames that were stored; the others were duplicates */
    static void insert(Connection connection, List<Waiting.Frame> frames, Map<Waiting.Frame, Long> positions)
            throws SQLException {
        for (Waiting.Frame frame : frames) {
            Readmission readmission = frame.readmission();
            if (readmission != null) {
                insert(connection, readmission, positions.get(frame), frame.arrival());
            }
        }
    }

    private static void insert(Connection connection, Readmission readmission, @Nullable Long position, Arrival arrival)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into packet_readmission (quarantine_id, position, fate, readmitted_at, actor, change, reason)
                values (?, ?, ?, timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?, ?)
                on conflict do nothing""")) {
            statement.setLong(1, readmission.quarantined());
            statement.setObject(2, position);
            statement.setString(3, position == null ? Fate.DUPLICATE.name() : Fate.STORED.name());
            statement.setLong(4, LogAppend.micros(arrival.receivedAt()));
            statement.setString(5, readmission.actor());
            statement.setString(6, readmission.change());
            statement.setString(7, readmission.reason());
            statement.executeUpdate();
        }
    }
}
