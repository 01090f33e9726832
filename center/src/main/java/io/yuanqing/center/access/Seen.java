package io.yuanqing.center.access;

import io.yuanqing.hj212.CrcFlavour;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Packet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has seen of an MN.
 *
 * @param pw of its last packet
 * @param crc in which its last packet was checked
 */
record Seen(
        Instant since,
        Instant last,
        long frames,
        FrameRate rate,
        @Nullable String pw,
        @Nullable CrcFlavour crc,
        long wrongPasswords,
        @Nullable Instant lastWrongPassword) {

    static Seen first(Instant at) {
        return new Seen(at, at, 0, FrameRate.NONE, null, null, 0, null);
    }

    Seen and(Instant at, Decoded decoded, Packet packet, boolean wrongPassword) {
        return new Seen(
                since,
                at,
                frames + 1,
                rate.and(at),
                packet.pw(),
                decoded.crc(),
                wrongPassword ? wrongPasswords + 1 : wrongPasswords,
                wrongPassword ? at : lastWrongPassword);
    }
}
