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
    private final int length;
    private int next;

    /** The pieces when they were found before. */
    private final @Nullable CpPieces found;

    private int piece;

    /** From here on no {@code //} ends a piece: looked for once, or a CP full of them would take its length squared. */
    private int noClosing = Integer.MAX_VALUE;

    /** The current piece is {@code text[start, end)}; {@code equals} is the place of its first '=', or -1. */
    int start;

    int end;
    int equals;

    /** What ends the piece: ';' ',' or 0 at the end of the text. */
    char separator;

    CpScanner(String text) {
        this.text = text;
        length = text.length();
        found = null;
    }

    /** Walks over the same pieces once more. */
    CpScanner(CpPieces found) {
        text = found.text;
        length = text.length();
        this.found = found;
    }

    boolean advance() {
        return found == null ? search() : take(found);
    }

    private boolean take(CpPieces found) {
        if (piece == found.count) {
            return false;
        }
        start = next;
        equals = found.places[2 * piece];
        end = found.places[2 * piece + 1];
        separator = end < length ? text.charAt(end) : 0;
        next = end + 1;
        piece++;
        return true;
    }

    private boolean search() {
        if (next > length || (next == length && separator == 0)) {
            return false;
        }
        start = next;
        equals = -1;
        int i = start;
        char c = 0;
        while (i < length && (c = text.charAt(i)) != '=' && c != ';' && c != ',') {
            i++;
        }
        if (i < length && c == '=') {
            equals = i;
            i = behindSlashes(i + 1);
            while (i < length && (c = text.charAt(i)) != ';' && c != ',') {
                i++;
            }
        }
        end = i;
        separator = i < length ? c : 0;
        next = i + 1;
        return true;
    }

    /** Goes on to the next piece whose name may begin with that letter: blanks stand in front, or it does. */
    boolean advanceTo(char letter) {
        while (advance()) {
            if (start < end && mayBegin(text.charAt(start), letter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBegin(char c, char letter) {
        return (c | 0x20) == (letter | 0x20) || c <= ' ' || c > '~';
    }

    /** Where to look on for the end of the value that begins at {@code from}: behind text between slashes. */
    private int behindSlashes(int from) {
        int value = skipBlanks(from);
        if (value < length && text.charAt(value) == '/' && text.startsWith("//", value)) {
            int close = closing(value + 2);
            return close < 0 ? from : close + 2;
        }
        return from;
    }

    /** The {@code //} from {@code from} on that a separator or the end follows; -1 if there is none. */
    private int closing(int from) {
        if (from >= noClosing) {
            return -1;
        }
        for (int close = text.indexOf("//", from); close >= 0; close = text.indexOf("//", close + 1)) {
            int behind = skipBlanks(close + 2);
            if (behind >= length || text.charAt(behind) == ';' || text.charAt(behind) == ',') {
                return close;
            }
        }
        noClosing = from;
        return -1;
    }

    private int skipBlanks(int i) {
        while (i < length && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** The end of {@code text[from, to)} without the blanks before it. */
    private int trimmedEnd(int from, int to) {
        int i = to;
        while (i > from && text.charAt(i - 1) <= ' ') {
            i--;
        }
        return i;
    }

    /** The next of the pieces that were found before is {@code text[nextStart(), nextEnd())}. */
    boolean hasFound() {
        return found != null && piece < found.count;
    }

    int nextStart() {
        return next;
    }

    int nextEquals() {
        return found == null ? -1 : found.places[2 * piece];
    }

    int nextEnd() {
        return found == null ? next : found.places[2 * piece + 1];
    }

    boolean blank() {
        return skipBlanks(start) >= end;
    }

    /** The name is {@code text[nameStart, nameEnd)}, trimmed; of a piece without '=' it is all. */
    int nameStart() {
        return skipBlanks(start);
    }

    int nameEnd() {
        return trimmedEnd(nameStart(), nameLimit());
    }

    private int nameLimit() {
        return equals < 0 ? end : equals;
    }

    /** The value is {@code text[valueStart, valueEnd)}, trimmed; of a piece without '=' it is empty. */
    int valueStart() {
        return equals < 0 ? end : skipBlanks(equals + 1);
    }

    int valueEnd() {
        return equals < 0 ? end : trimmedEnd(valueStart(), end);
    }

    boolean named(String name) {
        if (equals - start < name.length() || !mayBegin(text.charAt(start), name.charAt(0))) {
            return false;
        }
        int from = nameStart();
        return nameEnd() - from == name.length() && text.regionMatches(true, from, name, 0, name.length());
    }

    String name() {
        return between(nameStart(), nameEnd());
    }

    String value() {
        return between(valueStart(), valueEnd());
    }

    private String between(int from, int to) {
        return from < to ? text.substring(from, to) : "";
    }

    /**
     * What follows is the rest of this piece's number, its comma meant as a decimal point: {@code w01018-Rtd=12,5}. Neither
     * of {@code PolId=101,102} nor of {@code a-Rtd=1,2,3}: these are lists.
     */
    boolean decimalsNext() {
        return wholeNumber() && carriesDecimals() && digitPieces() == 1;
    }

    /** The value is a sign, perhaps, and digits. */
    boolean wholeNumber() {
        int from = valueStart();
        int to = valueEnd();
        int first = from < to && text.charAt(from) == '-' ? from + 1 : from;
        return first < to && digitsEnd(first) >= to;
    }

    /** The name is {@code factor-Suffix}, and the suffix none of those that have no decimals. */
    private boolean carriesDecimals() {
        int from = nameStart();
        int to = nameEnd();
        int dash = text.lastIndexOf('-', to - 1);
        if (dash <= from || dash == to - 1) {
            return false;
        }
        String suffix = Suffixes.known(text, Text.strippedStart(text, dash + 1, to), to);
        return suffix == null || Suffixes.decimal(suffix);
    }

    /** How many pieces of digits alone follow in this item, blank ones between them not counted. */
    int digitPieces() {
        int count = 0;
        int from = next;
        for (char before = separator; before == ','; count++) {
            while (from < length && (text.charAt(from) <= ' ' || text.charAt(from) == ',')) {
                from++;
            }
            int to = digitsEnd(from);
            int behind = skipBlanks(to);
            before = behind < length ? text.charAt(behind) : 0;
            if (from == to || before != ',' && before != ';' && before != 0) {
                return count;
            }
            from = behind + 1;
        }
        return count;
    }

    private int digitsEnd(int from) {
        int i = from;
        while (i < length && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** Goes on to the next piece of that name, whatever its case. */
    boolean find(String name) {
        while (advance()) {
            if (named(name)) {
                return true;
            }
        }
        return false;
    }
}
