package io.yuanqing.center.packets;

import io.yuanqing.center.identity.AuditTrail;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The monthly partitions of the keys by which duplicates are recognised. */
@Component
class KeyMonths {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private final JdbcTemplate sql;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    KeyMonths(JdbcTemplate sql, AuditTrail trail, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<YearMonth> months() {
        return sql.query("""
                select substring(c.relname from 12) from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'packet_key'::regclass and c.relname ~ '^packet_key_[0-9]{6}$' order by 1""", (row, n) -> YearMonth.parse(row.getString(1), MONTH));
    }

    void drop(List<String> months) {
        for (String month : months) {
            transaction.executeWithoutResult(status -> {
                sql.execute("set local lock_timeout = '3s'");
                sql.execute("drop table packet_key_" + MONTH.format(YearMonth.parse(month)));
                trail.record("PACKET_KEYS_DROPPED", "packet-keys:" + month, Map.of("month", month), null);
            });
        }
    }
}
