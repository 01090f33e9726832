package io.yuanqing.simulator.live;

import io.yuanqing.simulator.nature.Noise;
import java.util.Arrays;

/** What becomes of a good frame: {@code ##}, four digits of length, segment, four digits of CRC, CR LF. */
final class Damage {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private Damage() {}

    static byte[] habitual(Habit habit, byte[] frame) {
        return switch (habit) {
            case LINE_FEED_ONLY -> {
                byte[] shorter = Arrays.copyOf(frame, frame.length - 1);
                shorter[shorter.length - 1] = '\n';
                yield shorter;
            }
            case MODBUS_CRC -> {
                byte[] other = frame.clone();
                writeCrc(other, modbus(frame, 6, frame.length - 6));
                yield other;
            }
            default -> frame;
        };
    }

    /** One digit of the CRC changed. */
    static byte[] crc(byte[] frame, long draw) {
        byte[] other = frame.clone();
        int at = frame.length - 6 + Noise.pick(draw, 4);
        other[at] = other[at] == 'F' ? (byte) '7' : (byte) 'F';
        return other;
    }

    /** The length overstated or understated by some bytes. */
    static byte[] length(byte[] frame, long draw) {
        byte[] other = frame.clone();
        int length = frame.length - 12 + (Noise.even(draw) < 0.5 ? -1 : 1) * (1 + Noise.pick(draw + 1, 8));
        for (int i = 5; i >= 2; i--, length /= 10) {
            other[i] = (byte) ('0' + length % 10);
        }
        return other;
    }

    /** 1 to 40 bytes of a disturbed line, none of them '#'. */
    static byte[] junk(long draw) {
        byte[] junk = new byte[1 + Noise.pick(draw, 40)];
        for (int i = 0; i < junk.length; i++) {
            byte b = (byte) (Noise.key(draw, i) >>> 8);
            junk[i] = b == '#' ? 0 : b;
        }
        return junk;
    }

    private static int modbus(byte[] bytes, int from, int to) {
        int register = 0xFFFF;
        for (int i = from; i < to; i++) {
            register ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                register = (register & 1) != 0 ? register >> 1 ^ 0xA001 : register >> 1;
            }
        }
        return register;
    }

    private static void writeCrc(byte[] frame, int crc) {
        for (int i = 0; i < 4; i++) {
            frame[frame.length - 6 + i] = HEX[crc >> (12 - 4 * i) & 15];
        }
    }
}
