package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;

/**
 * Recognises the next piece of a CP when it is {@code factor-suffix=value} without anything unusual and its suffix is the
 * expected one: two comparisons of up to eight bytes each, instead of taking the name apart. Unusual are blanks, long
 * names, an empty value, and a comma that may be a decimal one.
 *
 * <pre>
 *   w01018-Rtd=20.5
 *   |----| factor
 *         |--| tail
 * </pre>
 */
final class PlainFields {

    private static final long FLAG_TAIL =
            EightBytes.upTo("-Flag".getBytes(StandardCharsets.US_ASCII), 0, "-Flag".length());

    private static final int LONGEST = 8;

    private final CpScanner pieces;
    private final String text;

    /** The text's. A copy: the frame's own bytes are the caller's. */
    final byte[] bytes;

    /** The factor's bytes of the piece that was recognised. */
    long factor;

    int factorLength;

    PlainFields(CpScanner pieces, String text) {
        this.pieces = pieces;
        this.text = text;
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param equals where the name of an earlier piece with that suffix ends */
    boolean isLike(int equals, String suffix) {
        int tail = suffix.length() + 1;
        return equals >= LONGEST && tail <= LONGEST && is(tail(equals, tail), tail);
    }

    boolean isFlag() {
        return is(FLAG_TAIL, "-Flag".length());
    }

    private boolean is(long expected, int tail) {
        if (!pieces.hasFound()) {
            return false;
        }
        int start = pieces.nextStart();
        int equals = pieces.nextEquals();
        int dash = equals - tail;
        factorLength = dash - start;
        if (factorLength < 1 || factorLength > LONGEST || equals < LONGEST || start + LONGEST > bytes.length) {
            return false;
        }
        if (tail(equals, tail) != expected || bytes[dash] != '-' || bytes[start] <= ' ' || bytes[dash - 1] <= ' ') {
            return false;
        }
        factor = EightBytes.first(EightBytes.at(bytes, start), factorLength);
        return plainValue(equals + 1, pieces.nextEnd());
    }

    private long tail(int equals, int length) {
        return EightBytes.last(EightBytes.at(bytes, equals - LONGEST), length);
    }

    private boolean plainValue(int from, int to) {
        return from < to
                && bytes[from] > ' '
                && bytes[to - 1] > ' '
                && (to + 1 >= bytes.length || bytes[to] == ';' || bytes[to + 1] > '9');
    }

    String factor() {
        int start = pieces.nextStart();
        return factor(start, start + factorLength);
    }

    String factor(int from, int to) {
        String known = to - from > LONGEST ? null : FactorCodes.of(key(from, to), to - from);
        return known == null ? text.substring(from, to) : known;
    }

    /** As {@link #factor} would be; 0 for a longer one. */
    long key(int from, int to) {
        return to - from > LONGEST ? 0 : EightBytes.upTo(bytes, from, to);
    }
}
