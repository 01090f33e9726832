package io.yuanqing.hj212;

/**
 * A place in the stream where a frame seems to begin, and what is known of its end so far. All offsets count from that
 * place, so the buffer may move. Bytes that were looked at are not looked at again when more arrive.
 *
 * <pre>
 *   ##0101QN=…;CP=&amp;&amp;…&amp;&amp;1C80\r\n
 *   |     |segment          |CRC
 * </pre>
 *
 * The end is, in this order of trust:
 * <ol>
 *   <li><b>proven</b>: where the length says stands {@code &&} and a CRC that fits;
 *   <li>a <b>trailer</b>: the first {@code &&} and digits whose CRC fits, or behind which the next {@code ##} begins
 *       (the length is wrong);
 *   <li>the same with any CRC and a line end, if the CP is cipher bytes in braces (their text is longer than the length
 *       says, which is that of the plain text);
 *   <li>where the <b>length</b> says, if something like a trailer stands there (the CRC is wrong);
 *   <li><b>torn</b>: before the next frame, when none of these exists.
 * </ol>
 */
final class Candidate {

    static final int MORE = 0;
    static final int NO_FRAME = -1;

    /** Another frame that begins within this one is proven: {@link #inner} says where. */
    static final int INNER_FRAME = -2;

    /** So many beginnings within one candidate, and it is given up. */
    private static final int MOST_INNER = 16;

    /** {@code ##}, a length, blanks and a header's name: by these a beginning is known. */
    static final int LONGEST_HEAD = 64;

    private final int[] inners = new int[MOST_INNER];
    private int innerCount;

    /** One bit for each of them. */
    private int innersChecked;

    private boolean tooManyInners;

    private int segment;
    private int declared;
    private int scanned;
    private int trailer;
    private int declaredEnd;
    private boolean declaredChecked;

    /** Its CP is encrypted and written as {@code {0x…}}: length and CRC are those of another text, but no byte is odd. */
    private boolean braces;

    private int crcAt;
    private int crcHigh;

    /** Offset of the proven frame after {@link #INNER_FRAME}. */
    int inner;

    void begin(byte[] b, int c, int digits) {
        segment = 2 + digits;
        declared = digits == 0 ? -1 : Marks.number(b, c + 2, digits);
        forget();
    }

    /** Nothing is known of the end: the bytes that may be looked at have become fewer. */
    private void forget() {
        innerCount = 0;
        innersChecked = 0;
        tooManyInners = false;
        scanned = segment;
        trailer = -1;
        declaredEnd = -1;
        declaredChecked = false;
        braces = false;
        crcAt = segment;
        crcHigh = Crc.START;
    }

    /**
     * The frame's end, or {@link #MORE}, {@link #NO_FRAME}, {@link #INNER_FRAME}.
     *
     * @param c where the candidate begins in {@code b}
     * @param stop end of the bytes that may be looked at
     * @param closed nothing of this frame comes behind {@code stop}
     */
    int examine(byte[] b, int c, int stop, boolean closed) {
        int proven = declaredChecked ? -1 : checkDeclared(b, c, stop);
        if (proven > 0) {
            return proven;
        }
        scan(b, c, stop, closed);
        for (int i = 0; i < innerCount; i++) {
            if ((innersChecked >> i & 1) == 0 && innerProven(b, c, i, stop)) {
                inner = inners[i];
                forget();
                return INNER_FRAME;
            }
        }
        if (declaredEnd < 0) {
            declaredEnd = looseDeclaredEnd(b, c, stop, closed);
        }
        int end = trailer < 0 ? declaredEnd : declaredEnd < 0 ? trailer : Math.min(trailer, declaredEnd);
        if (end < 0 && !closed && !tooManyInners && stop - c <= Framer.LONGEST_FRAME) {
            return MORE;
        }
        int next = firstInner(b, c, stop);
        if (end >= 0 && (next < 0 || next >= end)) {
            return end;
        }
        return torn(b, c, next < 0 ? cutOff(b, c, stop) : next, stop);
    }

    /** Where half a frame ends that nothing ends: at the longest, and not within what may be the next one's head. */
    private static int cutOff(byte[] b, int c, int stop) {
        if (stop - c <= Framer.LONGEST_FRAME) {
            return stop - c;
        }
        int to = c + Framer.LONGEST_FRAME;
        for (int i = to - LONGEST_HEAD; i < to; i++) {
            if (b[i] == '#') {
                return i - c;
            }
        }
        return Framer.LONGEST_FRAME;
    }

    /** The proven end; notes an end by length alone. */
    private int checkDeclared(byte[] b, int c, int stop) {
        int e = c + segment + declared;
        if (declared < 2 || e + 4 > stop) {
            return -1;
        }
        declaredChecked = true;
        if (!crcPlace(b, c + segment, e, stop)) {
            return -1;
        }
        int end = Marks.terminated(b, e + 4, stop) - c;
        if (Crc.of(b, c + segment, e) != Marks.hex(b, e, 4)) {
            declaredEnd = end;
            return -1;
        }
        // A length that overstates up to exactly the next frame's end passes its CRC once in 256 times.
        int seam = seam(b, c + segment, e);
        return seam < 0 ? end : Marks.terminated(b, seam, stop) - c;
    }

    /** Whether {@code &&} that do not open the CP, and four digits stand around {@code e}. */
    private static boolean crcPlace(byte[] b, int from, int e, int stop) {
        return Marks.twice(b, e - 2, '&') && Marks.hexDigits(b, e, stop) == 4 && Marks.cpBefore(b, e - 2, from) < 0;
    }

