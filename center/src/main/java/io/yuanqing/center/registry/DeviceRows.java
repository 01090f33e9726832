package io.yuanqing.center.registry;

import io.yuanqing.center.Sm4;
import io.yuanqing.hj212.CpCipher;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.LengthPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loggers' policies and keys in the database. */
@Repository
class DeviceRows {

    private static final Logger log = LoggerFactory.getLogger(DeviceRows.class);

    private static final String KEYS = "select id, mn, created_at, sealed, standing, retired_at from logger_key";

    private final JdbcClient jdbc;
    private final KeySeal seal;

    DeviceRows(JdbcClient jdbc, KeySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A key in plain text, null when it cannot be unsealed. */
    private record StoredKey(
            long id,
            String mn,
            Instant createdAt,
            @Nullable String key,
            KeyStanding standing,
            @Nullable Instant retiredAt) {

        Optional<CpCipher> cipher() {
            return Optional.ofNullable(key).map(Sm4::of);
        }
    }

    private record Policies(CrcPolicy crc, LengthPolicy length) {}

    LoggerDevice onRecord(String normalMn) {
        List<LoggerDevice.KeyOnRecord> keys = keys(normalMn).stream()
                .map(key -> new LoggerDevice.KeyOnRecord(
                        key.createdAt(), key.key() != null, key.standing(), key.retiredAt()))
                .toList();
        Policies policies = policies(normalMn);
        return new LoggerDevice(normalMn, policies.crc(), policies.length(), !keys.isEmpty(), keys);
    }

    /** With every key that the MN ever had. */
    Device ever(String normalMn) {
        return device(normalMn, keys(normalMn));
    }

    /** With the keys that count for what arrives. */
    Device present(String normalMn) {
        return device(
                normalMn,
                keys(normalMn).stream()
                        .filter(key -> key.standing() != KeyStanding.RETIRED)
                        .toList());
    }

    private Device device(String normalMn, List<StoredKey> keys) {
        Policies policies = policies(normalMn);
        return new Device(
                edition(normalMn).orElse(null),
                policies.crc(),
                policies.length(),
                new Keys(keys.stream().flatMap(key -> key.cipher().stream()).toList()));
    }

    /** What the logger is spoken to under; empty without a key that can be read. */
    Optional<CpCipher> inForce(String normalMn) {
        return keys(normalMn).stream()
                .filter(key -> key.standing() == KeyStanding.VALID || key.standing() == KeyStanding.TAKEN)
                .findFirst()
                .flatMap(StoredKey::cipher);
    }

    /** Keys of which it is open whether they are used. */
    List<LoggerKeys.Open> open(@Nullable String normalMn) {
        return jdbc
                .sql(KEYS + " where standing in ('OFFERED', 'TAKEN') and (:mn::text is null or mn = :mn) order by id")
                .param("mn", normalMn)
                .query((row, number) -> storedKey(row))
                .list()
                .stream()
                .flatMap(key -> key.cipher().map(cipher -> new LoggerKeys.Open(key.id(), key.mn(), cipher)).stream())
                .toList();
    }

    boolean isNewest(String normalMn, String key) {
        List<StoredKey> keys = keys(normalMn);
        return !keys.isEmpty() && key.equals(keys.get(0).key());
    }

    long addKey(String normalMn, String key, KeyStanding standing, Instant at) {
        return jdbc.sql("""
                        insert into logger_key (mn, created_at, sealed, standing)
                        values (:mn, :at, :sealed, :standing) returning id
                        """)
                .param("mn", normalMn)
                .param("at", at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param("sealed", seal.sealed(normalMn, key))
                .param("standing", standing.name())
                .query(Long.class)
                .single();
    }

    /** False when it stood elsewhere: somebody else has decided. */
    boolean move(long id, KeyStanding from, KeyStanding to, @Nullable Instant retiredAt) {
        return jdbc.sql("""
                        update logger_key set standing = :to, retired_at = :at where id = :id and standing = :from
                        """)
                        .param("to", to.name())
                        .param("at", retiredAt == null ? null : retiredAt.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void retireBefore(String normalMn, long id, Instant at) {
        jdbc.sql("""
                        update logger_key set standing = 'RETIRED', retired_at = :at
                        where mn = :mn and id < :id and standing <> 'RETIRED'
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("mn", normalMn)
                .param("id", id)
                .update();
    }

    void setCrcPolicy(String normalMn, CrcPolicy policy) {
        jdbc.sql("""
                        insert into logger_device (mn, crc_policy) values (:mn, :policy)
                        on conflict (mn) do update set crc_policy = excluded.crc_policy
                        """).param("mn", normalMn).param("policy", policy.name()).update();
    }

    void setLengthPolicy(String normalMn, LengthPolicy policy) {
        jdbc.sql("""
                        insert into logger_device (mn, length_policy) values (:mn, :policy)
                        on conflict (mn) do update set length_policy = excluded.length_policy
                        """).param("mn", normalMn).param("policy", policy.name()).update();
    }

    private Policies policies(String normalMn) {
        return jdbc.sql("select crc_policy, length_policy from logger_device where mn = :mn")
                .param("mn", normalMn)
                .query((row, number) -> new Policies(
                        CrcPolicy.valueOf(row.getString("crc_policy")),
                        LengthPolicy.valueOf(row.getString("length_policy"))))
                .optional()
                .orElse(new Policies(CrcPolicy.STRICT, LengthPolicy.STRICT));
    }

    /** Of the point that the MN speaks for, else of the one that it spoke for last. */
    private Optional<Edition> edition(String normalMn) {
        return jdbc.sql("""
                        select p.edition from logger_binding b join monitoring_point p on p.id = b.point_id
                        where b.mn = :mn order by b.valid_to desc nulls first limit 1
                        """)
                .param("mn", normalMn)
                .query(String.class)
                .optional()
                .map(Edition::ofYear);
    }

    /** Newest first. */
    private List<StoredKey> keys(String normalMn) {
        return jdbc.sql(KEYS + " where mn = :mn order by id desc")
                .param("mn", normalMn)
                .query((row, number) -> storedKey(row))
                .list();
    }

    private StoredKey storedKey(ResultSet row) throws SQLException {
        String mn = row.getString("mn");
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        Optional<String> key = seal.opened(mn, row.getBytes("sealed"));
        if (key.isEmpty()) {
            log.error(
                    "the key of MN {} from {} cannot be unsealed with this data directory's logger-keys.secret; bring"
                            + " that file back or set the key again",
                    mn,
                    createdAt);
        }
        OffsetDateTime retiredAt = row.getObject("retired_at", OffsetDateTime.class);
        return new StoredKey(
                row.getLong("id"),
                mn,
                createdAt,
                key.orElse(null),
                KeyStanding.valueOf(row.getString("standing")),
                retiredAt == null ? null : retiredAt.toInstant());
    }
}
