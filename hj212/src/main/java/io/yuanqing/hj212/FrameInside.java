package io.yuanqing.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the beginning of another frame within one whose length or CRC does not fit. */
final class FrameInside {

    private FrameInside() {}

    static void check(byte[] b, Layout layout, @Nullable CrcFlavour crc, List<Problem> problems) {
        if (crc != null && layout.declared == layout.length()) {
            return;
        }
        int at = at(b, layout);
        if (at >= 0) {
            problems.add(problem(at, layout));
        }
    }

    /** Where a head with a length and a header's name stands; -1 if none does. */
    static int at(byte[] b, Layout layout) {
        for (int i = layout.segment; i + 3 < layout.segmentEnd; i++) {
            if (Marks.twice(b, i, '#') && Marks.digit(b[i + 2])) {
                int header = i + 2 + Marks.digits(b, i + 2, layout.segmentEnd);
                if (Boolean.TRUE.equals(Marks.headerField(b, header, layout.segmentEnd))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Problem problem(int at, Layout layout) {
        int before = at - layout.segment;
        Problem problem = Problem.of(
                Problem.Code.FRAME_INSIDE,
                at,
                "another frame begins at byte " + at,
                "从第 " + at + " 字节起是另一个报文",
                null,
                null);
        return before < layout.declared
                ? problem.because(new Words(
                        "the frame was cut off after " + before + " of " + layout.declared
                                + " bytes of its data segment, and the next was sent",
                        "数据段 " + layout.declared + " 字节只发送了 " + before + " 字节，就发送了下一个报文"))
                : problem;
    }
}
