package io.yuanqing.center.packets.block;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Range coder with carry (Martin 1979), 32 bits. What it writes is read by {@link RangeDecoder}. */
final class RangeEncoder implements BitCoder {

    static final long TOP = 1L << 24;
    private static final long LOW_BITS = 0xFFFFFFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long low;
    private long range = LOW_BITS;
    private int cache;
    private long pending; // bytes 0xFF behind the cache, which a carry would turn to 0x00
    private boolean first = true;

    @Override
    public int bit(int[] chances, int index, int bit) {
        int chance = chances[index];
        long bound = (range >>> 16) * (chance & 0xFFFF);
        if (bit == 0) {
            range = bound;
        } else {
            low += bound;
            range -= bound;
        }
        chances[index] = BitCoder.learned(chance, bit);
        normalise();
        return bit;
    }

    @Override
    public long direct(long bits, int count) {
        for (int i = count - 1; i >= 0; i--) {
            range >>>= 1;
            if ((bits >>> i & 1) != 0) {
                low += range;
            }
            normalise();
        }
        return bits;
    }

    /** Ends; zeros at the end are left out, the decoder adds them. */
    byte[] end() {
        for (int zeros = 32; zeros >= 0; zeros--) {
            long mask = (1L << zeros) - 1;
            long rounded = low + mask & ~mask;
            if (rounded < low + range) {
                low = rounded;
                break;
            }
        }
        for (int i = 0; i < 5; i++) {
            shift();
        }
        byte[] all = out.toByteArray();
        int length = all.length;
        while (length > 0 && all[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(all, length);
    }

    private void normalise() {
        while (range < TOP) {
            range = range << 8 & LOW_BITS;
            shift();
        }
    }

    private void shift() {
        if (low < 0xFF000000L || low > LOW_BITS) {
            int carry = (int) (low >>> 32);
            if (!first) {
                out.write(cache + carry);
            }
            first = false;
            for (; pending > 0; pending--) {
                out.write(0xFF + carry);
            }
            cache = (int) (low >>> 24) & 0xFF;
        } else {
            pending++;
        }
        low = low << 8 & LOW_BITS;
    }
}
