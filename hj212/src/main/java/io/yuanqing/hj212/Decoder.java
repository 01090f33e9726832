package io.yuanqing.hj212;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a frame, by the names of its fields and not by their order. Nothing that can be received makes it throw: what is
 * wrong becomes a {@link Problem}, and what can be read is read.
 */
public final class Decoder {

    private Decoder() {}

    /** A frame of a sender of whom nothing is known. */
    public static Decoded decode(byte[] frame) {
        return decode(frame, Device.UNKNOWN);
    }

    /**
     * A frame of a sender of whom this much is known.
     *
     * @param frame from {@code ##} through CRC and terminator, as the {@link Framer} cuts it
     */
    public static Decoded decode(byte[] frame, Device device) {
        Layout layout = new Layout(frame);
        if (!layout.headed) {
            Problem noise = Problem.of(Problem.Code.NOISE, 0, "does not begin with ##", "不以 ## 开头", null, null);
            return new Decoded(frame, frame, null, List.of(noise), edition(device, null), null, null);
        }
        int crc = Crc.of(frame, layout.segment, layout.segmentEnd);
        boolean fits = layout.crcDigits() > 0 && Marks.hex(frame, layout.segmentEnd, layout.crcDigits()) == crc;
        Opening opening = Opening.of(frame, layout, fits, device);
        byte[] plain = opening.frame();
        if (opening.state() == Opening.State.OPENED) {
            layout = new Layout(plain);
            crc = Crc.of(plain, layout.segment, layout.segmentEnd);
        }
        List<Problem> problems = new ArrayList<>(0);
        CrcFlavour flavour = opening.closed() ? null : CrcFlavour.of(plain, layout, crc);
        LengthCheck.check(plain, layout, opening.otherLength(), flavour, device, problems);
        if (opening.closed()) {
            problems.add(closed(plain, layout, opening.state(), device));
        } else {
            CrcCheck.check(plain, layout, crc, flavour, device.crc(), problems);
            if (!problems.isEmpty()) {
                FrameInside.check(plain, layout, flavour, problems);
            }
        }
        Header header = Header.read(plain, layout.segment, layout.headerEnd(), device.edition(), problems);
        boolean readable = !opening.closed() && layout.cp >= 0;
        CpPieces pieces = readable ? CpPieces.of(plain, layout.cpText, layout.cpEnd()) : CpPieces.of("");
        CpCheck.check(plain, layout, header, pieces, opening.closed(), problems);
        Packet packet = header.found() ? header.packet(pieces) : null;
        return new Decoded(
                frame,
                plain,
                packet,
                problems.isEmpty() ? List.of() : List.copyOf(problems),
                edition(device, packet),
                opening.by(),
                flavour);
    }

    private static Edition edition(Device device, @Nullable Packet packet) {
        if (device.edition() != null) {
            return device.edition();
        }
        return packet == null ? Edition.E2005 : packet.edition();
    }

    private static Problem closed(byte[] b, Layout layout, Opening.State state, Device device) {
        String written = Text.of(b, layout.segmentEnd, layout.crcEnd);
        if (state == Opening.State.NO_KEY) {
            return Problem.of(
                    Problem.Code.ENCRYPTED,
                    layout.cpText,
                    "the CP is encrypted (HJ 212-2025 clause 6.4): its values can be read, and the CRC " + written
                            + " checked, with the logger's key only",
                    "数据区已加密（HJ 212-2025 第 6.4 条）：须用数采仪的密钥才能读取，校验码 " + written + " 也才能核对",
                    written,
                    null);
        }
        int keys = device.keys().ciphers().size();
        return Problem.of(
                Problem.Code.KEY_WRONG,
                layout.cpText,
                "the CP is encrypted (HJ 212-2025 clause 6.4), and none of the " + keys
                        + " keys on record gives a text whose CRC is " + written
                        + ": the logger uses another key, or the frame is damaged",
                "数据区已加密（HJ 212-2025 第 6.4 条），登记的 " + keys + " 个密钥解密后校验码都不是 " + written + "：数采仪用了其他密钥，或报文已损坏",
                written,
                null);
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
