package io.yuanqing.center.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the trail's chain anew from its beginning, and holds it against the anchors that were written outside of the
 * database: whoever may write to the database could make the whole chain anew, but not the anchors.
 */
public final class AuditCheck {

    static final String COLUMNS = "id, at, actor, address, act, subject, before, after";

    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final List<AuditAnchor> anchors;

    AuditCheck(JdbcClient jdbc, List<AuditAnchor> anchors) {
        this.jdbc = jdbc;
        this.anchors = anchors;
    }

    /** On a database of its own, for a check beside or without a server. */
    public static Finding run(DataSource database, List<AuditAnchor> anchors) {
        TransactionTemplate reading = new TransactionTemplate(new JdbcTransactionManager(database));
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Finding finding = reading.execute(open -> new AuditCheck(JdbcClient.create(database), anchors).run());
        if (finding == null) {
            throw new IllegalStateException("no finding");
        }
        return finding;
    }

    /**
     * What a check of the chain found.
     *
     * @param entries that are there
     * @param intact whether nothing was changed, removed, slipped in or made anew
     * @param firstBroken id of the first entry that is changed, missing or does not follow; null when intact
     * @param anchors how many anchors outside of the database it was held against
     * @param head hash of the last entry, in hexadecimal; empty before the first
     */
    public record Finding(
            long entries, boolean intact, @Nullable Long firstBroken, int anchors, String head) {}

    /** Call it in a transaction that sees one state only. */
    Finding run() {
        Walk walk = new Walk(anchors);
        jdbc.sql("select " + COLUMNS + ", previous_hash, hash from audit_entry order by id")
                .withFetchSize(FETCHED_AT_ONCE)
                .query((RowCallbackHandler)
                        row -> walk.step(entry(row, 0), row.getBytes("previous_hash"), row.getBytes("hash")));
        boolean endStands = jdbc.sql("select last_id = :id and last_hash = :hash from audit_head")
                .param("id", walk.entries)
                .param("hash", walk.last)
                .query(Boolean.class)
                .single();
        // An anchor behind the end tells of entries that were there once.
        boolean cutOff =
                walk.entries < anchors.stream().mapToLong(AuditAnchor::id).max().orElse(0);
        if (walk.broken == null && (!endStands || cutOff)) {
            walk.broken = walk.entries + 1;
        }
        return new Finding(
                walk.entries,
                walk.broken == null,
                walk.broken,
                anchors.size(),
                HexFormat.of().formatHex(walk.last));
    }

    private static final class Walk {
        private final Map<Long, byte[]> anchored = new HashMap<>();
        private byte[] last = {};
        private long entries;
        private @Nullable Long broken;

        Walk(List<AuditAnchor> anchors) {
            anchors.forEach(anchor -> anchored.put(anchor.id(), anchor.hash()));
        }

        void step(AuditEntry entry, byte[] previous, byte[] hash) {
            entries++;
            byte[] anchor = anchored.get(entry.id());
            boolean follows = entry.id() == entries
                    && Arrays.equals(previous, last)
                    && Arrays.equals(hash, AuditChain.hash(last, entry))
                    && (anchor == null || Arrays.equals(anchor, hash));
            if (!follows && broken == null) {
                broken = Math.min(entry.id(), entries);
            }
            last = hash;
        }
    }

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("address"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"));
    }
}
