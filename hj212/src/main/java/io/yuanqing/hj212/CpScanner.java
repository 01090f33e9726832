package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * Walks over a CP's pieces without making objects.
 *
 * <pre>
 *   DataTime=20240601085857;w01018-Rtd=20.5,w01018-Flag=N;i11001-Info=//cleaned; tube 2//;
 *   |--------piece-------| ;|----piece----| ,|--piece---| ;|-----------piece------------|
 * </pre>
 *
 * A value that begins with {@code //} reaches to the next {@code //} that ends a piece, whatever stands between: logs of
 * CN 3020 are free text.
 */
final class CpScanner {

    private final String text;
    private int next;

    /** The current piece is {@code text[start, end)}; {@code equals} is the place of its first '=', or -1. */
    int start;

    int end;
    int equals;

    /** What ends the piece: ';' ',' or 0 at the end of the text. */
    char separator;

    CpScanner(String text) {
        this.text = text;
    }

    boolean advance() {
        int length = text.length();
        if (next > length || (next == length && separator == 0)) {
            return false;
        }
        start = next;
        equals = -1;
        int i = start;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c == ';' || c == ',') {
                break;
            }
            if (c == '=' && equals < 0) {
                equals = i;
                int value = skipBlanks(i + 1);
                if (text.startsWith("//", value)) {
                    int close = closing(value + 2);
                    if (close >= 0) {
                        i = close + 1;
                    }
                }
            }
        }
        end = Math.min(i, length);
        separator = end < length ? text.charAt(end) : 0;
        next = end + 1;
        return true;
    }

    /** The {@code //} from {@code from} on that a separator or the end follows; -1 if there is none. */
    private int closing(int from) {
        for (int close = text.indexOf("//", from); close >= 0; close = text.indexOf("//", close + 1)) {
            int behind = skipBlanks(close + 2);
            if (behind >= text.length() || text.charAt(behind) == ';' || text.charAt(behind) == ',') {
                return close;
            }
        }
        return -1;
    }

    private int skipBlanks(int i) {
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    boolean blank() {
        return skipBlanks(start) >= end;
    }

    boolean named(String name) {
        int from = skipBlanks(start);
        int to = equals;
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return equals >= 0 && to - from == name.length() && text.regionMatches(true, from, name, 0, name.length());
    }

    String name() {
        return trimmed(start, equals < 0 ? end : equals);
    }

    String value() {
        return equals < 0 ? "" : trimmed(equals + 1, end);
    }

    /** The piece is digits only: what stands behind a decimal comma. */
    boolean digitsOnly() {
        int from = skipBlanks(start);
        int to = end;
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    private String trimmed(int from, int to) {
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    static @Nullable String value(String cp, String name) {
        CpScanner pieces = new CpScanner(cp);
        while (pieces.advance()) {
            if (pieces.named(name)) {
                return pieces.value();
            }
        }
        return null;
    }
}
