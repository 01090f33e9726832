package io.yuanqing.benchmark.hj212;

import io.yuanqing.hj212.Crc;

/**
 * What the library is measured against: a single pass over a frame's bytes that finds the fields, computes the CRC and
 * reads the numbers, but makes no objects. It knows nothing of the faults that devices make.
 */
final class Scan {

    private static final char[] TABLE = new char[256];
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    static {
        for (int x = 0; x < 256; x++) {
            int register = x;
            for (int shift = 0; shift < 8; shift++) {
                register = (register & 1) == 0 ? register >> 1 : (register >> 1) ^ 0xA001;
            }
            TABLE[x] = (char) register;
        }
    }

    private Scan() {}

    /** The sum of the numbers in the CP; NaN when length or CRC do not fit. The CRC takes one table look-up per byte. */
    static double tableCrc(byte[] frame) {
        int end = segmentEnd(frame);
        int crc = 0xFFFF;
        double sum = 0;
        boolean factor = false;
        boolean number = false;
        long digits = 0;
        int decimals = 0;
        boolean behindPoint = false;
        for (int i = 6; i < end; i++) {
            byte b = frame[i];
            crc = TABLE[(crc >> 8) ^ (b & 0xFF)];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                decimals += behindPoint ? 1 : 0;
            } else if (b == '.') {
                behindPoint = true;
            } else if (b == '=') {
                number = factor;
                digits = 0;
                decimals = 0;
                behindPoint = false;
            } else if (b == ';' || b == ',' || b == '&') {
                if (number) {
                    sum += digits / POWERS[decimals];
                }
                number = false;
                factor = false;
            } else if (b == '-') {
                factor = true;
            } else {
                number = false;
            }
        }
        return crc == declaredCrc(frame, end) ? sum : Double.NaN;
    }

    /** The same with the library's sliced CRC in front, which is faster than one look-up per byte. */
    static double slicedCrc(byte[] frame) {
        int end = segmentEnd(frame);
        if (Crc.of(frame, 6, end) != declaredCrc(frame, end)) {
            return Double.NaN;
        }
        double sum = 0;
        boolean factor = false;
        boolean number = false;
        long digits = 0;
        int decimals = 0;
        boolean behindPoint = false;
        for (int i = 6; i < end; i++) {
            byte b = frame[i];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                decimals += behindPoint ? 1 : 0;
            } else if (b == '.') {
                behindPoint = true;
            } else if (b == '=') {
                number = factor;
                digits = 0;
                decimals = 0;
                behindPoint = false;
            } else if (b == ';' || b == ',' || b == '&') {
                if (number) {
                    sum += digits / POWERS[decimals];
                }
                number = false;
                factor = false;
            } else if (b == '-') {
                factor = true;
            } else {
                number = false;
            }
        }
        return sum;
    }

    private static int segmentEnd(byte[] frame) {
        int length = 0;
        for (int i = 2; i < 6; i++) {
            length = length * 10 + (frame[i] - '0');
        }
        return 6 + length;
    }

    private static int declaredCrc(byte[] frame, int at) {
        int crc = 0;
        for (int i = at; i < at + 4; i++) {
            crc = crc << 4 | Character.digit(frame[i], 16);
        }
        return crc;
    }
}
