package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a device computed instead of HJ 212's CRC. Only what fits by chance once in 65,536 times or less is named. So
 * HJ 212's own algorithm over other bytes than the data segment is not: it has 256 results only, and one frame proves
 * nothing.
 */
final class CrcCauses {

    private CrcCauses() {}

    static Words flavour(CrcFlavour found) {
        return switch (found) {
            case HJ212 -> new Words("the CRC is HJ 212's", "校验码是 HJ 212 算法的");
            case HJ212_SWAPPED -> new Words("the CRC's bytes are swapped: low byte first", "校验码高低字节颠倒：低字节在前");
            case MODBUS -> new Words("the device seems to use Modbus CRC", "设备似乎使用 Modbus 校验");
            case MODBUS_SWAPPED ->
                new Words("the device seems to use Modbus CRC, low byte first", "设备似乎使用 Modbus 校验，且低字节在前");
        };
    }

    /** For a CRC of one to four digits that is not HJ 212's. */
    static @Nullable Words of(byte[] b, Layout layout, @Nullable CrcFlavour found) {
        int declared = Marks.hex(b, layout.segmentEnd, layout.crcDigits());
        if (found != null && found.modbus()) {
            return flavour(found);
        }
        // A value that HJ 212's has may as well be that of another text: the data, not the CRC, are wrong.
        if (layout.crcDigits() < 4 || Crc.possible(declared)) {
            return null;
        }
        if (found != null) {
            return flavour(found);
        }
        for (Stretch stretch : Stretch.values()) {
            byte[] bytes = stretch.of(b, layout);
            if (bytes != null) {
                int modbus = Crc.modbus(bytes, 0, bytes.length);
                if (declared == modbus || declared == CrcFlavour.swap(modbus)) {
                    return new Words(
                            "the device seems to use Modbus CRC, computed " + stretch.words.en(),
                            "设备似乎使用 Modbus 校验，且" + stretch.words.zh());
                }
            }
        }
        byte[] segment = Arrays.copyOfRange(b, layout.segment, layout.segmentEnd);
        for (Other other : Other.values()) {
            if (declared == other.sum.applyAsInt(segment)) {
                return new Words("the device seems to use " + other.words.en(), "设备似乎使用 " + other.words.zh());
            }
        }
        String never = CrcCheck.hex(declared);
        return new Words(
                "the CRC of HJ 212 is never " + never
                        + ": the device computes another check sum, or these four digits are damaged",
                "HJ 212 的校验码不可能是 " + never + "：设备使用了其他算法，或这 4 位数字已损坏");
    }

    /** Other bytes than the data segment's, over which devices compute. */
    enum Stretch {
        WITH_LINE_END("with CR LF included", "计算时包含了回车换行") {
            @Override
            byte @Nullable [] of(byte[] b, Layout layout) {
                byte[] bytes = Arrays.copyOfRange(b, layout.segment, layout.segmentEnd + 2);
                bytes[bytes.length - 2] = '\r';
                bytes[bytes.length - 1] = '\n';
                return bytes;
            }
        },
        WITH_HEAD("over the whole frame including ## and length", "计算范围从 ## 和长度开始") {
            @Override
            byte @Nullable [] of(byte[] b, Layout layout) {
                return Arrays.copyOf(b, layout.segmentEnd);
            }
        },
        WITH_LENGTH("with the length included", "计算时包含了长度") {
            @Override
            byte @Nullable [] of(byte[] b, Layout layout) {
                return layout.lengthDigits == 0 ? null : Arrays.copyOfRange(b, 2, layout.segmentEnd);
            }
        },
        WITHOUT_CLOSE("without the closing &&", "计算时没有包含结尾的 &&") {
            @Override
            byte @Nullable [] of(byte[] b, Layout layout) {
                return layout.cpClose < 0 ? null : Arrays.copyOfRange(b, layout.segment, layout.cpClose);
            }
        },
        CP_ALONE("over the CP's content alone", "只对 && 之间的内容计算") {
            @Override
            byte @Nullable [] of(byte[] b, Layout layout) {
                return layout.cpClose <= layout.cpText ? null : Arrays.copyOfRange(b, layout.cpText, layout.cpClose);
            }
        },
        OTHER_CHARSET(
                "over the text in another character set than it is sent in (GBK and UTF-8)",
                "按另一种字符编码计算（GBK 与 UTF-8 不一致）") {
            @Override
            byte @Nullable [] of(byte[] b, Layout layout) {
                byte[] sent = Arrays.copyOfRange(b, layout.segment, layout.segmentEnd);
                String text = Text.of(b, layout.segment, layout.segmentEnd);
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                byte[] other = Arrays.equals(utf8, sent) ? text.getBytes(Text.GB18030) : utf8;
                return Arrays.equals(other, sent) ? null : other;
            }
        };

        final Words words;

        Stretch(String en, String zh) {
            words = new Words(en, zh);
        }

        /** Null where the frame has no such bytes. */
        abstract byte @Nullable [] of(byte[] b, Layout layout);
    }

    /** Other check sums of 16 bits. */
    private enum Other {
        ARC("CRC-16/ARC", "CRC-16/ARC 校验", bytes -> reflected(0, bytes)),
        USB("CRC-16/USB", "CRC-16/USB 校验", bytes -> Crc.modbus(bytes, 0, bytes.length) ^ 0xFFFF),
        CCITT("CRC-16/CCITT-FALSE", "CRC-16/CCITT-FALSE 校验", bytes -> forward(0xFFFF, bytes)),
        XMODEM("CRC-16/XMODEM", "CRC-16/XMODEM 校验", bytes -> forward(0, bytes));

        private final Words words;
        private final ToIntFunction<byte[]> sum;

        Other(String en, String zh, ToIntFunction<byte[]> sum) {
            words = new Words(en, zh);
            this.sum = sum;
        }

        private static int reflected(int start, byte[] bytes) {
            int register = start;
            for (byte one : bytes) {
                register ^= one & 0xFF;
                for (int shift = 0; shift < 8; shift++) {
                    register = (register & 1) == 0 ? register >> 1 : register >> 1 ^ 0xA001;
                }
            }
            return register;
        }

        private static int forward(int start, byte[] bytes) {
            int register = start;
            for (byte one : bytes) {
                register ^= (one & 0xFF) << 8;
                for (int shift = 0; shift < 8; shift++) {
                    register = (register & 0x8000) == 0 ? register << 1 : (register << 1 ^ 0x1021) & 0xFFFF;
                }
            }
            return register & 0xFFFF;
        }
    }
}
