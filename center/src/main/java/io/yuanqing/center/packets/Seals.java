package io.yuanqing.center.packets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The seals on disk. */
@Component
class Seals {

    private static final String COLUMNS = """
            number, kind, day, after_position, up_to_position, packets, positions::text, encode(packets_digest, 'hex'),
            encode(previous, 'hex'), encode(digest, 'hex'), sealed_at""";

    private final JdbcTemplate sql;

    Seals(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Number and digest of the newest seal. */
    record Head(long number, String digest) {}

    /** Locks the end of the chain until the caller's transaction ends. */
    Head lockHead() {
        return head(" for update");
    }

    Head head() {
        return head("");
    }

    private Head head(String lock) {
        return java.util.Objects.requireNonNull(sql.queryForObject(
                "select number, encode(digest, 'hex') from packet_seal_head" + lock,
                (row, n) -> new Head(row.getLong(1), row.getString(2))));
    }

    /** Adds a seal within the caller's transaction, which holds the head's lock. */
    void add(Seal seal, byte[] prints) {
        sql.update(
                """
                insert into packet_seal (number, kind, day, after_position, up_to_position, packets, positions,
                                         packets_digest, previous, digest, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?::int8multirange, ?, ?, ?, ?)""",
                seal.number(),
                seal.kind().name(),
                seal.day(),
                seal.after(),
                seal.upTo(),
                seal.packets(),
                seal.positions().text(),
                HexFormat.of().parseHex(seal.packetsDigest()),
                HexFormat.of().parseHex(seal.previous()),
                HexFormat.of().parseHex(seal.digest()),
                Timestamp.from(seal.sealedAt()));
        for (int part = 0; part * Prints.PART < prints.length; part++) {
            sql.update(
                    "insert into packet_seal_trace (seal, part, prints) values (?, ?, ?)",
                    seal.number(),
                    part,
                    Prints.part(prints, part));
        }
        sql.update(
                "update packet_seal_head set number = ?, digest = ?",
                seal.number(),
                HexFormat.of().parseHex(seal.digest()));
    }

    /** Up to which position a day's packets are sealed; 0: none is. */
    long sealedUpTo(LocalDate day) {
        Long upTo = sql.queryForObject("select max(up_to_position) from packet_seal where day = ?", Long.class, day);
        return upTo == null ? 0 : upTo;
    }

    /** The first two bytes of the link after each packet of the seal. */
    Prints prints(long seal) {
        return new Prints(sql.query(
                "select prints from packet_seal_trace where seal = ? order by part",
                (row, n) -> row.getBytes(1),
                seal));
    }

    /** Ascending, behind a number. */
    List<Seal> after(long number, int limit) {
        return sql.query(
                "select " + COLUMNS + " from packet_seal where number > ? order by number limit ?",
                (row, n) -> seal(row),
                number,
                limit);
    }

    /** The newest first, before a number (null: all). */
    List<Seal> before(@Nullable Long number, int limit) {
        return sql.query(
                "select " + COLUMNS + " from packet_seal where number < ? order by number desc limit ?",
                (row, n) -> seal(row),
                number == null ? Long.MAX_VALUE : number,
                limit);
    }

    /** The seals that stand over a day's packets: the last one over what was kept, if any, and those after it. */
    List<Seal> standing(LocalDate day) {
        return sql.query(
                "select " + COLUMNS
                        + " from packet_seal where day = ? and number >= coalesce((select max(number) from packet_seal"
                        + " where day = ? and kind = 'KEPT'), 0) order by number",
                (row, n) -> seal(row),
                day,
                day);
    }

    /** Traces of seals whose place another has taken: their packets are gone. */
    void dropTracesBefore(Seal kept) {
        sql.update("""
                delete from packet_seal_trace t using packet_seal s
                where s.number = t.seal and s.day = ? and s.number < ?""", kept.day(), kept.number());
    }

    /** Whether a later seal of what was kept has taken this one's place: then the packets are gone by rule. */
    boolean superseded(Seal seal) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "select exists (select from packet_seal where day = ? and kind = 'KEPT' and number > ?)",
                Boolean.class,
                seal.day(),
                seal.number()));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                Seal.Kind.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                Positions.parse(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getTimestamp(11).toInstant());
    }
}
