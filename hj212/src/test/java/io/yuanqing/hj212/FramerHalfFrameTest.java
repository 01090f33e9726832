package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows half a frame: a logger that was cut off connects anew, sends, and waits for its answer. */
class FramerHalfFrameTest {

    private static final String SEGMENT =
            "QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=9;CP=&&DataTime=20240601085800;w01018-Rtd=2.5&&";
    private static final byte[] FRAME = Encoder.frame(SEGMENT);
    private static final String HALF = latin(FRAME).substring(0, 70);

    /** Their CRC proves nothing to the framer; the answer would wait for the next frame. */
    @Test
    void aFrameWithModbusCrcOrEncryptedCpDoesNotWaitForTheNext() {
        byte[] modbus = Encoder.withCrc(FRAME, CrcFlavour.MODBUS);
        byte[] encrypted = Encoder.frame(
                Decoder.decode(FRAME).packet(), Edition.E2025, Sm4.of("0000000000000000"), CipherForm.RAW);
        for (byte[] frame : List.of(modbus, encrypted)) {
            for (int half = 1; half < HALF.length(); half++) {
                String stream = HALF.substring(0, half) + latin(frame);
                assertThat(frames(stream, stream.length()))
                        .as("after %d bytes", half)
                        .contains(latin(frame));
            }
        }
    }

    /** The next frame's head may lie where a half frame becomes too long: a frame that has lost its head is lost. */
    @Test
    void aHalfFrameThatIsCutOffLeavesTheNextOnesHeadWhole() {
        for (int junk = Framer.LONGEST_FRAME - 30; junk < Framer.LONGEST_FRAME + 10; junk++) {
            String stream = "##9999QN=1;" + "x".repeat(junk - 11) + latin(FRAME);
            for (int chunk : List.of(1, 7, 500)) {
                assertThat(frames(stream, chunk))
                        .as("%d bytes of junk in chunks of %d", junk, chunk)
                        .contains(latin(FRAME).stripTrailing());
            }
        }
    }

    /** {@code A210} are four hexadecimal digits behind {@code &&}, but those of the CP's first field. */
    @Test
    void aLengthThatEndsBehindTheOpeningMarksEndsNoFrame() {
        String header = SEGMENT.substring(0, SEGMENT.indexOf("DataTime"));
        String segment = header + "a21026-Rtd=1.1&&";
        String frame = "##" + String.format("%04d", header.length())
                + latin(Encoder.frame(segment)).substring(6);
        assertThat(frames(frame, frame.length())).containsExactly(frame);
    }

    /** Frames as they come out while the stream is open, without the line ends that come after them. */
    private static List<String> frames(String stream, int chunk) {
        byte[] bytes = stream.getBytes(StandardCharsets.ISO_8859_1);
        Framer framer = new Framer();
        List<String> frames = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += chunk) {
            framer.feed(bytes, at, Math.min(chunk, bytes.length - at));
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                if (cut instanceof Cut.Frame frame) {
                    frames.add(chunk < bytes.length ? latin(frame.bytes()).stripTrailing() : latin(frame.bytes()));
                }
            }
        }
        return frames;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
