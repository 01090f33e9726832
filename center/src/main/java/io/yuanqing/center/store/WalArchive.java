package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/**
 * Follows the embedded database's write-ahead log and writes it into a folder, some milliseconds behind: with a backup and
 * this, a restore goes on to the last of it. The database keeps what has not reached the folder's disk yet, also while
 * nobody follows, up to a limit of its own ({@code max_slot_wal_keep_size}).
 *
 * <pre>
 * FOLDER/000000010000000000000007         whole segments of 16 MB
 *        000000010000000000000008.part    the present one, zeros behind what has come
 * </pre>
 */
public final class WalArchive {

    /** Under this name the database knows how far the archive is. */
    static final String SLOT = "yuanqing_archive";

    private static final long FORCED_EVERY = 4L * 1024 * 1024;

    private final ClusterLogin login;
    private final Path folder;
    private volatile long flushed;

    public WalArchive(ClusterLogin login, Path folder) {
        this.login = login;
        this.folder = folder;
    }

    /** The log was not kept long enough for the archive to go on without a gap. */
    public static final class Gap extends Exception {

        private static final long serialVersionUID = 1L;

        Gap(String message) {
            super(message);
        }
    }

    /** Lets the database forget about an archive that is no longer wanted, so that it keeps nothing for it. */
    public static void forget(ClusterLogin login) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.properties("yuanqing archive"));
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '"
                    + SLOT + "' and not active");
        }
    }

    /** Up to which byte of the log the archive has reached the disk; 0 before the first. */
    public long flushed() {
        return flushed;
    }

    /**
     * Follows until it is told to stop, or something fails; then call it again.
     *
     * @param stop is asked some times a second
     * @throws Gap when the folder cannot be continued: begin a new one, and make a backup
     */
    public void follow(BooleanSupplier stop) throws SQLException, IOException, InterruptedException, Gap {
        Files.createDirectories(folder);
        WalSegment first = first();
        Properties properties = login.properties("yuanqing archive");
        properties.setProperty("replication", "true");
        properties.setProperty("assumeMinServerVersion", "15");
        properties.setProperty("preferQueryMode", "simple");
        try (Connection connection = DriverManager.getConnection(login.url(), properties);
                PGReplicationStream stream = connection
                        .unwrap(PGConnection.class)
                        .getReplicationAPI()
                        .replicationStream()
                        .physical()
                        .withSlotName(SLOT)
                        .withStartPosition(LogSequenceNumber.valueOf(first.start()))
                        .withStatusInterval(5, TimeUnit.SECONDS)
                        .start();
                WalFile file = new WalFile(folder, first)) {
            while (!stop.getAsBoolean()) {
                ByteBuffer bytes = stream.readPending();
                if (bytes != null) {
                    file.append(bytes);
                }
                if (file.unforced() > (bytes == null ? 0 : FORCED_EVERY)) {
                    flushed = file.force();
                    stream.setFlushedLSN(LogSequenceNumber.valueOf(flushed));
                    stream.setAppliedLSN(LogSequenceNumber.valueOf(flushed));
                    stream.forceUpdateStatus();
                }
                if (bytes == null) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            }
        }
    }

    /** The segment behind the last whole one of the folder, or the one in which the database begins to keep its log. */
    private WalSegment first() throws SQLException, IOException, Gap {
        try (Connection connection = DriverManager.getConnection(login.url(), login.properties("yuanqing archive"))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_create_physical_replication_slot('" + SLOT
                        + "', true) where not exists (select from pg_replication_slots where slot_name = '" + SLOT
                        + "')");
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                    select coalesce(restart_lsn::text, ''), wal_status,
                           ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))::bit(32)::int
                    from pg_replication_slots where slot_name = ?""")) {
                statement.setString(1, SLOT);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    String kept = row.getString(1);
                    if (kept.isEmpty() || row.getString(2).equals("lost")) {
                        forget(login);
                        throw new Gap("the database has not kept its write-ahead log long enough for " + folder);
                    }
                    WalSegment oldest = WalSegment.holding(row.getInt(3), WalSegment.lsn(kept));
                    WalSegment last = lastWhole(oldest.timeline());
                    if (last == null) {
                        return oldest;
                    }
                    if (last.next().number() < oldest.number()) {
                        throw new Gap("the write-ahead log between " + last.fileName() + " and " + oldest.fileName()
                                + " is missing in " + folder);
                    }
                    return last.next();
                }
            }
        }
    }

    private @Nullable WalSegment lastWhole(int timeline) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> WalSegment.named(String.valueOf(file.getFileName())))
                    .flatMap(java.util.Optional::stream)
                    .filter(segment -> segment.timeline() == timeline)
                    .max(java.util.Comparator.comparingLong(WalSegment::number))
                    .orElse(null);
        }
    }

    /** Removes the segments that no backup needs any more. */
    public static void removeBefore(Path folder, String firstNeeded) throws IOException {
        WalSegment needed = WalSegment.named(firstNeeded).orElseThrow();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                WalSegment segment =
                        WalSegment.named(String.valueOf(file.getFileName())).orElse(null);
                if (segment != null && segment.timeline() == needed.timeline() && segment.number() < needed.number()) {
                    Files.delete(file);
                }
            }
        }
    }
}
