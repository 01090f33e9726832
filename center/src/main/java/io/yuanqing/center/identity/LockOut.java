package io.yuanqing.center.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: so many wrong passwords within a window lock out the account name, whatever addresses they come
 * from, and (at a higher count) the address, whatever names it tries. Kept in memory, bounded; a restart forgets it.
 */
@Component
class LockOut {

    private static final int WATCHED = 100_000;

    private final IdentitySettings settings;
    private final Clock clock;
    private final Cache<String, Record> records;

    LockOut(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Duration longest = settings.lockOutWindow().compareTo(settings.lockOutLasts()) > 0
                ? settings.lockOutWindow()
                : settings.lockOutLasts();
        this.records = Caffeine.newBuilder()
                .maximumSize(WATCHED)
                .expireAfterWrite(longest)
                .build();
    }

    private record Record(
            int failures, Instant since, @Nullable Instant lockedUntil) {}

    /** Until when this name or this address is locked out. */
    Optional<Instant> until(String name, String address) {
        Instant now = clock.instant();
        Optional<Instant> ofName = until(records.getIfPresent("name " + name), now);
        return ofName.isPresent() ? ofName : until(records.getIfPresent("address " + address), now);
    }

    private static Optional<Instant> until(@Nullable Record record, Instant now) {
        return Optional.ofNullable(record).map(Record::lockedUntil).filter(now::isBefore);
    }

    /** Counts a wrong password; says until when it locked out the name or the address, if this was one too many. */
    Optional<Instant> failed(String name, String address) {
        Optional<Instant> ofName = failed("name " + name, settings.lockOutAttempts());
        Optional<Instant> ofAddress = failed("address " + address, settings.lockOutAttemptsPerAddress());
        return ofName.isPresent() ? ofName : ofAddress;
    }

    private Optional<Instant> failed(String key, int allowed) {
        Instant now = clock.instant();
        Record updated = records.asMap().compute(key, (k, old) -> {
            boolean fresh = old == null
                    || old.lockedUntil() != null
                    || old.since().plus(settings.lockOutWindow()).isBefore(now);
            int failures = fresh ? 1 : old.failures() + 1;
            Instant since = fresh ? now : old.since();
            return new Record(failures, since, failures >= allowed ? now.plus(settings.lockOutLasts()) : null);
        });
        return Optional.ofNullable(updated == null ? null : updated.lockedUntil());
    }

    /** The right password of a name ends its count; an address's goes on. */
    void succeeded(String name) {
        records.invalidate("name " + name);
    }
}
