package io.yuanqing.center.identity;

import io.yuanqing.center.PageOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The trail of what people did: hash-chained, written in the transaction of the act itself, never edited. */
@Repository
public class AuditTrail {

    private static final String COLUMNS = "id, at, actor, address, act, subject, before, after";

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Clock clock;
    private final JsonMapper json;

    AuditTrail(JdbcClient jdbc, Caller caller, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records an act of the present caller. Call it last in the act's transaction: it holds the end of the chain until
     * the commit.
     *
     * @param act in capitals, such as POINT_REGISTERED
     * @param subject kind and id of the thing, such as {@code point:17}
     * @param before its state before, written as JSON; null when it did not exist. Must hold no secret
     * @param after its state after; null when it is no more
     */
    @Transactional
    public void record(String act, String subject, @Nullable Object before, @Nullable Object after) {
        record(caller.name(), caller.address(), act, subject, before, after);
    }

    /** The same for a moment at which the caller is not yet, or no longer, signed in. */
    @Transactional
    void record(
            String actor, String address, String act, String subject, @Nullable Object before, @Nullable Object after) {
        record Head(long lastId, byte[] lastHash) {}
        Head head = jdbc.sql("select last_id, last_hash from audit_head for update")
                .query((row, number) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        AuditEntry entry = new AuditEntry(
                head.lastId() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                address,
                act,
                subject,
                text(before),
                text(after));
        byte[] hash = AuditChain.hash(head.lastHash(), entry);
        insert(entry, head.lastHash(), hash);
        jdbc.sql("update audit_head set last_id = :id, last_hash = :hash")
                .param("id", entry.id())
                .param("hash", hash)
                .update();
    }

    /** One page, newest first. */
    public PageOf<AuditEntry> find(@Nullable String actor, @Nullable String subject, int page, int size) {
        PageOf.check(page, size);
        String where = """
                where (cast(:actor as text) is null or actor = :actor)
                  and (cast(:subject as text) is null or subject = :subject)
                """;
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("actor", actor);
        parameters.put("subject", subject);
        long total = jdbc.sql("select count(*) from audit_entry " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<AuditEntry> items = jdbc.sql("select " + COLUMNS + " from audit_entry " + where
                        + " order by id desc limit :limit offset :offset")
                .params(parameters)
                .query(AuditTrail::row)
                .list();
        return new PageOf<>(items, total);
    }

    /**
     * One page of what was done to these things, newest first. For rooms that show a thing's history to whoever may see the
     * thing; the whole trail is the auditor's.
     *
     * @param subjects as they were recorded
     */
    public PageOf<AuditEntry> about(Collection<String> subjects, int page, int size) {
        PageOf.check(page, size);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("subjects", subjects.toArray(String[]::new));
        long total = jdbc.sql("select count(*) from audit_entry where subject = any(:subjects)")
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<AuditEntry> items = jdbc.sql("select " + COLUMNS + " from audit_entry where subject = any(:subjects)"
                        + " order by id desc limit :limit offset :offset")
                .params(parameters)
                .query(AuditTrail::row)
                .list();
        return new PageOf<>(items, total);
    }

    /**
     * Computes the chain anew from its beginning.
     *
     * @return how many entries stand, and the first at which the chain is broken
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        Walk walk = new Walk();
        jdbc.sql("select " + COLUMNS + ", previous_hash, hash from audit_entry order by id")
                .withFetchSize(1000)
                .query((RowCallbackHandler)
                        row -> walk.step(row(row, 0), row.getBytes("previous_hash"), row.getBytes("hash")));
        boolean endStands = jdbc.sql("select last_id = :id and last_hash = :hash from audit_head")
                .param("id", walk.entries)
                .param("hash", walk.last)
                .query(Boolean.class)
                .single();
        if (walk.broken == null && !endStands) {
            walk.broken = walk.entries + 1;
        }
        return new Verification(walk.entries, walk.broken == null, walk.broken);
    }

    /**
     * What a check of the chain found.
     *
     * @param entries that are there
     * @param firstBroken id of the first entry that is changed, missing or does not follow; null when intact
     */
    public record Verification(
            long entries, boolean intact, @Nullable Long firstBroken) {}

    private static final class Walk {
        byte[] last = {};
        long entries;

        @Nullable
        Long broken;

        void step(AuditEntry entry, byte[] previous, byte[] hash) {
            entries++;
            boolean follows = entry.id() == entries
                    && Arrays.equals(previous, last)
                    && Arrays.equals(hash, AuditChain.hash(last, entry));
            if (!follows && broken == null) {
                broken = Math.min(entry.id(), entries);
            }
            last = hash;
        }
    }

    private void insert(AuditEntry entry, byte[] previous, byte[] hash) {
        jdbc.sql("""
                        insert into audit_entry (id, at, actor, address, act, subject, before, after, previous_hash, hash)
                        values (:id, :at, :actor, :address, :act, :subject, :before, :after, :previous, :hash)
                        """)
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("address", entry.address())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }

    private static AuditEntry row(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                row.getLong("id"),
                at,
                row.getString("actor"),
                row.getString("address"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"));
    }
}
