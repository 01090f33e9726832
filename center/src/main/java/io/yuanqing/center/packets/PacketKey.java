package io.yuanqing.center.packets;

import io.yuanqing.hj212.Packet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes two packets the same data. With a DataTime: MN, ST, CN, PNO and the whole plaintext CP; a re-send may carry
 * another QN, Flag, PW or RF. Without one: MN, ST, CN, QN and CP. The CRC is no key: it has only 256 values.
 *
 * <pre>
 * 0          4                              16
 * +----------+-------------------------------+
 * | DataTime | SHA-256( "dated" | MN 0 ST 0 CN 0 PNO 0 CP )   or   ( "undated" | MN 0 ST 0 CN 0 QN 0 CP )
 * +----------+-------------------------------+
 * seconds since 1970, unsigned; 0 without one      the first 12 bytes
 * </pre>
 *
 * The time stands first so that keys of the same time lie side by side in the index: what arrives goes into a few of its
 * pages, however long it has become. The hash alone would go anywhere.
 */
final class PacketKey {

    /** Stands for the data day of packets without a DataTime. */
    static final LocalDate UNDATED = LocalDate.EPOCH;

    private PacketKey() {}

    /** @param dataTime null: the packet has none */
    static UUID of(Packet packet, String mn, @Nullable Instant dataTime) {
        boolean dated = dataTime != null;
        StringBuilder identity = new StringBuilder(packet.cp().length() + 96)
                .append(dated ? "dated|" : "undated|")
                .append(mn)
                .append('\0')
                .append(packet.st())
                .append('\0')
                .append(packet.cn())
                .append('\0');
        if (dated) {
            identity.append(packet.pno() == null ? "" : packet.pno());
        } else {
            identity.append(packet.qn() == null ? "" : packet.qn());
        }
        identity.append('\0').append(packet.cp());
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(identity.toString().getBytes(StandardCharsets.UTF_8)));
        long seconds = dataTime == null ? 0 : dataTime.getEpochSecond();
        return new UUID(seconds << 32 | Integer.toUnsignedLong(hash.getInt()), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
