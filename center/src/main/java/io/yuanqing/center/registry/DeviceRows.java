package io.yuanqing.center.registry;

import io.yuanqing.center.Sm4;
import io.yuanqing.hj212.CpCipher;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.LengthPolicy;
import java.time.Clock;
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

    private final JdbcClient jdbc;
    private final KeySeal seal;
    private final Clock clock;

    DeviceRows(JdbcClient jdbc, KeySeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** A key in plain text, null when it cannot be unsealed. */
    private record StoredKey(Instant createdAt, @Nullable String key) {}

    private record Policies(CrcPolicy crc, LengthPolicy length) {}

    LoggerDevice onRecord(String normalMn) {
        List<LoggerDevice.KeyOnRecord> keys = keys(normalMn).stream()
                .map(key -> new LoggerDevice.KeyOnRecord(key.createdAt(), key.key() != null))
                .toList();
        Policies policies = policies(normalMn);
        return new LoggerDevice(normalMn, policies.crc(), policies.length(), !keys.isEmpty(), keys);
    }

    Device device(String normalMn) {
        List<CpCipher> ciphers = keys(normalMn).stream()
                .map(StoredKey::key)
                .filter(key -> key != null)
                .map(key -> (CpCipher) Sm4.of(key))
                .toList();
        Policies policies = policies(normalMn);
        return new Device(edition(normalMn).orElse(null), policies.crc(), policies.length(), new Keys(ciphers));
    }

    boolean isNewest(String normalMn, String key) {
        List<StoredKey> keys = keys(normalMn);
        return !keys.isEmpty() && key.equals(keys.get(0).key());
    }

    void addKey(String normalMn, String key) {
        jdbc.sql("insert into logger_key (mn, created_at, sealed) values (:mn, :at, :sealed)")
                .param("mn", normalMn)
                .param("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param("sealed", seal.sealed(normalMn, key))
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

    private List<StoredKey> keys(String normalMn) {
        return jdbc.sql("select created_at, sealed from logger_key where mn = :mn order by id desc")
                .param("mn", normalMn)
                .query((row, number) -> {
                    Instant createdAt =
                            row.getObject("created_at", OffsetDateTime.class).toInstant();
                    Optional<String> key = seal.opened(normalMn, row.getBytes("sealed"));
                    if (key.isEmpty()) {
                        log.error(
                                "the key of MN {} from {} cannot be unsealed with this data directory's"
                                        + " logger-keys.secret; bring that file back or set the key again",
                                normalMn,
                                createdAt);
                    }
                    return new StoredKey(createdAt, key.orElse(null));
                })
                .list();
    }
}
