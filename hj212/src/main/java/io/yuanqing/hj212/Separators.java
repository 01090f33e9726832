package io.yuanqing.hj212;

import java.util.Arrays;

/**
 * Finds the {@code =}, {@code ;} and {@code ,} of a CP, eight bytes at a time.
 *
 * <pre>
 *   DataTime=20240601085857;w01018-Rtd=20.5,w01018-Flag=N
 *           8              23         34   39          51
 * </pre>
 *
 * In nearly every CP they come by turns, {@code =} and the end of its piece: then their places are those of the pieces.
 */
final class Separators {

    /** So many places may be written before it is known how many there are. */
    static final int SLACK = 8;

    private static final long EQUALS = EightBytes.times8('=');
    private static final long SEMICOLONS = EightBytes.times8(';');
    private static final long COMMAS = EightBytes.times8(',');

    /** Counted from where the search began. */
    int[] places;

    private int count;

    /** @param places at least {@link #SLACK} of them; more are made when they do not suffice */
    Separators(int[] places) {
        this.places = places;
    }

    /** Whether all bytes of {@code b[from, to)} are ASCII; otherwise not all places are found. */
    boolean search(byte[] b, int from, int to) {
        long all = 0;
        for (int i = from; i < to; i += 8) {
            long word = EightBytes.upTo(b, i, to);
            all |= word;
            note(
                    i - from,
                    EightBytes.equal(word, EQUALS)
                            | EightBytes.equal(word, SEMICOLONS)
                            | EightBytes.equal(word, COMMAS));
        }
        return (all & EightBytes.HIGH_BITS) == 0;
    }

    /**
     * Two places are written in any case: whether there are none, one or two in eight bytes cannot be foreseen, and what is
     * written for none is overwritten.
     */
    private void note(int at, long marks) {
        if (count + SLACK > places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        long others = marks & marks - 1;
        places[count] = at + EightBytes.lowest(marks);
        places[count + 1] = at + EightBytes.lowest(others);
        int more = Long.bitCount(marks);
        if (more > 2) {
            others &= others - 1;
            for (int i = count + 2; others != 0; i++, others &= others - 1) {
                places[i] = at + EightBytes.lowest(others);
            }
        }
        count += more;
    }

    /**
     * The number of pieces, if each is {@code name=value} and no value begins with a blank or a slash or holds another '=';
     * else -1. An empty piece may come last.
     */
    int regularPieces(byte[] b, int from, int to) {
        int length = to - from;
        for (int i = 0; i < count; i++) {
            boolean equals = b[from + places[i]] == '=';
            if (equals != (i % 2 == 0) || equals && !plainValue(b, from + places[i] + 1, to)) {
                return -1;
            }
        }
        if (count % 2 != 0) {
            places[count++] = length;
        } else if (count > 0 && places[count - 1] == length - 1) {
            places[count++] = -1;
            places[count++] = length;
        } else {
            return -1;
        }
        return count / 2;
    }

    private static boolean plainValue(byte[] b, int at, int to) {
        return at < to && b[at] > ' ' && b[at] != '/';
    }
}
