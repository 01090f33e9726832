package io.yuanqing.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields before the CP, in whatever order and case. The standard has each name once (table 3) and no word on a second;
 * the first that can be read counts, as it does in a CP, and a later one is named.
 */
final class Header {

    private static final int QN = 'Q' << 8 | 'N';
    private static final int ST = 'S' << 8 | 'T';
    private static final int CN = 'C' << 8 | 'N';
    private static final int PW = 'P' << 8 | 'W';
    private static final int MN = 'M' << 8 | 'N';
    private static final int RF = 'R' << 8 | 'F';
    private static final int PNO = 'P' << 16 | 'N' << 8 | 'O';
    private static final int PNUM = 'P' << 24 | 'N' << 16 | 'U' << 8 | 'M';
    private static final int FLAG = 'F' << 24 | 'L' << 16 | 'A' << 8 | 'G';

    private @Nullable String qn;
    private @Nullable String st;
    private @Nullable String cn;
    private @Nullable String pw;
    private @Nullable String mn;
    private int flag;
    private boolean flagPresent;
    private @Nullable Integer pnum;
    private @Nullable Integer pno;
    private @Nullable Integer rf;
    private boolean found;

    private int qnAt;
    private long sent = -1;
    private int flagAt;
    private int pnoAt;
    private int rfAt = -1;
    private boolean numberUnreadable;

    private Header() {}

