package io.yuanqing.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether a CP can be read: its marks, its pieces, its DataTime. */
final class CpCheck {

    private CpCheck() {}

    static void check(byte[] b, Layout layout, Header header, CpPieces found, boolean closed, List<Problem> problems) {
        String cp = found.text;
        if (layout.cp < 0) {
            problems.add(Problem.of(
                            Problem.Code.CP_UNREADABLE,
                            layout.segmentEnd,
                            "there is no CP=&&…&&",
                            "没有 CP=&&…&&",
                            null,
                            null)
                    .because(unopened(b, layout)));
        } else if (layout.cpClose < 0) {
            boolean one = layout.segmentEnd > layout.cpText && b[layout.segmentEnd - 1] == '&';
            problems.add(Problem.of(
                            Problem.Code.CP_UNREADABLE, layout.cp, "no && ends the CP", "CP 没有以 && 结束", null, null)
                    .because(one ? new Words("one & stands at the end instead of two", "结尾只有一个 &，应为两个") : null));
        } else if (!closed && !cp.isBlank() && cp.indexOf('=') < 0) {
            problems.add(Problem.of(
                    Problem.Code.CP_UNREADABLE,
                    layout.cpText,
                    "the CP holds no name=value",
                    "CP 中没有“名称=值”",
                    Decoder.shortened(cp),
                    null));
        } else {
            checkPieces(b, layout, header, found, problems);
        }
    }

    private static @Nullable Words unopened(byte[] b, Layout layout) {
        for (int i = layout.segment; i + 2 < layout.segmentEnd; i++) {
            if (b[i + 2] == '=' && Marks.is(b, i, i + 2, "CP") && (i == layout.segment || b[i - 1] == ';')) {
                return new Words("CP= is not followed by &&", "CP= 之后没有 &&");
            }
        }
        return null;
    }

    private static void checkPieces(byte[] b, Layout layout, Header header, CpPieces found, List<Problem> problems) {
        if (found.regular) {
            CpScanner pieces = new CpScanner(found);
            while (pieces.advanceTo('D')) {
                checkTime(b, layout, header, found, pieces, problems);
            }
            return;
        }
        CpScanner pieces = new CpScanner(found);
        boolean decimals = false;
        while (pieces.advance()) {
            if (pieces.blank()) {
                continue;
            }
            if (pieces.equals < 0) {
                if (!decimals) {
                    String name = Decoder.shortened(pieces.name());
                    problems.add(Problem.of(
                            Problem.Code.CP_FIELD,
                            Text.offset(b, layout.cpText, layout.cpEnd(), found.text, pieces.start),
                            "'" + name + "' is not name=value",
                            "“" + name + "”不是“名称=值”",
                            name,
                            null));
                    return;
                }
                decimals = false;
            } else {
                checkTime(b, layout, header, found, pieces, problems);
                decimals = pieces.decimalsNext();
            }
        }
    }

    private static void checkTime(
            byte[] b, Layout layout, Header header, CpPieces found, CpScanner piece, List<Problem> problems) {
        if (piece.named("DataTime")
                && !TimeCheck.right(DataTimes.number(found.text, piece.valueStart(), piece.valueEnd()), header)) {
            Problem time = TimeCheck.dataTime(piece.value(), header);
            if (time != null) {
                problems.add(time.placed(Text.offset(b, layout.cpText, layout.cpEnd(), found.text, piece.start)));
            }
        }
    }
}
