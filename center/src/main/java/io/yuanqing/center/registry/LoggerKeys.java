package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.Sm4;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.hj212.CpCipher;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The change of a logger's key (HJ 212-2025 clause 6.4.3): the new one is on record before it is sent, so that no frame
 * under it is ever strange; both count until one under the new key has come. Unscoped: whoever calls has asked for scope.
 */
@Component
public class LoggerKeys {

    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

    private final DeviceRows rows;
    private final LoggerDevices devices;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LoggerKeys(
            DeviceRows rows, LoggerDevices devices, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.devices = devices;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new key on its way to a logger.
     *
     * @param createdAt to the millisecond, as SKCreateTime says it
     * @param under the key in force, under which the new one travels. [GAP] clause 6.4.4 lists 1014 among the encrypted
     *     commands and does not name the key
     */
    public record Offer(long id, Instant createdAt, String key, CpCipher under) {

        /** Without the key: texts end in logs. */
        @Override
        public String toString() {
            return "Offer[id=" + id + ", createdAt=" + createdAt + "]";
        }
    }

    /** A key of which it is open whether its logger uses it. */
    public record Open(long id, String mn, CpCipher cipher) {}

    /** @throws Refusal 409 when no key that can be read is on record: there is nothing to send a new one under */
    public CpCipher requireInForce(String normalMn) {
        return rows.inForce(normalMn)
                .orElseThrow(() -> Refusal.conflict("No readable key of the logger with MN '" + normalMn
                        + "' is on record, and a new one travels under the present one. Enter the key that the logger has"
                        + " (PUT /api/points/{mn}/device)"));
    }

    /** Makes a key by chance (no fixed or regular values, clause 6.4.3) and puts it on record. */
    @Transactional
    public Offer offer(String normalMn) {
        CpCipher under = requireInForce(normalMn);
        StringBuilder key = new StringBuilder(Sm4.KEY_LENGTH);
        for (int i = 0; i < Sm4.KEY_LENGTH; i++) {
            key.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long id = rows.addKey(normalMn, key.toString(), KeyStanding.OFFERED, now);
        changed(normalMn, id, "LOGGER_KEY_OFFERED", KeyStanding.OFFERED);
        return new Offer(id, now, key.toString(), under);
    }

    /** The logger has said that it has the new key (9012): what the centre sends goes under it from now on. */
    @Transactional
    public void taken(String normalMn, long id) {
        if (rows.move(id, KeyStanding.OFFERED, KeyStanding.TAKEN, null)) {
            changed(normalMn, id, "LOGGER_KEY_TAKEN", KeyStanding.TAKEN);
        }
    }

    /** The logger has refused it, or failed: it goes on with the old one. */
    @Transactional
    public void dropped(String normalMn, long id) {
        if (rows.move(id, KeyStanding.OFFERED, KeyStanding.RETIRED, clock.instant())) {
            changed(normalMn, id, "LOGGER_KEY_DROPPED", KeyStanding.RETIRED);
        }
    }

    /** A frame under the new key has come: the earlier ones count no more, whatever became of the 9012. */
    @Transactional
    public void used(String normalMn, long id) {
        if (rows.move(id, KeyStanding.OFFERED, KeyStanding.VALID, null)
                || rows.move(id, KeyStanding.TAKEN, KeyStanding.VALID, null)) {
            rows.retireBefore(normalMn, id, clock.instant());
            changed(normalMn, id, "LOGGER_KEY_USED", KeyStanding.VALID);
        }
    }

    /** Of all loggers. */
    public List<Open> open() {
        return rows.open(null);
    }

    public List<Open> open(String normalMn) {
        return rows.open(normalMn);
    }

    private void changed(String normalMn, long id, String act, KeyStanding standing) {
        devices.forget(normalMn);
        events.publishEvent(new LoggerDeviceChanged(normalMn));
        trail.record(act, "logger:" + normalMn, null, Map.of("key", id, "standing", standing));
    }
}
