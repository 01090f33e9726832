package io.yuanqing.center.readings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** MNs that are offered for registration. */
@Component
public class UnregisteredMns {

    private static final int MOST_FACTORS = 100;

    private final JdbcTemplate sql;

    UnregisteredMns(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** How many there are. */
    public int count() {
        Integer count = sql.queryForObject("select count(*) from unregistered_mn", Integer.class);
        return count == null ? 0 : count;
    }

    /** The most recently heard first. */
    List<UnregisteredMn> list(int limit) {
        return sql.query(
                "select * from unregistered_mn order by last_seen desc, mn limit ?", (row, n) -> mn(row), limit);
    }

    Optional<UnregisteredMn> find(String mn) {
        return sql.query("select * from unregistered_mn where mn = ?", (row, n) -> mn(row), mn).stream()
                .findFirst();
    }

    /** Adds what a batch brought, within the caller's transaction. */
    void put(Collection<UnregisteredMn> heard) {
        sql.batchUpdate("""
                insert into unregistered_mn (mn, first_seen, last_seen, packets, st, edition, factors, remote)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (mn) do update set
                    first_seen = excluded.first_seen, last_seen = excluded.last_seen, packets = excluded.packets,
                    st = excluded.st, edition = excluded.edition, factors = excluded.factors,
                    remote = excluded.remote""", heard, 500, (statement, mn) -> {
            statement.setString(1, mn.mn());
            statement.setTimestamp(2, Timestamp.from(mn.firstSeen()));
            statement.setTimestamp(3, Timestamp.from(mn.lastSeen()));
            statement.setLong(4, mn.packets());
            statement.setString(5, mn.st());
            statement.setString(6, mn.edition());
            statement.setArray(
                    7,
                    statement.getConnection().createArrayOf("text", mn.factors().toArray()));
            statement.setString(8, mn.remote());
        });
    }

    /** They have a point now. */
    void remove(Collection<String> mns) {
        sql.update("delete from unregistered_mn where mn = any (?)", (Object) mns.toArray(String[]::new));
    }

    void removeAll() {
        sql.execute("truncate unregistered_mn");
    }

    /** Joins two records of one MN, the earlier packets first. */
    static UnregisteredMn joined(UnregisteredMn before, UnregisteredMn after) {
        Set<String> factors = new LinkedHashSet<>(before.factors());
        factors.addAll(after.factors());
        return new UnregisteredMn(
                before.mn(),
                before.firstSeen().isBefore(after.firstSeen()) ? before.firstSeen() : after.firstSeen(),
                before.lastSeen().isAfter(after.lastSeen()) ? before.lastSeen() : after.lastSeen(),
                before.packets() + after.packets(),
                after.st(),
                after.edition(),
                factors.stream().limit(MOST_FACTORS).toList(),
                after.remote());
    }

    private static UnregisteredMn mn(ResultSet row) throws SQLException {
        Array factors = row.getArray("factors");
        return new UnregisteredMn(
                row.getString("mn"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                row.getLong("packets"),
                row.getString("st"),
                row.getString("edition"),
                Arrays.asList((String[]) factors.getArray()),
                row.getString("remote"));
    }
}
