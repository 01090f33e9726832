package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares the length that a frame declares with its data segment (clause 6.3.1, table 2). */
final class LengthCheck {

    private static final int LONGEST_SEGMENT = 1024;

    private LengthCheck() {}

    /**
     * @param otherLength what the length may say as well; -1: nothing
     * @param crc what fits: it proves that the segment is as it was sent, so that the length alone is wrong; null: nothing
     */
    static void check(
            byte[] b, Layout layout, int otherLength, @Nullable CrcFlavour crc, Device device, List<Problem> problems) {
        int actual = layout.length();
        if (layout.lengthDigits == 0) {
            problems.add(Problem.of(
                    Problem.Code.LENGTH_MISSING,
                    2,
                    "no length stands behind ##; the data segment has " + actual + " bytes",
                    "## 后没有长度；数据段有 " + actual + " 字节",
                    null,
                    fourDigits(actual)));
            return;
        }
        if (layout.declared != actual && layout.declared != otherLength) {
            boolean accepted =
                    device.length() == LengthPolicy.ACCEPT_IF_CRC_FITS && proven(b, layout, crc, device.crc());
            problems.add(otherwise(b, layout, crc != null, accepted));
        }
        if (layout.lengthDigits != 4) {
            problems.add(digits(b, layout));
        }
        if (actual > LONGEST_SEGMENT) {
            problems.add(Problem.of(
                    Problem.Code.SEGMENT_LONG,
                    layout.segment,
                    "the data segment has " + actual + " bytes; the standard allows " + LONGEST_SEGMENT,
                    "数据段有 " + actual + " 字节；标准最多允许 " + LONGEST_SEGMENT + " 字节",
                    written(b, layout),
                    fourDigits(actual)));
        }
    }

    private static boolean proven(byte[] b, Layout layout, @Nullable CrcFlavour crc, CrcPolicy policy) {
        boolean fits = crc == CrcFlavour.HJ212 || crc != null && policy != CrcPolicy.STRICT;
        return fits && layout.crcDigits() == 4 && layout.cpClose >= 0 && FrameInside.at(b, layout) < 0;
    }

    private static Problem otherwise(byte[] b, Layout layout, boolean whole, boolean accepted) {
        String written = written(b, layout);
        String actual = fourDigits(layout.length());
        if (layout.declared == Text.of(b, layout.segment, layout.segmentEnd).length()) {
            return Problem.of(
                            Problem.Code.LENGTH_IN_CHARACTERS,
                            2,
                            "the length " + written + " counts characters; the data segment has " + actual + " bytes",
                            "长度 " + written + " 是字符数；数据段有 " + actual + " 字节",
                            written,
                            actual)
                    .because(new Words("length counts characters instead of bytes", "长度按字符计数，而不是按字节"));
        }
        return Problem.of(
                        accepted ? Problem.Code.LENGTH_ACCEPTED : Problem.Code.LENGTH_MISMATCH,
                        2,
                        "the length says " + written + ", the data segment has " + actual + " bytes",
                        "长度写的是 " + written + "，数据段实际有 " + actual + " 字节",
                        written,
                        actual)
                .because(whole ? cause(b, layout) : null);
    }

    private static Problem digits(byte[] b, Layout layout) {
        String written = written(b, layout);
        boolean right = layout.declared == layout.length();
        return Problem.of(
                        Problem.Code.LENGTH_DIGITS,
                        2,
                        "the length is written with " + layout.lengthDigits + " digits instead of four",
                        "长度写了 " + layout.lengthDigits + " 位数字，应为 4 位",
                        written,
                        fourDigits(layout.length()))
                .because(
                        right && layout.lengthDigits < 4
                                ? new Words("the length is written without leading zeros", "长度没有用 0 补足位数")
                                : null);
    }

    /** The one way of counting that gives exactly the declared number; null when none does, or several do. */
    private static @Nullable Words cause(byte[] b, Layout layout) {
        int actual = layout.length();
        int over = layout.declared - actual;
        List<Words> fitting = new ArrayList<>(1);
        switch (over) {
            case 1 -> fitting.add(new Words("length counts one byte more: a closing NUL", "长度多计 1 字节：字符串结尾的 NUL"));
            case 2 ->
                fitting.add(new Words(
                        "length counts two bytes more: the line end, or the ##", "长度多计 2 字节：包含了回车换行，或包含了 ##"));
            case 4 ->
                fitting.add(new Words(
                        "length counts the CRC as well (or the length's own four digits)", "长度包含了校验码（或长度自身的 4 位）"));
            case 6 ->
                fitting.add(new Words(
                        "length counts the CRC and line end as well (or ## and the length itself)",
                        "长度包含了校验码和回车换行（或 ## 和长度自身）"));
            case 10 -> fitting.add(new Words("length counts the whole frame but its line end", "长度按整个报文计算，只除去回车换行"));
            case 12 -> fitting.add(new Words("length counts the whole frame", "长度按整个报文计算"));
            default -> {}
        }
        if (layout.cpClose >= 0) {
            countedWithoutSomething(layout, actual, fitting);
        }
        if (countsOtherCharset(b, layout)) {
            fitting.add(new Words(
                    "length was counted in another character set than the text is sent in (GBK and UTF-8)",
                    "长度按另一种字符编码计算（GBK 与 UTF-8 不一致）"));
        }
        if (hexadecimal(b, layout) == actual) {
            fitting.add(new Words("length is written in hexadecimal", "长度写成了十六进制"));
        }
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private static void countedWithoutSomething(Layout layout, int actual, List<Words> fitting) {
        int declared = layout.declared;
        int header = layout.cp - layout.segment;
        if (declared == header || declared == header - 1 && header > 1) {
            fitting.add(new Words("length excludes CP=…", "长度没有计入 CP=…"));
        }
        if (declared == layout.cpClose - layout.cpText) {
            fitting.add(new Words("length counts the CP's content alone", "长度只计算了 && 之间的内容"));
        }
        if (declared == layout.segmentEnd - layout.cp || declared == layout.segmentEnd - layout.cpText + 2) {
            fitting.add(new Words("length counts the CP alone", "长度只计算了 CP 部分"));
        }
        if (declared == actual - 2) {
            fitting.add(new Words("length leaves the closing && out", "长度没有计入结尾的 &&"));
        }
        if (declared == actual - 4) {
            fitting.add(new Words("length leaves both && out", "长度没有计入两个 &&"));
        }
    }

    private static boolean countsOtherCharset(byte[] b, Layout layout) {
        String text = Text.of(b, layout.segment, layout.segmentEnd);
        int utf8 = text.getBytes(StandardCharsets.UTF_8).length;
        int gbk = text.getBytes(Text.GB18030).length;
        return utf8 != gbk && layout.declared == (utf8 == layout.length() ? gbk : utf8);
    }

    private static int hexadecimal(byte[] b, Layout layout) {
        return Marks.hex(b, 2, Math.min(layout.lengthDigits, 4));
    }

    private static String written(byte[] b, Layout layout) {
        return Text.of(b, 2, 2 + layout.lengthDigits);
    }

    private static String fourDigits(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
