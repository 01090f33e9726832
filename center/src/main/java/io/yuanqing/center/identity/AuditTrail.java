package io.yuanqing.center.identity;

import io.yuanqing.center.PageOf;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The trail of what people did: hash-chained, written in the transaction of the act itself, never edited. */
@Repository
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Clock clock;
    private final JsonMapper json;
    private final AuditAnchors anchors;

    AuditTrail(JdbcClient jdbc, Caller caller, Clock clock, JsonMapper json, AuditAnchors anchors) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
        this.anchors = anchors;
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
        return find(new AuditFilter(actor, null, subject, null, null), page, size);
    }

    /** One page, newest first. */
    public PageOf<AuditEntry> find(AuditFilter filter, int page, int size) {
        PageOf.check(page, size);
        String where = """
                where (cast(:actor as text) is null or actor = :actor)
                  and (cast(:acts as text[]) is null or act = any(cast(:acts as text[])))
                  and (cast(:subject as text) is null or subject = :subject)
                  and (cast(:beginning as text) is null or starts_with(subject, :beginning))
                  and (cast(:from as timestamptz) is null or at >= :from)
                  and (cast(:to as timestamptz) is null or at < :to)
                """;
        String subject = filter.subject();
        String beginning = subject != null && subject.endsWith("*") ? subject.substring(0, subject.length() - 1) : null;
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("actor", filter.actor());
        parameters.put("acts", filter.acts() == null ? null : filter.acts().toArray(String[]::new));
        parameters.put("subject", beginning == null ? subject : null);
        parameters.put("beginning", beginning);
        parameters.put("from", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
        parameters.put("to", filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC));
        long total = jdbc.sql("select count(*) from audit_entry " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", size);
        parameters.put("offset", (long) page * size);
        List<AuditEntry> items = jdbc.sql("select " + AuditCheck.COLUMNS + " from audit_entry " + where
                        + " order by id desc limit :limit offset :offset")
                .params(parameters)
                .query(AuditCheck::entry)
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
        List<AuditEntry> items = jdbc.sql(
                        "select " + AuditCheck.COLUMNS + " from audit_entry where subject = any(:subjects)"
                                + " order by id desc limit :limit offset :offset")
                .params(parameters)
                .query(AuditCheck::entry)
                .list();
        return new PageOf<>(items, total);
    }

    /** The acts that stand in the trail, by name. */
    List<String> acts() {
        return jdbc.sql("""
                        with recursive act(name) as (
                            select min(act) from audit_entry
                            union all
                            select (select min(e.act) from audit_entry e where e.act > act.name) from act where name is not null)
                        select name from act where name is not null
                        """).query(String.class).list();
    }

    /** Computes the chain anew from its beginning and holds it against the anchors outside of the database. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditCheck.Finding verify() {
        // Read first: what is written meanwhile is no part of the state that is looked at.
        return new AuditCheck(jdbc, anchors.all()).run();
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
}
