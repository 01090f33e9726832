package io.yuanqing.hj212;

import java.util.Arrays;

/** Where the pieces of a CP lie: found once when it is decoded, so that its readings need not be searched for again. */
final class CpPieces {

    final String text;

    /** All characters are ASCII, so that places in the text are places in its bytes. */
    final boolean ascii;

    final int count;

    /** For each piece the place of its first '=', or -1, and its end. */
    final int[] places;

    /** Each piece is {@code name=value}, but perhaps an empty one at the end. */
    final boolean regular;

    private CpPieces(String text, boolean ascii, boolean regular, int count, int[] places) {
        this.text = text;
        this.regular = regular;
        this.ascii = ascii;
        this.count = count;
        this.places = places;
    }

    static CpPieces of(byte[] b, int from, int to) {
        String text = Text.of(b, from, to);
        // A piece like "w01018-Avg=20.5," has about sixteen characters.
        int[] places = new int[2 * ((to - from) / 14 + 4) + Separators.SLACK];
        Separators found = new Separators(places);
        if (text.length() != to - from || !found.search(b, from, to)) {
            return of(text);
        }
        int count = found.regularPieces(b, from, to);
        return count < 0 ? walked(text, true) : new CpPieces(text, true, true, count, found.places);
    }

    static CpPieces of(String cp) {
        boolean ascii = true;
        for (int i = 0; i < cp.length(); i++) {
            ascii &= cp.charAt(i) < 0x80;
        }
        return walked(cp, ascii);
    }

    private static CpPieces walked(String cp, boolean ascii) {
        int[] places = new int[2 * (cp.length() / 14 + 4)];
        int count = 0;
        CpScanner pieces = new CpScanner(cp);
        while (pieces.advance()) {
            if (2 * count == places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[2 * count] = pieces.equals;
            places[2 * count + 1] = pieces.end;
            count++;
        }
        return new CpPieces(cp, ascii, false, count, places);
    }
}
