package io.yuanqing.hj212;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a frame, by the names of its fields and not by their order. Nothing that can be received makes it throw: what is
 * wrong becomes a {@link Problem}, and what can be read is read.
 */
public final class Decoder {

    private static final int LONGEST_SEGMENT = 1024;

    private Decoder() {}

    /** A frame of a sender of whom nothing is known. */
    public static Decoded decode(byte[] frame) {
        return decode(frame, Device.UNKNOWN);
    }

    /** @param frame from {@code ##} through CRC and terminator, as the {@link Framer} cuts it */
    public static Decoded decode(byte[] frame, Device device) {
        Layout layout = new Layout(frame);
        if (!layout.headed) {
            Problem noise = Problem.error(Problem.Code.NOISE, 0, "does not begin with ##", null, null);
            return new Decoded(frame, frame, null, List.of(noise), edition(device, null), null);
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
        checkLength(plain, layout, opening.otherLength(), problems);
        if (opening.closed()) {
            problems.add(closed(plain, layout, opening.state(), device));
        } else {
            checkCrc(plain, layout, crc, problems);
        }
        Header header = Header.read(plain, layout.segment, layout.headerEnd(), problems);
        String cp = opening.closed() || layout.cp < 0 ? "" : Text.of(plain, layout.cpText, layout.cpEnd());
        CpPieces pieces = CpPieces.of(cp);
        checkCp(layout, pieces, opening.closed(), problems);
        Packet packet = header.found() ? header.packet(pieces) : null;
        return new Decoded(
                frame,
                plain,
                packet,
                problems.isEmpty() ? List.of() : List.copyOf(problems),
                edition(device, packet),
                opening.by());
    }

    private static Edition edition(Device device, @Nullable Packet packet) {
        if (device.edition() != null) {
            return device.edition();
        }
        return packet == null ? Edition.E2005 : packet.edition();
    }

    private static void checkLength(byte[] b, Layout layout, int otherLength, List<Problem> problems) {
        int actual = layout.length();
        if (layout.lengthDigits == 0) {
            problems.add(Problem.error(
                    Problem.Code.LENGTH_MISSING,
                    2,
                    "no length stands behind ##; the data segment has " + actual + " bytes",
                    null,
                    fourDigits(actual)));
            return;
        }
        String written = Text.of(b, 2, 2 + layout.lengthDigits);
        if (layout.declared != actual && layout.declared != otherLength) {
            if (layout.declared == Text.of(b, layout.segment, layout.segmentEnd).length()) {
                problems.add(Problem.warning(
                        Problem.Code.LENGTH_IN_CHARACTERS,
                        2,
                        "the length " + written + " counts characters; the data segment has " + actual + " bytes",
                        written,
                        fourDigits(actual)));
            } else {
                problems.add(Problem.error(
                        Problem.Code.LENGTH_MISMATCH,
                        2,
                        "the length says " + written + ", the data segment has " + fourDigits(actual) + " bytes"
                                + excess(b, layout),
                        written,
                        fourDigits(actual)));
            }
        }
        if (layout.lengthDigits != 4) {
            problems.add(Problem.warning(
                    Problem.Code.LENGTH_DIGITS,
                    2,
                    "the length is written with " + layout.lengthDigits + " digits instead of four",
                    written,
                    fourDigits(actual)));
        }
        if (actual > LONGEST_SEGMENT) {
            problems.add(Problem.warning(
                    Problem.Code.SEGMENT_LONG,
                    layout.segment,
                    "the data segment has " + actual + " bytes; the standard allows " + LONGEST_SEGMENT,
                    written,
                    fourDigits(actual)));
        }
    }

    private static String excess(byte[] b, Layout layout) {
        int excess = layout.declared - layout.length();
        if (excess > 0 && excess == layout.crcDigits()) {
            return " (it seems to count the CRC as well)";
        }
        return excess > 0 && excess == b.length - layout.segmentEnd
                ? " (it seems to count CRC and line end as well)"
                : "";
    }

    private static Problem closed(byte[] b, Layout layout, Opening.State state, Device device) {
        String written = Text.of(b, layout.segmentEnd, layout.crcEnd);
        if (state == Opening.State.NO_KEY) {
            return Problem.error(
                    Problem.Code.ENCRYPTED,
                    layout.cpText,
                    "the CP is encrypted (HJ 212-2025 clause 6.4): its values can be read, and the CRC " + written
                            + " checked, with the logger's key only",
                    written,
                    null);
        }
        int keys = device.keys().ciphers().size();
        return Problem.error(
                Problem.Code.KEY_WRONG,
                layout.cpText,
                "the CP is encrypted (HJ 212-2025 clause 6.4), and none of the " + keys
                        + " keys on record gives a text whose CRC is " + written
                        + ": the logger uses another key, or the frame is damaged",
                written,
                null);
    }

    private static void checkCrc(byte[] b, Layout layout, int computed, List<Problem> problems) {
        int at = layout.segmentEnd;
        if (layout.crcDigits() == 4 && Marks.hex(b, at, 4) == computed) {
            return;
        }
        String actual = hex(computed);
        if (layout.crcDigits() == 0) {
            problems.add(Problem.error(
                    Problem.Code.TRUNCATED,
                    at,
                    "the frame stops before its CRC (computed over what is there: " + actual + ")",
                    null,
                    actual));
            return;
        }
        int declared = Marks.hex(b, at, layout.crcDigits());
        String written = Text.of(b, at, layout.crcEnd);
        if (layout.crcDigits() != 4) {
            problems.add(Problem.warning(
                    Problem.Code.CRC_DIGITS,
                    at,
                    "the CRC is written with " + layout.crcDigits() + " digits instead of four",
                    written,
                    actual));
        }
        if (declared == computed) {
            return;
        }
        problems.add(Problem.error(
                Problem.Code.CRC_MISMATCH,
                at,
                "the CRC says " + written + ", computed is " + actual + origin(b, layout, declared, computed),
                written,
                actual));
        int modbus = Crc.modbus(b, layout.segment, layout.segmentEnd);
        if (declared == modbus || declared == swapped(modbus)) {
            problems.add(Problem.warning(
                    Problem.Code.CRC_MODBUS,
                    at,
                    "the device seems to use Modbus CRC" + (declared == modbus ? "" : ", low byte first"),
                    written,
                    hex(modbus)));
        }
    }

    private static String origin(byte[] b, Layout layout, int declared, int computed) {
        if (declared == swapped(computed)) {
            return " (its bytes are swapped)";
        }
        return Crc.possible(declared) ? "" : "; the CRC of HJ 212 is never " + hex(declared);
    }

    private static void checkCp(Layout layout, CpPieces found, boolean encrypted, List<Problem> problems) {
        String cp = found.text;
        if (layout.cp < 0 || layout.cpClose < 0) {
            problems.add(Problem.error(
                    Problem.Code.CP_UNREADABLE,
                    layout.cp < 0 ? layout.segmentEnd : layout.cp,
                    layout.cp < 0 ? "there is no CP=&&…&&" : "no && ends the CP",
                    null,
                    null));
        } else if (!encrypted && !cp.isBlank() && cp.indexOf('=') < 0) {
            problems.add(Problem.error(
                    Problem.Code.CP_UNREADABLE, layout.cpText, "the CP holds no name=value", shortened(cp), null));
        } else {
            checkPieces(layout, found, problems);
        }
    }

    private static void checkPieces(Layout layout, CpPieces found, List<Problem> problems) {
        CpScanner pieces = new CpScanner(found);
        char before = ';';
        while (pieces.advance()) {
            if (pieces.equals < 0) {
                if (!pieces.blank() && !(before == ',' && pieces.digitsOnly())) {
                    problems.add(Problem.warning(
                            Problem.Code.CP_FIELD,
                            layout.cpText + pieces.start,
                            "'" + shortened(pieces.name()) + "' is not name=value",
                            shortened(pieces.name()),
                            null));
                    return;
                }
            } else if (pieces.named("DataTime") && DataTimes.read(pieces.value()) == null) {
                problems.add(Problem.warning(
                        Problem.Code.DATA_TIME_UNREADABLE,
                        layout.cpText + pieces.start,
                        "DataTime '" + shortened(pieces.value()) + "' is no date and time (yyyyMMddHHmmss)",
                        shortened(pieces.value()),
                        null));
            }
            before = pieces.separator;
        }
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static int swapped(int crc) {
        return (crc & 0xFF) << 8 | crc >> 8;
    }

    private static String hex(int crc) {
        return String.format(Locale.ROOT, "%04X", crc);
    }

    private static String fourDigits(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
