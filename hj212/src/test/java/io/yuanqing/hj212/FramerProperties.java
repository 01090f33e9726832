package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold for any bytes in any chunking.
 *
 * <ul>
 *   <li>Every byte comes out once, in order, as part of a frame or of noise; what is left out are blanks.
 *   <li>What is kept of the stream has a bound.
 *   <li>A piece that is taken for a frame can be decoded.
 * </ul>
 */
final class FramerProperties {

    private static final int HELD = Framer.LONGEST_FRAME + Framer.LONGEST_NOISE;

    private FramerProperties() {}

    /** @param chunks sizes of the pieces in which the stream is fed, used over and over; each counts as 1 at least */
    static List<Cut> hold(byte[] stream, int[] chunks) {
        Framer framer = new Framer();
        List<Cut> cuts = new ArrayList<>();
        int at = 0;
        for (int i = 0; at < stream.length; i++) {
            int length = Math.min(stream.length - at, Math.max(1, chunks[i % chunks.length]));
            framer.feed(stream, at, length);
            at += length;
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                cuts.add(cut);
            }
            assertThat(framer.buffered()).isLessThanOrEqualTo(HELD);
        }
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            cuts.add(cut);
        }
        assertThat(framer.buffered()).isZero();
        accountForEveryByte(stream, cuts);
        return cuts;
    }

    private static void accountForEveryByte(byte[] stream, List<Cut> cuts) {
        int at = 0;
        for (Cut cut : cuts) {
            byte[] bytes = cut.bytes();
            int longest = cut instanceof Cut.Frame ? Framer.LONGEST_FRAME : Framer.LONGEST_NOISE;
            assertThat(bytes.length).isBetween(1, longest);
            // Blanks stand between the pieces only: a piece begins with something else.
            at = Marks.blanksBehind(stream, at, stream.length);
            assertThat(stream.length - at).isGreaterThanOrEqualTo(bytes.length);
            if (!Arrays.equals(stream, at, at + bytes.length, bytes, 0, bytes.length)) {
                throw new AssertionError("at " + at + " the stream goes on with '" + latin(stream, at)
                        + "', but the piece cut is '" + latin(bytes, 0) + "'");
            }
            at += bytes.length;
            if (cut instanceof Cut.Frame) {
                assertThat(latin(bytes, 0)).startsWith("##");
            }
        }
        assertThat(Marks.blanksBehind(stream, at, stream.length)).isEqualTo(stream.length);
    }

    /**
     * A good frame between any junk is found, as a frame of its own. Only a frame around it whose own length and CRC fit
     * may hold it: an encrypted CP is made of any bytes.
     */
    static void findsBetween(byte[] before, byte[] frame, byte[] behind, int[] chunks) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(before);
        stream.writeBytes(frame);
        stream.writeBytes(behind);
        byte[] bare = bare(frame);
        assertThat(hold(stream.toByteArray(), chunks))
                .as("the frame that stands at %d", before.length)
                .anyMatch(cut -> cut instanceof Cut.Frame
                        && (Arrays.equals(bare(cut.bytes()), bare) || provenAround(cut.bytes(), bare)));
    }

    private static boolean provenAround(byte[] outer, byte[] inner) {
        Layout layout = new Layout(outer);
        return layout.declared == layout.length()
                && layout.crcDigits() == 4
                && Marks.hex(outer, layout.segmentEnd, 4) == Crc.of(outer, layout.segment, layout.segmentEnd)
                && text(outer).contains(text(inner));
    }

    /** Without the terminator: one that comes later than its frame is dropped. */
    private static byte[] bare(byte[] frame) {
        return Arrays.copyOf(frame, Marks.blanksBefore(frame, frame.length, 0));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes, int from) {
        int to = Math.min(bytes.length, from + 80);
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
