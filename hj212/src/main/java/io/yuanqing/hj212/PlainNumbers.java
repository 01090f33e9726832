package io.yuanqing.hj212;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what meters mostly show, a sign and up to eight characters with at most one point, without a loop: where one number
 * ends and has its point cannot be foreseen, so a loop's branches would be guessed wrongly.
 *
 * <pre>
 *   "20.5"   the eight bytes that end with it      6 - R t d = 2 0 . 5
 *            what is in front becomes zeros        0 0 0 0 2 0 . 5      (less '0' each)
 *            the point is closed up                0 0 0 0 0 2 0 5      scale 1
 * </pre>
 */
final class PlainNumbers {

    private static final int LONGEST = 8;
    private static final long ZEROS = EightBytes.times8('0');
    private static final long POINTS = EightBytes.times8((char) ('.' ^ '0'));

    /** Added to a byte, gives one with the highest bit when it is more than 9. */
    private static final long ABOVE_NINE = EightBytes.times8((char) (0x80 - 10));

    private static final int FOUR_NINES = 0x39393939;

    private PlainNumbers() {}

    /** The number in {@code b[start, end)}; null: {@link Numbers} shall look at it. */
    static @Nullable BigDecimal read(byte[] b, int start, int end) {
        boolean negative = start < end && b[start] == '-';
        int from = negative ? start + 1 : start;
        int length = end - from;
        if (length < 1 || length > LONGEST || end < LONGEST) {
            return null;
        }
        long word = EightBytes.at(b, end - LONGEST);
        // Perhaps a mark for "no value".
        if ((int) EightBytes.last(word, length) == FOUR_NINES) {
            return null;
        }
        long digits = (word ^ ZEROS) & -1L << 8 * (LONGEST - length);
        long points = EightBytes.equal(digits, POINTS);
        int scale = 0;
        if (points != 0) {
            int point = EightBytes.lowest(points);
            long before = EightBytes.first(digits, point);
            digits = digits - before - (POINTS & 0xFFL << 8 * point) | before << 8;
            scale = LONGEST - 1 - point;
            length--;
        }
        if (length == 0 || ((digits + ABOVE_NINE | digits) & EightBytes.HIGH_BITS) != 0) {
            return null;
        }
        long number = number(digits);
        return BigDecimal.valueOf(negative ? -number : number, scale);
    }

    /** Eight digits, the lowest byte first: neighbours are joined to pairs, pairs to fours, and these to one number. */
    private static long number(long digits) {
        long pairs = digits * 10 + (digits >>> 8);
        long hundreds = (pairs & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
        long units = (pairs >>> 16 & 0x000000FF000000FFL) * (1 + (10_000L << 32));
        return hundreds + units >>> 32;
    }
}
