package io.yuanqing.center.packets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The chain over a day's packets, and the digest of the seal that closes it. SM3 (GB/T 32905-2016, 32 bytes); numbers are
 * big-endian, times count microseconds since 1970-01-01T00:00Z, texts are UTF-8.
 *
 * <pre>
 * link 0 = 32 bytes of 0
 * link n = SM3(
 *   link n-1          32
 *   position           8
 *   time of receipt    8
 *   DataTime           8   smallest number (80 00 .. 00) when there is none
 *   origin, remote, mn, st, cn   each: length in bytes 4, text
 *   frame              length 4, bytes as received )
 *
 * digest = SM3(
 *   "YQSEAL01"         8
 *   number             8   1, 2, 3 … without gaps
 *   kind               1   'D' day, 'K' kept
 *   day                8   days since 1970-01-01, the city's
 *   after, up to       8 + 8   the day's packets behind the first and up to the second position are sealed
 *   packets            8
 *   positions          length 4, text such as {[1,5),[9,10)}
 *   sealed at          8
 *   link n            32   of the last packet
 *   previous digest   32   of seal number - 1; 32 bytes of 0 before the first )
 * </pre>
 *
 * Lengths come first so that no two packets share an encoding.
 */
final class SealChain {

    static final int LENGTH = 32;

    /** What stands in the place of a digest before the first one. */
    static final String NONE = "0".repeat(2 * LENGTH);

    private static final byte[] MAGIC = "YQSEAL01".getBytes(StandardCharsets.US_ASCII);

    private final SM3Digest sm3 = new SM3Digest();
    private final byte[] link = new byte[LENGTH];
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** Adds the next packet. */
    void add(StoredPacket packet) {
        bytes(link);
        number(packet.position());
        number(LogAppend.micros(packet.receivedAt()));
        number(packet.dataTime() == null ? Long.MIN_VALUE : LogAppend.micros(packet.dataTime()));
        text(packet.origin().name());
        text(packet.remote());
        text(packet.mn());
        text(packet.st());
        text(packet.cn());
        length(packet.frame().length);
        bytes(packet.frame());
        sm3.doFinal(link, 0);
    }

    /** The first two bytes of the present link. */
    short print() {
        return (short) (link[0] << 8 | link[1] & 0xff);
    }

    /** The present link in hexadecimal. */
    String link() {
        return HexFormat.of().formatHex(link);
    }

    /** What the seal's digest must be; its own {@code digest} is not looked at. */
    static String digest(Seal seal) {
        SealChain chain = new SealChain();
        chain.bytes(MAGIC);
        chain.number(seal.number());
        chain.sm3.update((byte) seal.kind().name().charAt(0));
        chain.number(seal.day().toEpochDay());
        chain.number(seal.after());
        chain.number(seal.upTo());
        chain.number(seal.packets());
        chain.text(seal.positions().text());
        chain.number(LogAppend.micros(seal.sealedAt()));
        chain.bytes(HexFormat.of().parseHex(seal.packetsDigest()));
        chain.bytes(HexFormat.of().parseHex(seal.previous()));
        byte[] digest = new byte[LENGTH];
        chain.sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }

    private void number(long value) {
        bytes(number.clear().putLong(value).array());
    }

    private void length(int value) {
        sm3.update((byte) (value >>> 24));
        sm3.update((byte) (value >>> 16));
        sm3.update((byte) (value >>> 8));
        sm3.update((byte) value);
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        length(utf8.length);
        bytes(utf8);
    }

    private void bytes(byte[] bytes) {
        sm3.update(bytes, 0, bytes.length);
    }
}
