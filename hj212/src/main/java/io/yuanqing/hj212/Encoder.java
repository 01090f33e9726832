package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames.
 *
 * <pre>
 *   2  ##
 *   4  length of the data segment in bytes, decimal
 *   n  data segment: QN=…;ST=…;CN=…;PW=…;MN=…;Flag=…;PNUM=…;PNO=…;RF=1;CP=&amp;&amp;…&amp;&amp;
 *   4  CRC of the data segment, upper-case hexadecimal
 *   2  CR LF
 * </pre>
 */
public final class Encoder {

    /** What a length of four digits can say; the standard allows 1,024. */
    public static final int LONGEST_SEGMENT = 9999;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private Encoder() {}

    /**
     * The packet's frame, its fields in the edition's order. What is null is left out, the Flag also when it is not
     * present; the CP is written as it is.
     *
     * @throws IllegalArgumentException when a field would break the frame or the segment is longer than 9,999 bytes
     */
    public static byte[] frame(Packet packet, Edition edition) {
        StringBuilder segment = new StringBuilder(packet.cp().length() + 120);
        field(segment, "QN", inHeader(packet) ? packet.qn() : null);
        field(segment, "ST", packet.st().isEmpty() ? null : packet.st());
        field(segment, "CN", packet.cn());
        field(segment, "PW", packet.pw());
        field(segment, "MN", packet.mn());
        field(segment, "Flag", packet.flagPresent() ? Integer.toString(packet.flag()) : null);
        // HJ/T 212-2005 prints PNO before PNUM in its dialogues, the later editions the other way round.
        if (edition == Edition.E2005) {
            field(segment, "PNO", packet.pno());
            field(segment, "PNUM", packet.pnum());
        } else {
            field(segment, "PNUM", packet.pnum());
            field(segment, "PNO", packet.pno());
        }
        field(segment, "RF", packet.backfilled() ? "1" : null);
        return frame(segment.append("CP=&&").append(packet.cp()).append("&&").toString());
    }

    /**
     * The same, with its CP encrypted where the standard wants it ({@link Encryption#appliesTo}). Length and CRC are those
     * of the plain text (HJ 212-2025 clause 6.4); a CP of less than 16 bytes stays as it is.
     *
     * @throws IllegalArgumentException as above
     */
    public static byte[] frame(Packet packet, Edition edition, CpCipher cipher, CipherForm form) {
        byte[] plain = frame(packet, edition);
        if (!Encryption.appliesTo(packet.cn())) {
            return plain;
        }
        Layout layout = new Layout(plain);
        byte[] cp = Arrays.copyOfRange(plain, layout.cpText, layout.cpClose);
        return Encryption.withCp(plain, layout, Encryption.encrypted(cp, cipher, form));
    }

    /**
     * A frame around a data segment, which is written in UTF-8.
     *
     * @throws IllegalArgumentException when the segment is longer than 9,999 bytes
     */
    public static byte[] frame(String dataSegment) {
        byte[] segment = dataSegment.getBytes(StandardCharsets.UTF_8);
        int length = segment.length;
        if (length > LONGEST_SEGMENT) {
            throw new IllegalArgumentException("a data segment of " + length
                    + " bytes does not fit into a frame (9,999 at most); split it by PNUM and PNO");
        }
        byte[] frame = new byte[length + 12];
        frame[0] = '#';
        frame[1] = '#';
        for (int i = 5, rest = length; i >= 2; i--, rest /= 10) {
            frame[i] = (byte) ('0' + rest % 10);
        }
        System.arraycopy(segment, 0, frame, 6, length);
        putCrc(frame, 6 + length, Crc.of(segment, 0, length));
        frame[length + 10] = '\r';
        frame[length + 11] = '\n';
        return frame;
    }

    /**
     * The same frame with another check sum, for a device that takes no other ({@link Decoded#crc} says which it uses).
     * {@code plainFrame} is one that this encoder wrote, its CP not encrypted.
     */
    public static byte[] withCrc(byte[] plainFrame, CrcFlavour flavour) {
        byte[] frame = plainFrame.clone();
        int at = frame.length - 6;
        putCrc(frame, at, flavour.of(frame, 6, at));
        return frame;
    }

    private static void putCrc(byte[] frame, int at, int crc) {
        for (int i = 0; i < 4; i++) {
            frame[at + i] = HEX[crc >> (12 - 4 * i) & 15];
        }
    }

    /** A 2005 reply carries its QN in the CP; it does not stand in the header as well. */
    private static boolean inHeader(Packet packet) {
        return packet.qn() != null && !packet.qn().equals(packet.value("QN"));
    }

    private static void field(StringBuilder segment, String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String text = value.toString();
        if (breaks(text)) {
            throw new IllegalArgumentException(
                    name + "='" + text + "' would end its field: it holds one of ; , && ## or a line end");
        }
        segment.append(name).append('=').append(text).append(';');
    }

    /** Whether a receiver would take a part of the text for the field's, the CP's or the frame's end. */
    static boolean breaks(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = i > 0 && text.charAt(i - 1) == c;
            if (c == ';' || c == ',' || c == '\r' || c == '\n' || twice && (c == '&' || c == '#')) {
                return true;
            }
        }
        return text.startsWith("&") || text.endsWith("&");
    }
}
