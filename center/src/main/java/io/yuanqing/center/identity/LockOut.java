package io.yuanqing.center.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: so many wrong passwords within a window lock out the account name, whatever addresses they come
 * from, and (at a higher count) the address, whatever names it tries. Kept in the database: a restart forgives nothing.
 */
@Component
class LockOut {

    /** Longer names exist on no account; what is typed must not fill the table. */
    private static final int LONGEST_KEY = 120;

    private final IdentitySettings settings;
    private final Clock clock;
    private final JdbcClient jdbc;

    LockOut(IdentitySettings settings, Clock clock, JdbcClient jdbc) {
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Until when this name or this address is locked out. */
    Optional<Instant> until(String name, String address) {
        return jdbc.sql("select max(locked_until) from lock_out where key in (:name, :address) and locked_until > :now")
                .param("name", ofName(name))
                .param("address", ofAddress(address))
                .param("now", now())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Counts a wrong password; says until when it locked out the name or the address, if this was one too many. */
    Optional<Instant> failed(String name, String address) {
        forget();
        Optional<Instant> lockedName = failed(ofName(name), settings.lockOutAttempts());
        Optional<Instant> lockedAddress = failed(ofAddress(address), settings.lockOutAttemptsPerAddress());
        return lockedName.isPresent() ? lockedName : lockedAddress;
    }

    /** One that comes while the lock-out lasts leaves it as it is; one after it begins a new count. */
    private Optional<Instant> failed(String key, int allowed) {
        return jdbc.sql("""
                        insert into lock_out as known (key, failures, since, locked_until, last_at)
                        values (:key, 1, :now, case when :allowed <= 1 then cast(:until as timestamptz) end, :now)
                        on conflict (key) do update set
                          failures = case when known.locked_until > :now then known.failures
                                          when known.locked_until is not null or known.since < :windowBegan then 1
                                          else known.failures + 1 end,
                          since = case when known.locked_until is not null or known.since < :windowBegan then :now
                                       else known.since end,
                          locked_until = case when known.locked_until > :now then known.locked_until
                                              when known.locked_until is not null or known.since < :windowBegan
                                                then case when :allowed <= 1 then cast(:until as timestamptz) end
                                              when known.failures + 1 >= :allowed then cast(:until as timestamptz) end,
                          last_at = :now
                        returning locked_until
                        """)
                .param("key", key)
                .param("allowed", allowed)
                .param("now", now())
                .param("until", now().plus(settings.lockOutLasts()))
                .param("windowBegan", now().minus(settings.lockOutWindow()))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** The right password of a name, or an administrator, ends its count; an address's goes on. */
    void forgive(String name) {
        jdbc.sql("delete from lock_out where key = :key")
                .param("key", ofName(name))
                .update();
    }

    private void forget() {
        Duration longest = settings.lockOutWindow().compareTo(settings.lockOutLasts()) > 0
                ? settings.lockOutWindow()
                : settings.lockOutLasts();
        jdbc.sql("delete from lock_out where last_at < :longAgo")
                .param("longAgo", now().minus(longest))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String ofName(String name) {
        return key("name " + name);
    }

    private static String ofAddress(String address) {
        return key("address " + address);
    }

    private static String key(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEY)).replace("\0", "");
    }
}
