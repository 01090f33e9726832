package io.yuanqing.hj212;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers as devices write them. */
final class Numbers {

    /** Longer texts, and exponents beyond, are no measured values. */
    private static final int LONGEST = 40;

    private static final int LARGEST_EXPONENT = 30;

    private Numbers() {}

    /**
     * @param total an amount over time, which may well be 9999: only a negative mark is one
     * @return null when the text is no number or a mark for "no value"
     */
    static @Nullable BigDecimal read(String text, boolean total) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > LONGEST || !wellFormed(digits)) {
            return null;
        }
        if (digits.charAt(0) == '+') {
            digits = digits.substring(1);
        }
        if (mark(digits) && !(total && digits.charAt(0) != '-')) {
            return null;
        }
        return new BigDecimal(digits.replace(',', '.'));
    }

    /** Sign, digits with at most one point or comma, small exponent: all in ASCII. */
    private static boolean wellFormed(String text) {
        int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if ((c == '.' || c == ',') && !point) {
                point = true;
            } else {
                return digits > 0 && (c == 'e' || c == 'E') && smallExponent(text, i + 1);
            }
        }
        return digits > 0;
    }

    private static boolean smallExponent(String text, int from) {
        int i = from;
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int exponent = 0;
        int first = i;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            exponent = Math.min(exponent * 10 + (c - '0'), 1000);
        }
        return i > first && exponent <= LARGEST_EXPONENT;
    }

    /** Four nines or more, then nothing but nines, perhaps padded with zeros behind the point. */
    private static boolean mark(String text) {
        int i = text.charAt(0) == '-' ? 1 : 0;
        int nines = i;
        while (i < text.length() && text.charAt(i) == '9') {
            i++;
        }
        if (i - nines < 4) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ',')) {
            i++;
            while (i < text.length() && text.charAt(i) == '9') {
                i++;
            }
            while (i < text.length() && text.charAt(i) == '0') {
                i++;
            }
        }
        return i == text.length();
    }
}
