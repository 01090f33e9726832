package io.yuanqing.center.packets.block;

/**
 * Codes one binary decision after the other, each by how likely it was. The same walk over a block's columns writes with
 * one implementation and reads with the other, so that the two cannot drift apart.
 *
 * <p>A chance is an int: how likely 0 is, in 65,536ths, in the lower 16 bits; above it how often it was asked. It learns
 * quickly at first and slowly later.
 */
interface BitCoder {

    /** What a chance starts with. */
    int EVEN = 0x8000;

    /** Writes {@code bit}, or reads one (then {@code bit} is not looked at); returns it and lets the chance learn. */
    int bit(int[] chances, int index, int bit);

    /** {@code count} bits (0 to 56) that no chance foretells. */
    long direct(long bits, int count);

    /** The chance after it has seen a bit. */
    static int learned(int chance, int bit) {
        int likely = chance & 0xFFFF;
        int seen = chance >>> 16;
        int step = ((bit == 0 ? 0x10000 : 0) - likely) * Rates.OF[seen] >> 12;
        int next = Math.min(Math.max(likely + step, Rates.LEAST), 0x10000 - Rates.LEAST);
        return Math.min(seen + 1, Rates.OF.length - 1) << 16 | next;
    }

    /** How far a chance moves towards what it saw, in 4,096ths, by how often it was asked. */
    final class Rates {

        private static final int LEAST = 24;
        private static final int SLOWEST = 160;
        private static final int[] OF = new int[SLOWEST];

        static {
            for (int seen = 0; seen < SLOWEST; seen++) {
                OF[seen] = (int) (4096 / (seen + 1.7));
            }
        }

        private Rates() {}
    }
}
