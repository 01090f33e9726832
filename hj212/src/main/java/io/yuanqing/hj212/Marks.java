package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/** The marks by which a frame's places are known, read from bytes. */
final class Marks {

    /** More digits than that are no length. */
    static final int MOST_LENGTH_DIGITS = 9;

    private static final String[] HEADER_NAMES = {"QN", "ST", "CN", "PW", "MN", "FLAG", "PNUM", "PNO", "RF", "CP"};

    private Marks() {}

    static boolean blank(byte b) {
        return b == ' ' || b == '\r' || b == '\n' || b == '\t' || b == 0;
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean twice(byte[] bytes, int at, char mark) {
        return bytes[at] == mark && bytes[at + 1] == mark;
    }

    /** Number of digits from {@code at}, at most one more than a length may have. */
    static int digits(byte[] bytes, int at, int stop) {
        int i = at;
        while (i < stop && i - at <= MOST_LENGTH_DIGITS && digit(bytes[i])) {
            i++;
        }
        return i - at;
    }

    static int number(byte[] bytes, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    /** Its value, or -1. */
    static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    /** Number of hexadecimal digits from {@code at}, at most four. */
    static int hexDigits(byte[] bytes, int at, int stop) {
        int i = at;
        while (i < stop && i - at < 4 && hexDigit(bytes[i]) >= 0) {
            i++;
        }
        return i - at;
    }

    static int hex(byte[] bytes, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number << 4 | hexDigit(bytes[i]);
        }
        return number;
    }

    /**
     * Whether a header field begins at {@code at}: one of the standard's names, then '='. Null: the bytes up to
     * {@code stop} do not say yet.
     */
    static @Nullable Boolean headerField(byte[] bytes, int at, int stop) {
        int i = at;
        while (i < stop && (blank(bytes[i]) || bytes[i] == ';' || bytes[i] == ',')) {
            i++;
        }
        int name = i;
        while (i < stop && i - name < 5 && (bytes[i] | 0x20) >= 'a' && (bytes[i] | 0x20) <= 'z') {
            i++;
        }
        int nameEnd = i;
        while (i < stop && blank(bytes[i])) {
            i++;
        }
        if (i >= stop) {
            return null;
        }
        if (bytes[i] != '=') {
            return false;
        }
        for (String known : HEADER_NAMES) {
            if (is(bytes, name, nameEnd, known)) {
                return true;
            }
        }
        return false;
    }

    /** A word of one to four letters in upper case, the last letter lowest; 0 for a longer one. */
    static int word(byte[] bytes, int from, int to) {
        int word = 0;
        if (to - from <= 4) {
            for (int i = from; i < to; i++) {
                word = word << 8 | bytes[i] & 0xDF;
            }
        }
        return word;
    }

    /** Whether the bytes are that upper-case word, in whatever case. */
    static boolean is(byte[] bytes, int from, int to, String upperCase) {
        if (to - from != upperCase.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xDF) != upperCase.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** Where {@code CP} of a {@code CP=} that ends before {@code at} begins; -1 if something else stands there. */
    static int cpBefore(byte[] bytes, int at, int from) {
        int i = blanksBefore(bytes, at, from);
        if (i <= from || bytes[i - 1] != '=') {
            return -1;
        }
        i = blanksBefore(bytes, i - 1, from);
        return i - 2 >= from && is(bytes, i - 2, i, "CP") ? i - 2 : -1;
    }

    static int blanksBefore(byte[] bytes, int at, int from) {
        int i = at;
        while (i > from && blank(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    static int blanksBehind(byte[] bytes, int at, int stop) {
        int i = at;
        while (i < stop && blank(bytes[i])) {
            i++;
        }
        return i;
    }

    /** Behind the terminator at {@code at}: CR LF, LF, CR or none. */
    static int terminated(byte[] bytes, int at, int stop) {
        int i = at;
        if (i < stop && bytes[i] == '\r') {
            i++;
        }
        if (i < stop && bytes[i] == '\n') {
            i++;
        }
        return i;
    }
}
