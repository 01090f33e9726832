package io.yuanqing.center.packets;

import io.yuanqing.hj212.Packet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What makes two packets the same data. With a DataTime: MN, ST, CN, PNO and the whole plaintext CP; a re-send may carry
 * another QN, Flag, PW or RF. Without one: MN, ST, CN, QN and CP. The CRC is no key: it has only 256 values.
 *
 * <pre>
 * SHA-256( "dated" | MN 0 ST 0 CN 0 PNO 0 CP )   or   SHA-256( "undated" | MN 0 ST 0 CN 0 QN 0 CP ),   the first 16 bytes
 * </pre>
 */
final class PacketKey {

    /** Stands for the data day of packets without a DataTime. */
    static final LocalDate UNDATED = LocalDate.EPOCH;

    private PacketKey() {}

    static UUID of(Packet packet, String mn, boolean dated) {
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
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
