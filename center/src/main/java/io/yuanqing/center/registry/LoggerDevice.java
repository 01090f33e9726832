package io.yuanqing.center.registry;

import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.LengthPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a logger beside its MN. Its keys themselves are never shown.
 *
 * @param mn normal form
 * @param crcPolicy how the CRC of its packets is judged
 * @param lengthPolicy how a length of its packets that is not the data segment's is judged
 * @param keySet whether there is a key, so that its encrypted packets can be read
 * @param keys newest first; each stays, for the packets of its time
 */
public record LoggerDevice(
        String mn, CrcPolicy crcPolicy, LengthPolicy lengthPolicy, boolean keySet, List<KeyOnRecord> keys) {

    /**
     * One key.
     *
     * @param createdAt when it was put on record
     * @param readable false when it was sealed with the secret of another data directory: set it again
     * @param retiredAt since when it opens stored packets only; null: it counts
     */
    public record KeyOnRecord(
            Instant createdAt,
            boolean readable,
            KeyStanding standing,
            @Nullable Instant retiredAt) {}
}
