package io.yuanqing.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields before the CP, in whatever order and case. The first of a name counts. */
final class Header {

    private @Nullable String qn;
    private @Nullable String st;
    private @Nullable String cn;
    private @Nullable String pw;
    private @Nullable String mn;
    private int flag;
    private boolean flagPresent;
    private @Nullable Integer pnum;
    private @Nullable Integer pno;
    private boolean backfilled;
    private boolean found;

    private Header() {}

    static Header read(byte[] b, int from, int to, List<Problem> problems) {
        Header header = new Header();
        int start = from;
        while (start < to) {
            int end = start;
            int equals = -1;
            for (; end < to && b[end] != ';' && b[end] != ','; end++) {
                if (b[end] == '=' && equals < 0) {
                    equals = end;
                }
            }
            if (equals >= 0) {
                header.field(b, start, equals, end, problems);
            } else if (Marks.blanksBehind(b, start, end) < end) {
                String piece = Decoder.shortened(Text.trimmed(b, start, end));
                problems.add(Problem.warning(
                        Problem.Code.HEADER_FIELD, start, "'" + piece + "' is not name=value", piece, null));
            }
            start = end + 1;
        }
        header.check(from, problems);
        return header;
    }

    private void check(int from, List<Problem> problems) {
        if (cn == null) {
            problems.add(Problem.error(Problem.Code.HEADER_UNREADABLE, from, "no CN stands in the header", null, null));
        }
        if (st == null) {
            problems.add(Problem.warning(Problem.Code.ST_MISSING, from, "no ST stands in the header", null, null));
        }
    }

    private void field(byte[] b, int start, int equals, int end, List<Problem> problems) {
        int nameStart = Marks.blanksBehind(b, start, equals);
        int nameEnd = Marks.blanksBefore(b, equals, nameStart);
        found = true;
        if (Marks.is(b, nameStart, nameEnd, "QN")) {
            qn = qn == null ? text(b, equals + 1, end) : qn;
        } else if (Marks.is(b, nameStart, nameEnd, "ST")) {
            st = st == null ? text(b, equals + 1, end) : st;
        } else if (Marks.is(b, nameStart, nameEnd, "CN")) {
            cn = cn == null ? text(b, equals + 1, end) : cn;
        } else if (Marks.is(b, nameStart, nameEnd, "PW")) {
            pw = pw == null ? text(b, equals + 1, end) : pw;
        } else if (Marks.is(b, nameStart, nameEnd, "MN")) {
            mn = mn == null ? text(b, equals + 1, end) : mn;
        } else if (Marks.is(b, nameStart, nameEnd, "FLAG")) {
            Integer number = number(b, equals + 1, end);
            if (number != null && number <= 255) {
                flag = number;
                flagPresent = true;
            } else {
                unreadable(Problem.Code.FLAG_UNREADABLE, "Flag", "a number from 0 to 255", b, equals, end, problems);
            }
        } else if (Marks.is(b, nameStart, nameEnd, "PNUM")) {
            pnum = packetNumber("PNUM", b, equals, end, problems);
        } else if (Marks.is(b, nameStart, nameEnd, "PNO")) {
            pno = packetNumber("PNO", b, equals, end, problems);
        } else if (Marks.is(b, nameStart, nameEnd, "RF")) {
            backfilled = Integer.valueOf(1).equals(number(b, equals + 1, end));
            if (!backfilled) {
                unreadable(Problem.Code.RF_VALUE, "RF", "1; the data are taken as live", b, equals, end, problems);
            }
        }
    }

    private static @Nullable Integer packetNumber(String name, byte[] b, int equals, int end, List<Problem> problems) {
        Integer number = number(b, equals + 1, end);
        if (number == null) {
            unreadable(Problem.Code.PACKET_NUMBER_UNREADABLE, name, "a number", b, equals, end, problems);
        }
        return number;
    }

    private static void unreadable(
            Problem.Code code, String name, String rule, byte[] b, int equals, int end, List<Problem> problems) {
        String value = Decoder.shortened(Text.trimmed(b, equals + 1, end));
        problems.add(Problem.warning(code, equals + 1, name + "='" + value + "' is not " + rule, value, null));
    }

    private static @Nullable Integer number(byte[] b, int from, int to) {
        int first = Marks.blanksBehind(b, from, to);
        int last = Marks.blanksBefore(b, to, first);
        int digits = Marks.digits(b, first, last);
        return digits == 0 || digits > Marks.MOST_LENGTH_DIGITS || first + digits != last
                ? null
                : Marks.number(b, first, digits);
    }

    /** Null for an empty value and for the word null, which some loggers write. */
    private static @Nullable String text(byte[] b, int from, int to) {
        String text = Text.trimmed(b, from, to);
        return text.isEmpty() || text.equalsIgnoreCase("null") ? null : text;
    }

    /** Whether there was anything to read. */
    boolean found() {
        return found;
    }

    Packet packet(CpPieces pieces) {
        String cp = pieces.text;
        return new Packet(
                qn != null ? qn : qnOf(cp),
                st == null ? "" : st,
                cn == null ? "" : cn,
                pw,
                mn,
                flag,
                flagPresent,
                pnum,
                pno,
                backfilled,
                cp,
                new CpItems(pieces));
    }

    private static @Nullable String qnOf(String cp) {
        String qn = CpScanner.value(cp, "QN");
        return qn == null || qn.isEmpty() ? null : qn;
    }
}
