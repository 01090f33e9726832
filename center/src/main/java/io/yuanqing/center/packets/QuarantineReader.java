package io.yuanqing.center.packets;

import io.yuanqing.center.registry.LoggerDevices;
import io.yuanqing.center.registry.Mn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the quarantine. */
@Component
class QuarantineReader {

    private static final String SELECT = """
            select q.id, q.received_at, q.remote, q.mn, q.st, q.cn, q.reason, q.detail, q.frame,
                   r.position, r.fate, r.readmitted_at, r.actor, r.change, r.reason
            from quarantine q left join packet_readmission r on r.quarantine_id = q.id
            """;

    private final JdbcClient sql;

    QuarantineReader(JdbcClient sql) {
        this.sql = sql;
    }

    /** A row with its bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            long id,
            Instant receivedAt,
            String remote,
            String mn,
            String st,
            String cn,
            Verdict.Reason reason,
            String detail,
            byte[] frame,
            Readmission.@Nullable Done readmission) {

        QuarantinedFrame view() {
            RawText raw = RawText.of(frame);
            return new QuarantinedFrame(
                    id, receivedAt, remote, mn, st, cn, reason, detail, raw.text(), raw.base64(), readmission);
        }

        ExplainedFrame explained(LoggerDevices devices) {
            return ExplainedFrame.of(id, mn, st, cn, receivedAt, null, Origin.LIVE, remote, frame, devices);
        }
    }

    List<QuarantinedFrame> newest(@Nullable String mn, @Nullable Long before, int size) {
        return sql.sql(SELECT + """
                where (:mn::text is null or q.mn = :mn) and (:before::bigint is null or q.id < :before)
                order by q.id desc limit :size""")
                .param("mn", mn == null ? null : Mn.normal(mn))
                .param("before", before)
                .param("size", size)
                .query((row, n) -> row(row).view())
                .list();
    }

    Optional<Row> find(long id) {
        return sql.sql(SELECT + " where q.id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Verdict.Reason.valueOf(row.getString(7)),
                row.getString(8),
                row.getBytes(9),
                row.getString(11) == null ? null : readmission(row));
    }

    private static Readmission.Done readmission(ResultSet row) throws SQLException {
        return new Readmission.Done(
                row.getLong(1),
                row.getObject(10, Long.class),
                Fate.valueOf(row.getString(11)),
                row.getTimestamp(12).toInstant(),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }
}
