package io.yuanqing.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes looked at in one step, as a long whose lowest byte is the first. Reading a frame byte by byte costs most where
 * the processor guesses wrongly which kind of byte comes next; these steps have no branches.
 */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;

    /** The highest bit of each byte: set in none if all eight are ASCII. */
    static final long HIGH_BITS = 0x8080808080808080L;

    private EightBytes() {}

    /** The bytes from {@code at} on, of which there must be eight. */
    static long at(byte[] b, int at) {
        return (long) LONGS.get(b, at);
    }

    /** The bytes of {@code b[at, to)}, at most eight; zeros for those that are missing. */
    static long upTo(byte[] b, int at, int to) {
        if (at + 8 <= to) {
            return at(b, at);
        }
        long word = 0;
        for (int i = to - 1; i >= at; i--) {
            word = word << 8 | b[i] & 0xFF;
        }
        return word;
    }

    /** The same byte eight times. */
    static long times8(char b) {
        return 0x0101010101010101L * b;
    }

    /** The highest bit of each byte that equals the pattern's; nothing else. */
    static long equal(long word, long pattern) {
        long zero = word ^ pattern;
        return ~((zero & LOW_SEVEN_BITS) + LOW_SEVEN_BITS | zero | LOW_SEVEN_BITS);
    }

    /** Which byte, 0 to 7, the lowest bit belongs to; 8 if there is none. */
    static int lowest(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }

    /** Only the first {@code count} (0 to 8) bytes. */
    static long first(long word, int count) {
        return count == 8 ? word : word & (1L << 8 * count) - 1;
    }

    /** Only the last {@code count} (1 to 8) bytes, moved to the front. */
    static long last(long word, int count) {
        return word >>> 8 * (8 - count);
    }
}