    /** @param edition the device's, if it is known */
    static Header read(byte[] b, int from, int to, @Nullable Edition edition, List<Problem> problems) {
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
                problems.add(Problem.of(
                        Problem.Code.HEADER_FIELD,
                        start,
                        "'" + piece + "' is not name=value",
                        "“" + piece + "”不是“名称=值”",
                        piece,
                        null));
            }
            start = end + 1;
        }
        header.check(from, problems);
        if (header.qn != null) {
            header.sent = DataTimes.number(header.qn);
            TimeCheck.qn(header.qnAt, header.qn, header.sent, problems);
        }
        if (header.flagPresent) {
            header.checkFlag(edition, problems);
        }
        header.checkNumbers(problems);
        return header;
    }

    private void check(int from, List<Problem> problems) {
        if (cn == null) {
            problems.add(Problem.of(
                    Problem.Code.HEADER_UNREADABLE, from, "no CN stands in the header", "报文头中没有 CN", null, null));
        }
        if (st == null) {
            problems.add(
                    Problem.of(Problem.Code.ST_MISSING, from, "no ST stands in the header", "报文头中没有 ST", null, null));
        }
    }

    private void checkFlag(@Nullable Edition edition, List<Problem> problems) {
        int version = flag >> 2;
        if (version > 2) {
            version("no edition has the version " + version, "没有哪一版标准的版本号是 " + version, "0, 1, 2", problems);
        } else if (edition != null && edition != Edition.ofFlag(flag)) {
            version(
                    "it names " + Edition.ofFlag(flag).year() + ", the device speaks " + edition.year(),
                    "表示 " + Edition.ofFlag(flag).year() + " 版，该设备登记为 " + edition.year() + " 版",
                    edition.year(),
                    problems);
        } else if (rfAt >= 0 && version < 2) {
            version(
                    "it names " + Edition.ofFlag(flag).year() + ", but RF came with 2025",
                    "表示 " + Edition.ofFlag(flag).year() + " 版，但 RF 字段是 2025 版才有的",
                    "2025",
                    problems);
        }
        // 2005 prints Flag=3 in every request and in 9011, without numbers: it tells how the data that follow may come.
        boolean mode = version == 0 && pnum == null && pno == null;
        if ((flag & 2) != 0 && (pnum == null || pno == null) && !numberUnreadable && !mode) {
            String missing = pnum == null ? pno == null ? "PNUM, PNO" : "PNUM" : "PNO";
            problems.add(Problem.of(
                    Problem.Code.PACKET_NUMBERS_MISSING,
                    flagAt,
                    "Flag=" + flag + " says split, but there is no " + missing,
                    "Flag=" + flag + " 表示分包，但没有 " + missing,
                    Integer.toString(flag),
                    null));
        }
        // HJ/T 212-2005 prints packet numbers beside a Flag of 0 or 1.
        if ((flag & 2) == 0 && pnum != null && pno != null && version > 0) {
            problems.add(Problem.of(
                    Problem.Code.PACKET_NUMBERS_UNANNOUNCED,
                    flagAt,
                    "PNUM=" + pnum + " and PNO=" + pno + " are there, but Flag=" + flag + " does not say split",
                    "有 PNUM=" + pnum + " 和 PNO=" + pno + "，但 Flag=" + flag + " 未表示分包",
                    Integer.toString(flag),
                    Integer.toString(flag | 2)));
        }
    }

    private void version(String en, String zh, String actual, List<Problem> problems) {
        problems.add(Problem.of(
                Problem.Code.FLAG_VERSION,
                flagAt,
                "Flag=" + flag + ": " + en,
                "Flag=" + flag + "：" + zh,
                Integer.toString(flag),
                actual));
    }

    private void checkNumbers(List<Problem> problems) {
        if (pno != null && (pno < 1 || pnum != null && pno > pnum)) {
            problems.add(Problem.of(
                    Problem.Code.PACKET_NUMBER_RANGE,
                    pnoAt,
                    "PNO=" + pno + " is none of 1 to " + (pnum == null ? "PNUM" : pnum),
                    "PNO=" + pno + " 不在 1 到 " + (pnum == null ? "PNUM" : pnum) + " 之间",
                    pno.toString(),
                    pnum == null ? null : pnum.toString()));
        }
    }

    private void field(byte[] b, int start, int equals, int end, List<Problem> problems) {
        int nameStart = Marks.blanksBehind(b, start, equals);
        int nameEnd = Marks.blanksBefore(b, equals, nameStart);
        found = true;
        switch (Marks.word(b, nameStart, nameEnd)) {
            case QN -> {
                if (!repeated("QN", qn, b, equals, end, problems)) {
                    qnAt = equals + 1;
                    qn = text(b, equals + 1, end);
                }
            }
            case ST -> st = repeated("ST", st, b, equals, end, problems) ? st : text(b, equals + 1, end);
            case CN -> cn = repeated("CN", cn, b, equals, end, problems) ? cn : text(b, equals + 1, end);
            case PW -> pw = repeated("PW", pw, b, equals, end, problems) ? pw : text(b, equals + 1, end);
            case MN -> mn = repeated("MN", mn, b, equals, end, problems) ? mn : text(b, equals + 1, end);
            case FLAG -> {
                if (!repeated("Flag", flagPresent ? flag : null, b, equals, end, problems)) {
                    readFlag(b, equals, end, problems);
                }
            }
            case PNUM ->
                pnum = repeated("PNUM", pnum, b, equals, end, problems)
                        ? pnum
                        : packetNumber("PNUM", b, equals, end, problems);
            case PNO -> {
                if (!repeated("PNO", pno, b, equals, end, problems)) {
                    pnoAt = equals + 1;
                    pno = packetNumber("PNO", b, equals, end, problems);
                }
            }
            case RF -> {
                if (!repeated("RF", rf, b, equals, end, problems)) {
                    readBackfilled(b, equals, end, problems);
                }
            }
            default -> {}
        }
    }

    /** Whether a value of that name counts already; then it and this one are named. */
    private static boolean repeated(
            String name, @Nullable Object counts, byte[] b, int equals, int end, List<Problem> problems) {
        if (counts == null) {
            return false;
        }
        String first = Decoder.shortened(counts.toString());
        String later = Decoder.shortened(Text.trimmed(b, equals + 1, end));
        problems.add(Problem.of(
                Problem.Code.HEADER_FIELD_REPEATED,
                equals + 1,
                name + "='" + later + "' comes after " + name + "='" + first + "'; the first counts",
                name + "=“" + later + "”重复出现，前面已有 " + name + "=“" + first + "”；以前面的为准",
                later,
                first));
        return true;
    }

    private void readFlag(byte[] b, int equals, int end, List<Problem> problems) {
        Integer number = number(b, equals + 1, end);
        if (number != null && number <= 255 && !eightBits(b, equals + 1, end)) {
            flag = number;
            flagAt = equals + 1;
            flagPresent = true;
        } else {
            unreadable(
                    Problem.Code.FLAG_UNREADABLE,
                    "Flag",
                    "a number from 0 to 255",
                    "不是 0 到 255 的数",
                    b,
                    equals,
                    end,
                    problems);
        }
    }

    private void readBackfilled(byte[] b, int equals, int end, List<Problem> problems) {
        rfAt = equals + 1;
        rf = number(b, equals + 1, end);
        if (!backfilled()) {
            unreadable(
                    Problem.Code.RF_VALUE,
                    "RF",
                    "1; the data are taken as live",
                    "不是 1；按实时数据处理",
                    b,
                    equals,
                    end,
                    problems);
        }
    }

    private boolean backfilled() {
        return rf != null && rf == 1;
    }

    /** Eight digits 0 and 1 are bits, not a decimal number. */
    private static boolean eightBits(byte[] b, int from, int to) {
        return to - from >= 8 && Text.trimmed(b, from, to).matches("[01]{8}");
    }

    private @Nullable Integer packetNumber(String name, byte[] b, int equals, int end, List<Problem> problems) {
        Integer number = number(b, equals + 1, end);
        if (number == null) {
            numberUnreadable = true;
            unreadable(Problem.Code.PACKET_NUMBER_UNREADABLE, name, "a number", "不是数字", b, equals, end, problems);
        }
        return number;
    }

    private static void unreadable(
            Problem.Code code,
            String name,
            String rule,
            String ruleZh,
            byte[] b,
            int equals,
            int end,
            List<Problem> problems) {
        String value = Decoder.shortened(Text.trimmed(b, equals + 1, end));
        problems.add(Problem.of(
                        code,
                        equals + 1,
                        name + "='" + value + "' is not " + rule,
                        name + "=“" + value + "”" + ruleZh,
                        value,
                        null)
                .because(cause(code, value)));
    }

    private static @Nullable Words cause(Problem.Code code, String value) {
        if (code == Problem.Code.FLAG_UNREADABLE && value.matches("[01]{8}")) {
            return new Words(
                    "Flag is written in binary: it should be " + Integer.parseInt(value, 2),
                    "Flag 写成了二进制：应为 " + Integer.parseInt(value, 2));
        }
        return code == Problem.Code.RF_VALUE && value.equals("0")
                ? new Words("RF=0 is written where the field should be left out", "实时数据不应写 RF=0，应省略该字段")
                : null;
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
        String common = CommonNumbers.of(b, from, to);
        if (common != null) {
            return common;
        }
        String text = Text.trimmed(b, from, to);
        return text.isEmpty() || text.equalsIgnoreCase("null") ? null : text;
    }

    @Nullable
    String qn() {
        return qn;
    }

    /** When the QN says that it was sent, as {@link DataTimes#number} has it; -1 if it does not say so to the millisecond. */
    long sent() {
        return qn == null || qn.length() != 17 ? -1 : sent;
    }

    String cn() {
        return cn == null ? "" : cn;
    }

    /** Whether there was anything to read. */
    boolean found() {
        return found;
    }

    Packet packet(CpPieces pieces) {
        String cp = pieces.text;
        return new Packet(
                qn != null ? qn : qnOf(pieces),
                st == null ? "" : st,
                cn == null ? "" : cn,
                pw,
                mn,
                flag,
                flagPresent,
                pnum,
                pno,
                backfilled(),
                cp,
                new CpItems(pieces));
    }

    private static @Nullable String qnOf(CpPieces cp) {
        CpScanner pieces = new CpScanner(cp);
        String qn = pieces.find("QN") ? pieces.value() : "";
        return qn.isEmpty() ? null : qn;
    }
}
