package io.yuanqing.center.packets.block;

import java.util.Arrays;

/**
 * Codes the differences between numbers and what was foretold of them: whether there is one; its length in bits, by the
 * length of the one before; its sign; its two highest bits; the rest as it is.
 */
final class Residuals {

    private static final int LENGTHS = 64;
    private static final int CLASSES = 3;

    private final int[] none = chances(CLASSES);
    private final int[] length = chances(LENGTHS);
    private final int[] sign = chances(LENGTHS);
    private final int[] high = chances(LENGTHS * 4);
    private int before;

    static int[] chances(int count) {
        int[] chances = new int[count];
        Arrays.fill(chances, BitCoder.EVEN);
        return chances;
    }

    /** Codes any number. */
    long code(BitCoder coder, long number) {
        if (coder.bit(none, before, number == 0 ? 0 : 1) == 0) {
            before = 0;
            return 0;
        }
        boolean negative = number < 0;
        long magnitude = negative ? ~number : number - 1; // 0 was told above, so both begin at 0
        int bits = length(coder, LENGTHS - Long.numberOfLeadingZeros(magnitude));
        negative = coder.bit(sign, bits, negative ? 1 : 0) == 1;
        magnitude = magnitude(coder, magnitude, bits);
        before = bits < 3 ? 1 : 2;
        return negative ? ~magnitude : magnitude + 1;
    }

    private int length(BitCoder coder, int bits) {
        int node = 1;
        for (int level = 5; level >= 0; level--) {
            node = node << 1 | coder.bit(length, node, bits >>> level & 1);
        }
        return node - LENGTHS;
    }

    private long magnitude(BitCoder coder, long magnitude, int bits) {
        if (bits < 2) {
            return bits;
        }
        int modelled = Math.min(bits - 1, 2);
        int node = 1;
        for (int i = 0; i < modelled; i++) {
            node = node << 1 | coder.bit(high, bits * 4 + node, (int) (magnitude >>> bits - 2 - i) & 1);
        }
        int rest = bits - 1 - modelled;
        long top = 1L << modelled | node - (1L << modelled);
        if (rest > 32) {
            long upper = coder.direct(magnitude >>> 32 & (1L << rest - 32) - 1, rest - 32);
            long lower = coder.direct(magnitude & 0xFFFFFFFFL, 32);
            return top << rest | upper << 32 | lower;
        }
        return top << rest | coder.direct(magnitude & (1L << rest) - 1, rest);
    }
}
