package io.yuanqing.hj212;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges a frame's CRC by the device's {@link CrcPolicy}. */
final class CrcCheck {

    private CrcCheck() {}

    /** @param found the flavour that fits, null if none does */
    static void check(
            byte[] b,
            Layout layout,
            int computed,
            @Nullable CrcFlavour found,
            CrcPolicy policy,
            List<Problem> problems) {
        if (found == CrcFlavour.HJ212 && layout.crcDigits() == 4) {
            return;
        }
        int at = layout.segmentEnd;
        String actual = hex(computed);
        if (layout.crcDigits() == 0) {
            problems.add(missing(layout, actual, policy));
            return;
        }
        String written = Text.of(b, at, layout.crcEnd);
        if (layout.crcDigits() != 4) {
            problems.add(digits(layout, written, actual, found));
        }
        if (found == CrcFlavour.HJ212) {
            return;
        }
        if (policy == CrcPolicy.ACCEPT_MODBUS && found != null) {
            problems.add(accepted(b, layout, found, written));
            return;
        }
        Problem.Code code = policy == CrcPolicy.IGNORE ? Problem.Code.CRC_IGNORED : Problem.Code.CRC_MISMATCH;
        problems.add(Problem.of(
                        code,
                        at,
                        "the CRC says " + written + ", computed is " + actual,
                        "校验码写的是 " + written + "，计算结果是 " + actual,
                        written,
                        actual)
                .because(CrcCauses.of(b, layout, found)));
        if (found != null && found.modbus()) {
            problems.add(accepted(b, layout, found, written));
        }
    }

    /** Without a CRC nothing proves the end; a device whose CRC is ignored may send none if its length fits. */
    private static Problem missing(Layout layout, String actual, CrcPolicy policy) {
        boolean whole = layout.cpClose >= 0 && layout.declared == layout.length();
        if (policy == CrcPolicy.IGNORE && whole) {
            return Problem.of(
                    Problem.Code.CRC_IGNORED,
                    layout.segmentEnd,
                    "there is no CRC; computed is " + actual,
                    "没有校验码；计算结果是 " + actual,
                    null,
                    actual);
        }
        return Problem.of(
                        Problem.Code.TRUNCATED,
                        layout.segmentEnd,
                        "the frame stops before its CRC (computed over what is there: " + actual + ")",
                        "报文在校验码之前中断（按已收到的内容计算为 " + actual + "）",
                        null,
                        actual)
                .because(missingCause(layout, whole));
    }

    private static @Nullable Words missingCause(Layout layout, boolean whole) {
        if (whole) {
            return new Words("the data segment is whole: the device sends no CRC", "数据段完整：设备没有发送校验码");
        }
        return layout.declared > layout.length()
                ? new Words(
                        "the frame was cut off: " + layout.length() + " of " + layout.declared
                                + " bytes of its data segment have arrived",
                        "报文被截断：数据段 " + layout.declared + " 字节中只收到 " + layout.length() + " 字节")
                : null;
    }

    private static Problem digits(Layout layout, String written, String actual, @Nullable CrcFlavour found) {
        return Problem.of(
                        Problem.Code.CRC_DIGITS,
                        layout.segmentEnd,
                        "the CRC is written with " + layout.crcDigits() + " digits instead of four",
                        "校验码写了 " + layout.crcDigits() + " 位，应为 4 位",
                        written,
                        actual)
                .because(
                        found == CrcFlavour.HJ212
                                ? new Words("the CRC is written without leading zeros", "校验码没有用 0 补足位数")
                                : null);
    }

    private static Problem accepted(byte[] b, Layout layout, CrcFlavour found, String written) {
        Words cause = CrcCauses.flavour(found);
        return Problem.of(
                        found.modbus() ? Problem.Code.CRC_MODBUS : Problem.Code.CRC_SWAPPED,
                        layout.segmentEnd,
                        cause.en(),
                        cause.zh(),
                        written,
                        hex(found.of(b, layout.segment, layout.segmentEnd)))
                .because(cause);
    }

    static String hex(int crc) {
        return String.format(Locale.ROOT, "%04X", crc);
    }
}
