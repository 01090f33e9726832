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

    private static final String COLUMNS = "id, received_at, remote, mn, st, cn, reason, detail, frame";

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
            byte[] frame) {

        QuarantinedFrame view() {
            RawText raw = RawText.of(frame);
            return new QuarantinedFrame(id, receivedAt, remote, mn, st, cn, reason, detail, raw.text(), raw.base64());
        }

        ExplainedFrame explained(LoggerDevices devices) {
            return ExplainedFrame.of(id, mn, st, cn, receivedAt, null, Origin.LIVE, remote, frame, devices);
        }
    }

    List<QuarantinedFrame> newest(@Nullable String mn, @Nullable Long before, int size) {
        return sql.sql("select " + COLUMNS + """
                 from quarantine
                where (:mn::text is null or mn = :mn) and (:before::bigint is null or id < :before)
                order by id desc limit :size""")
                .param("mn", mn == null ? null : Mn.normal(mn))
                .param("before", before)
                .param("size", size)
                .query((row, n) -> row(row).view())
                .list();
    }

    Optional<Row> find(long id) {
        return sql.sql("select " + COLUMNS + " from quarantine where id = :id")
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
                row.getBytes(9));
    }
}