    /** Where a trailer that another {@code ##} follows ends; -1 if there is none. */
    private static int seam(byte[] b, int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (b[i] == '#' && b[i + 1] == '#' && Marks.digit(b[i + 2])) {
                int end = Marks.blanksBefore(b, i, from);
                int crc = end;
                while (crc > from && end - crc < 4 && Marks.hexDigit(b[crc - 1]) >= 0) {
                    crc--;
                }
                if (end - crc > 0 && Marks.twice(b, crc - 2, '&')) {
                    return end;
                }
            }
        }
        return -1;
    }

    /**
     * Each inner beginning is checked once, as soon as the bytes that its length claims are there. A CRC that does not fit
     * may be another flavour's or that of a plain text; then the header's name must speak for it.
     */
    private boolean innerProven(byte[] b, int c, int i, int stop) {
        int at = c + inners[i] + 2;
        int digits = Marks.digits(b, at, stop);
        long end = (long) at + digits + (digits > Marks.MOST_LENGTH_DIGITS ? 0 : Marks.number(b, at, digits));
        if (end + 4 > stop) {
            return false;
        }
        innersChecked |= 1 << i;
        int e = (int) end;
        return crcPlace(b, at + digits, e, stop)
                && (Crc.of(b, at + digits, e) == Marks.hex(b, e, 4)
                        || Boolean.TRUE.equals(Marks.headerField(b, at + digits, e)));
    }

    /** Looks for a trailer and for other beginnings, from where it stopped before. */
    private void scan(byte[] b, int c, int stop, boolean closed) {
        int i = c + scanned;
        while (trailer < 0 && !tooManyInners && i + 1 < stop) {
            byte mark = b[i];
            if ((mark != '#' && mark != '&') || b[i + 1] != mark) {
                i++;
            } else if (mark == '#') {
                if (i + 2 >= stop) {
                    break;
                }
                if (Marks.digit(b[i + 2])) {
                    noteInner(i - c);
                }
                i++;
            } else if (Marks.cpBefore(b, i, c + segment) >= 0) {
                if (i + 4 >= stop && !closed) {
                    break;
                }
                braces |= Encryption.braced(b, i + 2, stop);
                i += 2;
            } else if (checkTrailer(b, c, i + 2, stop, closed)) {
                i++;
            } else {
                break;
            }
        }
        scanned = i - c;
    }

    /** Whether the bytes suffice to tell; sets {@link #trailer} if it is one. */
    private boolean checkTrailer(byte[] b, int c, int e, int stop, boolean closed) {
        int digits = Marks.hexDigits(b, e, stop);
        int behind = e + digits;
        if (behind >= stop && !closed) {
            return false;
        }
        if (digits > 0 && crc(b, c, e) == Marks.hex(b, e, digits)) {
            if (digits == 4 && closed || behind >= stop || Marks.blank(b[behind]) || b[behind] == '#') {
                trailer = Marks.terminated(b, behind, stop) - c;
                return true;
            }
        }
        if (digits == 4 && braces && behind < stop && (b[behind] == '\r' || b[behind] == '\n')) {
            trailer = Marks.terminated(b, behind, stop) - c;
            return true;
        }
        int next = Marks.blanksBehind(b, behind, stop);
        if (next >= stop) {
            if (closed) {
                trailer = Marks.terminated(b, behind, stop) - c;
            }
            return closed;
        }
        if (b[next] == '#') {
            if (next + 2 >= stop) {
                return closed;
            }
            if (digits > 0 && b[next + 1] == '#' && Marks.digit(b[next + 2])) {
                trailer = Marks.terminated(b, behind, stop) - c;
            }
        }
        return true;
    }

    private int crc(byte[] b, int c, int e) {
        crcHigh = Crc.high(crcHigh, b, c + crcAt, e - 1);
        crcAt = e - 1 - c;
        return Crc.last(crcHigh, b[e - 1]);
    }

    private void noteInner(int at) {
        if (innerCount == MOST_INNER) {
            tooManyInners = true;
        } else {
            inners[innerCount++] = at;
        }
    }

    /** The length's end when the trailer there is damaged: {@code &&} with less than four digits, or a CRC alone. */
    private int looseDeclaredEnd(byte[] b, int c, int stop, boolean closed) {
        int e = c + segment + declared;
        if (declared < 2 || e > stop) {
            return -1;
        }
        int digits = Marks.hexDigits(b, e, stop);
        int behind = e + digits;
        if (behind >= stop ? !closed : b[behind] != '\r' && b[behind] != '\n') {
            return -1;
        }
        boolean marked = Marks.twice(b, e - 2, '&') && Marks.cpBefore(b, e - 2, c + segment) < 0;
        return marked || digits == 4 ? Marks.terminated(b, behind, stop) - c : -1;
    }

    /** The first beginning within this candidate that a header follows, or any if there are too many; -1 if none. */
    private int firstInner(byte[] b, int c, int stop) {
        for (int i = 0; i < innerCount; i++) {
            int at = c + inners[i] + 2;
            if (tooManyInners || Boolean.TRUE.equals(Marks.headerField(b, at + Marks.digits(b, at, stop), stop))) {
                return inners[i];
            }
        }
        return -1;
    }

    /** Half a frame: to the end of the line, or to where the next one begins. Without a header's name it is noise. */
    private int torn(byte[] b, int c, int to, int stop) {
        if (!Boolean.TRUE.equals(Marks.headerField(b, c + segment, Math.min(c + to, stop)))) {
            return NO_FRAME;
        }
        for (int i = segment; i < to; i++) {
            if (b[c + i] == '\r' || b[c + i] == '\n') {
                return Marks.terminated(b, c + i, c + to) - c;
            }
        }
        return to;
    }
}
