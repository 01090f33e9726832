package io.yuanqing.hj212;

/**
 * HJ 212's own check sum (the standard calls it "ANSI CRC16"; it is neither CRC-16/ARC nor CRC-16/MODBUS).
 *
 * <pre>
 *   reg = 0xFFFF
 *   for each byte b:  reg = (reg >> 8) ^ b;  8 times: reg = (reg >> 1) ^ (lowest bit was 1 ? 0xA001 : 0)
 * </pre>
 *
 * The register's low byte is thrown away before each byte is taken in. So only the high byte passes from byte to byte,
 * its step is linear, and eight steps can be looked up side by side. It also means that there are only 256 possible
 * check sums, whose low byte is one of 00 01 40 41 80 81 C0 C1: damage slips through once in 256 times.
 */
public final class Crc {

    static final int START = 0xFF;

    /** The register after one byte, by (high byte before) ^ byte. */
    private static final char[] REGISTER = new char[256];

    /** HIGH[k][x]: what a byte x contributes to the high byte k + 1 steps later. */
    private static final byte[][] HIGH = new byte[8][256];

    static {
        for (int x = 0; x < 256; x++) {
            int register = x;
            for (int shift = 0; shift < 8; shift++) {
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xA001;
            }
            REGISTER[x] = (char) register;
            HIGH[0][x] = (byte) (register >> 8);
        }
        for (int k = 1; k < 8; k++) {
            for (int x = 0; x < 256; x++) {
                HIGH[k][x] = HIGH[0][HIGH[k - 1][x] & 0xFF];
            }
        }
    }

    private static final byte[] H1 = HIGH[0];
    private static final byte[] H2 = HIGH[1];
    private static final byte[] H3 = HIGH[2];
    private static final byte[] H4 = HIGH[3];
    private static final byte[] H5 = HIGH[4];
    private static final byte[] H6 = HIGH[5];
    private static final byte[] H7 = HIGH[6];
    private static final byte[] H8 = HIGH[7];

    private Crc() {}

    /** The check sum of the bytes from {@code from} up to, not including, {@code to}: 0 to 0xFFFF. */
    public static int of(byte[] bytes, int from, int to) {
        if (from >= to) {
            return 0xFFFF;
        }
        return last(high(START, bytes, from, to - 1), bytes[to - 1]);
    }

    /** Goes on with the state {@code high} (at first {@link #START}) over a stretch of bytes. */
    static int high(int high, byte[] bytes, int from, int to) {
        int i = from;
        for (int end = to - 7; i < end; i += 8) {
            int behind = H7[bytes[i + 1] & 0xFF]
                    ^ H6[bytes[i + 2] & 0xFF]
                    ^ H5[bytes[i + 3] & 0xFF]
                    ^ H4[bytes[i + 4] & 0xFF]
                    ^ H3[bytes[i + 5] & 0xFF]
                    ^ H2[bytes[i + 6] & 0xFF]
                    ^ H1[bytes[i + 7] & 0xFF];
            // The state comes last: the other look-ups need not wait for the eight bytes before.
            high = behind ^ H8[(high ^ bytes[i]) & 0xFF];
        }
        for (; i < to; i++) {
            high = H1[(high ^ bytes[i]) & 0xFF];
        }
        return high & 0xFF;
    }

    /** The check sum when {@code b} is the last byte after the state {@code high}. */
    static int last(int high, byte b) {
        return REGISTER[(high ^ b) & 0xFF];
    }

    /** Whether HJ 212's check sum can have this value at all. */
    static boolean possible(int crc) {
        return (crc & 0x3E) == 0;
    }

    /** What devices compute that took "ANSI CRC16" for Modbus's check sum: the whole register takes the byte in. */
    static int modbus(byte[] bytes, int from, int to) {
        int register = 0xFFFF;
        for (int i = from; i < to; i++) {
            register = (register >> 8) ^ REGISTER[(register ^ bytes[i]) & 0xFF];
        }
        return register;
    }
}
