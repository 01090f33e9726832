package io.yuanqing.hj212;

/** Where the parts of a frame lie. Offsets; an absent part is empty or -1. */
final class Layout {

    /** Whether it begins with {@code ##}. */
    final boolean headed;

    final int lengthDigits;

    /** What the length says; -1 without digits. */
    final int declared;

    final int segment;
    final int segmentEnd;
    final int crcEnd;

    /** Where {@code CP=} begins; -1 if there is no {@code CP=&&}. */
    final int cp;

    /** Behind the opening {@code &&}. */
    final int cpText;

    /** The closing {@code &&}; -1 if it is missing. */
    final int cpClose;

    Layout(byte[] b) {
        int stop = b.length;
        headed = stop >= 2 && Marks.twice(b, 0, '#');
        int head = headed ? 2 : 0;
        int digits = headed ? Marks.digits(b, head, stop) : 0;
        lengthDigits = digits > Marks.MOST_LENGTH_DIGITS ? 0 : digits;
        segment = head + lengthDigits;
        declared = lengthDigits == 0 ? -1 : Marks.number(b, head, lengthDigits);
        int tail = Marks.blanksBefore(b, stop, segment);
        int trailer = trailerBefore(b, tail);
        if (trailer < 0) {
            trailer = byLength(b, tail);
        }
        if (trailer < 0) {
            trailer = lastTrailer(b, tail);
        }
        segmentEnd = trailer < 0 ? tail : trailer;
        crcEnd = segmentEnd + Marks.hexDigits(b, segmentEnd, tail);

        int open = opening(b);
        cp = open < 0 ? -1 : Marks.cpBefore(b, open, segment);
        cpText = open < 0 ? -1 : open + 2;
        boolean closes = open >= 0 && segmentEnd - 2 >= cpText && Marks.twice(b, segmentEnd - 2, '&');
        cpClose = closes ? segmentEnd - 2 : -1;
    }

    /** The place of the CRC when {@code &&} and up to four digits end at {@code tail}. */
    private int trailerBefore(byte[] b, int tail) {
        int crc = tail;
        while (crc > segment && tail - crc < 4 && Marks.hexDigit(b[crc - 1]) >= 0) {
            crc--;
        }
        return crc - 2 >= segment && Marks.twice(b, crc - 2, '&') && Marks.cpBefore(b, crc - 2, segment) < 0 ? crc : -1;
    }

    private int byLength(byte[] b, int tail) {
        long end = (long) segment + declared;
        if (declared < 2 || end > tail) {
            return -1;
        }
        int e = (int) end;
        return Marks.twice(b, e - 2, '&') || Marks.hexDigits(b, e, tail) == 4 ? e : -1;
    }

    private int lastTrailer(byte[] b, int tail) {
        for (int e = tail - 4; e - 2 >= segment; e--) {
            if (Marks.twice(b, e - 2, '&')
                    && Marks.hexDigits(b, e, tail) == 4
                    && Marks.cpBefore(b, e - 2, segment) < 0) {
                return e;
            }
        }
        return -1;
    }

    private int opening(byte[] b) {
        for (int i = segment; i + 1 < segmentEnd; i++) {
            if (b[i] == '&' && b[i + 1] == '&') {
                return Marks.cpBefore(b, i, segment) >= 0 ? i : -1;
            }
        }
        return -1;
    }

    int length() {
        return segmentEnd - segment;
    }

    int crcDigits() {
        return crcEnd - segmentEnd;
    }

    /** Where the header ends: before {@code CP}. */
    int headerEnd() {
        return cp >= 0 ? cp : segmentEnd;
    }

    int cpEnd() {
        return cpClose >= 0 ? cpClose : segmentEnd;
    }
}
