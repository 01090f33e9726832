package io.yuanqing.center.readings;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /** By MN, those of these that are known already. */
    Map<String, UnregisteredMn> of(Collection<String> mns) {
        Map<String, UnregisteredMn> found = new HashMap<>();
        if (!mns.isEmpty()) {
            sql.query(
                    "select * from unregistered_mn where mn = any (?)",
                    row -> {
                        found.put(row.getString("mn"), mn(row));
                    },
                    (Object) mns.toArray(String[]::new));
        }
        return found;
    }

    /** Adds what a batch brought, within the caller's transaction: of thousands of MNs as of one, in two statements. */
    void put(Collection<UnregisteredMn> heard) {
        Map<String, UnregisteredMn> known =
                of(heard.stream().map(UnregisteredMn::mn).toList());
        List<UnregisteredMn> rows = heard.stream()
                .map(mn -> known.containsKey(mn.mn()) ? joined(known.get(mn.mn()), mn) : mn)
                .toList();
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    insert into unregistered_mn (mn, first_seen, last_seen, packets, st, edition, factors, remote)
                    select mn, first_seen, last_seen, packets, st, edition, string_to_array(factors, ','), remote
                    from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[],
                                ?::text[], ?::text[])
                         as h(mn, first_seen, last_seen, packets, st, edition, factors, remote)
                    on conflict (mn) do update set
                        first_seen = excluded.first_seen, last_seen = excluded.last_seen, packets = excluded.packets,
                        st = excluded.st, edition = excluded.edition, factors = excluded.factors,
                        remote = excluded.remote""",
                    column(rows, UnregisteredMn::mn),
                    column(rows, mn -> mn.firstSeen().toString()),
                    column(rows, mn -> mn.lastSeen().toString()),
                    rows.stream().map(UnregisteredMn::packets).toArray(Long[]::new),
                    column(rows, UnregisteredMn::st),
                    column(rows, UnregisteredMn::edition),
                    column(rows, mn -> String.join(",", mn.factors())), // in a packet the comma parts the items
                    column(rows, UnregisteredMn::remote));
        }
    }

    private static String[] column(List<UnregisteredMn> rows, Function<UnregisteredMn, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
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
