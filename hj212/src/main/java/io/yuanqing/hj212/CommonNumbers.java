package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/** The texts of nearly every ST (two digits) and CN (10xx, 20xx, 30xx, 90xx), so that a packet need not make its own. */
final class CommonNumbers {

    private static final String[] TWO_DIGITS = hundred("");

    private static final String[][] FOUR_DIGITS = new String[100][];

    static {
        for (int first : new int[] {10, 20, 30, 90}) {
            FOUR_DIGITS[first] = hundred(Integer.toString(first));
        }
    }

    private CommonNumbers() {}

    private static String[] hundred(String first) {
        String[] texts = new String[100];
        for (int i = 0; i < 100; i++) {
            texts[i] = (first + i / 10 + i % 10).intern();
        }
        return texts;
    }

    /** The text of {@code b[from, to)} if it is one of them. */
    static @Nullable String of(byte[] b, int from, int to) {
        int length = to - from;
        if (length != 2 && length != 4 || Marks.digits(b, from, to) < length) {
            return null;
        }
        if (length == 2) {
            return TWO_DIGITS[Marks.number(b, from, 2)];
        }
        String[] texts = FOUR_DIGITS[Marks.number(b, from, 2)];
        return texts == null ? null : texts[Marks.number(b, from + 2, 2)];
    }
}
