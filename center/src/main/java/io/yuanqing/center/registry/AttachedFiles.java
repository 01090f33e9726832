package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files in the archives; they lie in the database, so that every backup holds them. */
@Repository
class AttachedFiles {

    private static final String SELECT = """
            select f.id, f.enterprise_id, f.name, f.type, f.bytes, f.sm3, f.note, f.uploaded_at, f.uploaded_by
            from attached_file f join enterprise e on e.id = f.enterprise_id
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Enterprises enterprises;
    private final RegistrySettings settings;
    private final Clock clock;
    private final Acts acts;

    AttachedFiles(
            JdbcClient jdbc,
            Caller caller,
            Enterprises enterprises,
            RegistrySettings settings,
            Clock clock,
            Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.enterprises = enterprises;
        this.settings = settings;
        this.clock = clock;
        this.acts = acts;
    }

    /** Newest first. @throws Refusal 404 when there is no such enterprise in the caller's scope */
    List<AttachedFile> of(long enterprise) {
        enterprises.inScope(enterprise);
        return jdbc.sql(SELECT + " where e.id = :enterprise order by f.id desc")
                .param("enterprise", enterprise)
                .query(AttachedFiles::row)
                .list();
    }

    /** @throws Refusal 404 */
    AttachedFile inScope(long id) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        Scoped.bind(parameters, caller.scope());
        return jdbc.sql(SELECT + " where f.id = :id " + Scoped.CONDITION)
                .params(parameters)
                .query(AttachedFiles::row)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no file with the id " + id));
    }

    /** The bytes of a file that was found with {@link #inScope}. */
    byte[] content(AttachedFile file) {
        return jdbc.sql("select content from attached_file where id = :id")
                .param("id", file.id())
                .query(byte[].class)
                .single();
    }

    /** @throws Refusal 404; 400 when its name, size or kind is not accepted; 409 when the archive is full */
    @Transactional
    AttachedFile add(long enterprise, String name, @Nullable String note, byte[] content) {
        enterprises.inScope(enterprise);
        Findings findings = new Findings().text("note", note, false);
        FileName.problem(name).ifPresent(problem -> findings.add("name", problem));
        if (content.length == 0) {
            findings.add("body", "is empty; send the bytes of the file");
        }
        findings.refuse();
        FileType type = FileType.of(name, content)
                .orElseThrow(() -> Refusal.invalid(
                        "name",
                        "'" + name
                                + "' is not, by its first bytes, what its ending says, or of a kind that is not kept;"
                                + " PDF, PNG, JPEG, DOCX, XLSX and OFD are"));
        requireRoom(enterprise);
        long id = jdbc.sql("""
                        insert into attached_file (enterprise_id, name, type, bytes, sm3, note, uploaded_at, uploaded_by, content)
                        values (:enterprise, :name, :type, :bytes, :sm3, :note, :at, :by, :content) returning id
                        """)
                .param("enterprise", enterprise)
                .param("name", name.strip())
                .param("type", type.type())
                .param("bytes", content.length)
                .param("sm3", sm3(content))
                .param("note", Findings.tidy(note))
                .param("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param("by", caller.name())
                .param("content", content)
                .query(Long.class)
                .single();
        AttachedFile added = inScope(id);
        acts.record("FILE_ADDED", "enterprise:" + enterprise, null, added);
        return added;
    }

    /** Takes a file out of its archive; its name and digest stay in the trail. @throws Refusal 404 */
    @Transactional
    void remove(long id) {
        AttachedFile file = inScope(id);
        jdbc.sql("delete from attached_file where id = :id").param("id", id).update();
        acts.record("FILE_REMOVED", "enterprise:" + file.enterpriseId(), file, null);
    }

    private void requireRoom(long enterprise) {
        int there = jdbc.sql("select count(*) from attached_file where enterprise_id = :enterprise")
                .param("enterprise", enterprise)
                .query(Integer.class)
                .single();
        if (there >= settings.filesPerEnterprise()) {
            throw Refusal.conflict("The archive holds " + there + " files, the most that it may"
                    + " (yuanqing.registry.files-per-enterprise); remove one first");
        }
    }

    private static String sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }

    private static AttachedFile row(ResultSet row, int number) throws SQLException {
        return new AttachedFile(
                row.getLong("id"),
                row.getLong("enterprise_id"),
                row.getString("name"),
                row.getString("type"),
                row.getInt("bytes"),
                row.getString("sm3"),
                row.getString("note"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"));
    }
}
