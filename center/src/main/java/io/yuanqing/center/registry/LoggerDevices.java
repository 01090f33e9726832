package io.yuanqing.center.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.Sm4;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Packet;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is known of the loggers that their packets cannot tell: edition, CRC and length policy, keys. {@link #onRecord} and
 * {@link #change} keep to the caller's data scope, the others serve the server's own work.
 */
@Component
public class LoggerDevices {

    private static final int CACHED_MNS = 50_000;

    /** Another server on the same database may change a key; this is how long it may go unnoticed here. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(30);

    private final DeviceRows rows;
    private final Points points;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LoadingCache<String, Device> cache;

    LoggerDevices(DeviceRows rows, Points points, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.points = points;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(CACHED_MNS)
                .expireAfterWrite(CACHED_FOR)
                .build(rows::ever);
    }

    /** What counts for what arrives, retired keys left out; from the database. Unscoped. */
    public Device load(String mn) {
        return rows.present(Mn.normal(mn));
    }

    /** Reads a frame with what is known of its sender: with every key that its MN ever had. Unscoped. */
    public Decoded decode(byte[] frame) {
        Decoded decoded = Decoder.decode(frame);
        Packet packet = decoded.packet();
        // What is sound and plain says the same whoever sent it.
        return decoded.ok() || packet == null || packet.mn() == null
                ? decoded
                : Decoder.decode(frame, cache.get(Mn.normal(packet.mn())));
    }

    /** @throws Refusal 404 when no point in the caller's scope has or had this MN */
    public LoggerDevice onRecord(String mn) {
        requireInScope(mn);
        return rows.onRecord(Mn.normal(mn));
    }

    /**
     * Puts a CRC policy, a length policy or a new key on record. Packets that came before the key stay in quarantine; the logger, which
     * was not answered, sends them again.
     *
     * @throws Refusal 404 when no point in the caller's scope has or had this MN, 400 naming what is wrong
     */
    @Transactional
    public LoggerDevice change(String mn, NewLoggerDevice wanted) {
        requireInScope(mn);
        String normalMn = Mn.normal(mn);
        check(normalMn, wanted);
        LoggerDevice before = rows.onRecord(normalMn);
        if (wanted.crcPolicy() != null) {
            rows.setCrcPolicy(normalMn, wanted.crcPolicy());
        }
        if (wanted.lengthPolicy() != null) {
            rows.setLengthPolicy(normalMn, wanted.lengthPolicy());
        }
        if (wanted.hj212Key() != null) {
            rows.addKey(normalMn, wanted.hj212Key(), KeyStanding.VALID, clock.instant());
        }
        LoggerDevice after = rows.onRecord(normalMn);
        forget(normalMn);
        events.publishEvent(new LoggerDeviceChanged(normalMn));
        trail.record("LOGGER_DEVICE_CHANGED", "logger:" + normalMn, before, after);
        return after;
    }

    private void check(String normalMn, NewLoggerDevice wanted) {
        String key = wanted.hj212Key();
        if (key == null && wanted.crcPolicy() == null && wanted.lengthPolicy() == null) {
            throw Refusal.invalid(
                    "crcPolicy",
                    "is missing, and so are lengthPolicy and hj212Key; at least one of them must be given");
        }
        if (key != null && !Sm4.isKey(key)) {
            throw Refusal.invalid(
                    "hj212Key",
                    "has " + key.length() + " characters; a key of SM4 has " + Sm4.KEY_LENGTH
                            + " printable ASCII characters without blanks (HJ 212-2025 clause 6.4.3)");
        }
        if (key != null && rows.isNewest(normalMn, key)) {
            throw Refusal.invalid("hj212Key", "is the key in force already; a change of keys needs another one");
        }
    }

    private void requireInScope(String mn) {
        if (!points.speaksInScope(mn)) {
            throw Refusal.notFound("No point has or had the MN '" + mn + "'");
        }
    }

    /** After the end of the transaction: a reader that filled the cache meanwhile saw the old state. */
    void forget(String normalMn) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                cache.invalidate(normalMn);
            }
        });
    }
}
