package io.yuanqing.hj212;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers as devices write them. */
final class Numbers {

    /** Longer texts, and exponents beyond, are no measured values. */
    private static final int LONGEST = 40;

    private static final int LARGEST_EXPONENT = 30;

    /** As many as a long holds in any case. */
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /**
     * @param suffix whose value it is: a total (Cou) may well be 9999, only a negative mark is one
     * @return null when the text is no number or a mark for "no value"
     */
    static @Nullable BigDecimal read(String text, String suffix) {
        return read(text, 0, text.length(), suffix);
    }

    /**
     * The number in {@code text[start, end)}: sign, digits with at most one point (or comma, where the suffix has
     * decimals), small exponent, all in ASCII.
     * What meters show fits into a long and is read in one pass, without a text of its own.
     */
    static @Nullable BigDecimal read(String text, int start, int end, String suffix) {
        int from = Text.strippedStart(text, start, end);
        int to = Text.strippedEnd(text, from, end);
        if (from == to || to - from > LONGEST) {
            return null;
        }
        char sign = text.charAt(from);
        int first = sign == '-' || sign == '+' ? from + 1 : from;
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        int i = first;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
            } else if ((c == '.' || c == ',') && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        if (digits == 0 || i < to && !exponent(text, i, to)) {
            return null;
        }
        if (point >= 0 && text.charAt(point) == ',' && !Suffixes.decimal(suffix)) {
            return null;
        }
        boolean total = suffix.equals("Cou");
        if (digits > MOST_DIGITS || i < to) {
            return mark(text, first, to) && !(total && sign != '-')
                    ? null
                    : new BigDecimal(
                            text.substring(sign == '+' ? first : from, to).replace(',', '.'));
        }
        if (digits >= 4 && text.charAt(first) == '9' && mark(text, first, to) && !(total && sign != '-')) {
            return null;
        }
        return BigDecimal.valueOf(sign == '-' ? -unscaled : unscaled, point < 0 ? 0 : to - point - 1);
    }

    private static boolean exponent(String text, int at, int to) {
        int i = at + 1;
        if ((text.charAt(at) | 0x20) != 'e') {
            return false;
        }
        if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int exponent = 0;
        int first = i;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            exponent = Math.min(exponent * 10 + (c - '0'), 1000);
        }
        return i > first && exponent <= LARGEST_EXPONENT;
    }

    /** Four nines or more, then nothing but nines, perhaps padded with zeros behind the point. */
    private static boolean mark(String text, int first, int to) {
        int i = first;
        while (i < to && text.charAt(i) == '9') {
            i++;
        }
        if (i - first < 4) {
            return false;
        }
        if (i < to && (text.charAt(i) == '.' || text.charAt(i) == ',')) {
            i++;
            while (i < to && text.charAt(i) == '9') {
                i++;
            }
            while (i < to && text.charAt(i) == '0') {
                i++;
            }
        }
        return i == to;
    }
}
