package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.Verdict.Admitted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * One append to the log: everything that waited, as one transaction.
 *
 * <pre>
 * lock log_head -> partitions -> keys (new ones only) -> packets numbered -> quarantine, noise -> log_head -> commit
 * </pre>
 */
final class LogAppend {

    private final LogPartitions partitions;
    private final Quarantine quarantine;

    LogAppend(LogPartitions partitions, Quarantine quarantine) {
        this.partitions = partitions;
        this.quarantine = quarantine;
    }

    /**
     * What a committed batch did.
     *
     * @param fates of the batch's frames, in their order
     */
    record Result(long position, List<Fate> fates) {}

    /**
     * Writes a batch within the caller's transaction.
     *
     * @param batch identifies the batch: when a commit's answer was lost and the batch is tried again, it is recognised
     * @param acknowledged answers handed to the network since the last append
     */
    Result write(Connection connection, UUID batch, List<Waiting> waiting, long acknowledged) throws SQLException {
        List<Waiting.Frame> frames = waiting.stream()
                .map(Waiting::frame)
                .filter(java.util.Objects::nonNull)
                .toList();
        Head head = lockHead(connection);
        if (batch.equals(head.lastBatch)) {
            return new Result(head.position, fatesOfCommitted(frames));
        }
        requireKeyPartitions(connection, frames);
        Set<Long> readmittedBefore = Readmissions.before(connection, frames);
        Set<UUID> fresh = insertKeys(connection, frames, readmittedBefore);
        List<Fate> fates = new ArrayList<>(frames.size());
        List<Waiting.Frame> stored = new ArrayList<>(frames.size());
        List<Waiting.Frame> refused = new ArrayList<>();
        for (Waiting.Frame frame : frames) {
            if (frame.verdict() instanceof Admitted admitted) {
                boolean first = !cameOut(frame, readmittedBefore) && fresh.remove(admitted.key());
                fates.add(first ? Fate.STORED : Fate.DUPLICATE);
                if (first) {
                    stored.add(frame);
                }
            } else {
                fates.add(Fate.QUARANTINED);
                refused.add(frame);
            }
        }
        insertPackets(connection, stored, head.position);
        Readmissions.insert(connection, frames, positions(stored, head.position));
        Set<Waiting.Frame> unkept = quarantine.insert(connection, refused);
        for (int i = 0; i < fates.size(); i++) {
            if (fates.get(i) == Fate.QUARANTINED && unkept.contains(frames.get(i))) {
                fates.set(i, Fate.QUARANTINE_FULL);
            }
        }
        long noise = quarantine.insertNoise(connection, waiting);
        long position = head.position + stored.size();
        updateHead(connection, batch, position, frames.size(), stored.size(), refused.size(), acknowledged, noise);
        return new Result(position, fates);
    }

    private void requireKeyPartitions(Connection connection, List<Waiting.Frame> frames) throws SQLException {
        LocalDate last = null;
        for (Waiting.Frame frame : frames) {
            if (frame.verdict() instanceof Admitted admitted
                    && !admitted.dataDay().equals(last)) {
                partitions.requireKeys(connection, admitted.dataDay());
                last = admitted.dataDay();
            }
        }
    }

    private static boolean cameOut(Waiting.Frame frame, Set<Long> before) {
        return frame.readmission() != null
                && before.contains(frame.readmission().quarantined());
    }

    private static Map<Waiting.Frame, Long> positions(List<Waiting.Frame> stored, long lastPosition) {
        Map<Waiting.Frame, Long> positions = new IdentityHashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i).readmission() != null) {
                positions.put(stored.get(i), lastPosition + i + 1);
            }
        }
        return positions;
    }

    private record Head(long position, @Nullable UUID lastBatch) {}

    private static Head lockHead(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select position, last_batch from log_head for update");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Head(rows.getLong(1), rows.getObject(2, UUID.class));
        }
    }

    /** Whether first copy or not, the log holds them: they are answered alike. */
    private static List<Fate> fatesOfCommitted(List<Waiting.Frame> frames) {
        return frames.stream()
                .map(frame -> frame.verdict() instanceof Admitted ? Fate.STORED : Fate.QUARANTINED)
                .toList();
    }

    /** The keys that the log did not hold yet. */
    private static Set<UUID> insertKeys(Connection connection, List<Waiting.Frame> frames, Set<Long> readmittedBefore)
            throws SQLException {
        Map<UUID, LocalDate> keys = new LinkedHashMap<>();
        for (Waiting.Frame frame : frames) {
            if (frame.verdict() instanceof Admitted admitted && !cameOut(frame, readmittedBefore)) {
                keys.put(admitted.key(), admitted.dataDay());
            }
        }
        if (keys.isEmpty()) {
            return Set.of();
        }
        Set<UUID> fresh = new HashSet<>(keys.size() * 2);
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into packet_key (data_day, hash)
                select date '1970-01-01' + day, hash from unnest(?::int[], ?::uuid[]) as k(day, hash)
                on conflict do nothing
                returning hash""")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int4",
                            keys.values().stream()
                                    .map(day -> (int) day.toEpochDay())
                                    .toArray(Integer[]::new)));
            statement.setArray(2, connection.createArrayOf("uuid", keys.keySet().toArray(UUID[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return fresh;
    }

    private void insertPackets(Connection connection, List<Waiting.Frame> stored, long lastPosition)
            throws SQLException {
        if (stored.isEmpty()) {
            return;
        }
        requirePartitions(connection, stored);
        PacketRows rows = new PacketRows(connection.unwrap(PGConnection.class).getCopyAPI());
        try {
            long position = lastPosition;
            for (Waiting.Frame frame : stored) {
                rows.add(++position, frame.arrival(), (Admitted) frame.verdict());
            }
            rows.end();
        } finally {
            rows.cancel();
        }
    }

    /** Most of a batch came on one day. */
    private void requirePartitions(Connection connection, List<Waiting.Frame> stored) throws SQLException {
        LocalDate last = null;
        for (Waiting.Frame frame : stored) {
            LocalDate day = LocalDate.ofInstant(frame.arrival().receivedAt(), Center.CITY_ZONE);
            if (!day.equals(last)) {
                partitions.require(connection, day);
                last = day;
            }
        }
    }

    private static void updateHead(
            Connection connection,
            UUID batch,
            long position,
            int received,
            int stored,
            int quarantined,
            long acknowledged,
            long noise)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update log_head
                set position = ?, last_batch = ?, received = received + ?, stored = stored + ?,
                    duplicate = duplicate + ?, quarantined = quarantined + ?, acknowledged = acknowledged + ?,
                    noise_bytes = noise_bytes + ?""")) {
            statement.setLong(1, position);
            statement.setObject(2, batch);
            statement.setInt(3, received);
            statement.setInt(4, stored);
            statement.setInt(5, received - stored - quarantined);
            statement.setInt(6, quarantined);
            statement.setLong(7, acknowledged);
            statement.setLong(8, noise);
            statement.executeUpdate();
        }
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
    }
}
