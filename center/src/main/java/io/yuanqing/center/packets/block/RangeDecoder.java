package io.yuanqing.center.packets.block;

/** Reads what {@link RangeEncoder} wrote; behind the end it sees zeros. */
final class RangeDecoder implements BitCoder {

    private final byte[] bytes;
    private final int end;
    private int next;
    private long range = 0xFFFFFFFFL;
    private long code;

    RangeDecoder(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.next = from;
        this.end = to;
        for (int i = 0; i < 4; i++) {
            code = code << 8 | read();
        }
    }

    @Override
    public int bit(int[] chances, int index, int ignored) {
        int chance = chances[index];
        long bound = (range >>> 16) * (chance & 0xFFFF);
        int bit;
        if (code < bound) {
            range = bound;
            bit = 0;
        } else {
            code -= bound;
            range -= bound;
            bit = 1;
        }
        chances[index] = BitCoder.learned(chance, bit);
        normalise();
        return bit;
    }

    @Override
    public long direct(long ignored, int count) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            range >>>= 1;
            bits <<= 1;
            if (code >= range) {
                code -= range;
                bits |= 1;
            }
            normalise();
        }
        return bits;
    }

    private void normalise() {
        while (range < RangeEncoder.TOP) {
            range <<= 8;
            code = code << 8 | read();
        }
    }

    private int read() {
        return next < end ? bytes[next++] & 0xFF : 0;
    }
}
