package io.yuanqing.hj212;

import java.util.Arrays;

/** Where the pieces of a CP lie: found once when it is decoded, so that its readings need not be searched for again. */
final class CpPieces {

    final String text;
    final int count;

    /** For each piece the place of its first '=', or -1, and its end. */
    final int[] places;

    private CpPieces(String text, int count, int[] places) {
        this.text = text;
        this.count = count;
        this.places = places;
    }

    static CpPieces of(String cp) {
        // A piece like "w01018-Avg=20.5," has about sixteen characters.
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
        return new CpPieces(cp, count, places);
    }
}
