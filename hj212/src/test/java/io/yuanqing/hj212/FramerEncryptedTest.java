package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * An encrypted CP may hold any byte: marks of frames, line ends, NUL (HJ 212-2025 clause 6.4). A frame that is cut in it is
 * lost, and its logger sends it for ever.
 */
class FramerEncryptedTest {

    private static final Sm4 KEY = Sm4.of("0000000000000000");
    private static final byte[] PLAIN =
            Encoder.frame("QN=20260520210700001;ST=31;CN=2011;PW=123456;MN=M2;Flag=9;CP=&&DataTime=20260520210700&&");

    @Test
    void randomCipherBytesAreCutByTheLengthAtEveryCutPoint() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            byte[] frame = frame(random, random.nextBoolean());
            byte[] stream = joined(frame, PLAIN);
            for (int cut = 0; cut <= stream.length; cut++) {
                assertThat(frames(Arrays.copyOf(stream, cut), Arrays.copyOfRange(stream, cut, stream.length)))
                        .as("seed %d, cut at %d", seed, cut)
                        .containsExactly(trimmed(frame), trimmed(PLAIN));
            }
        }
    }

    @Test
    void gluedFramesAndNoiseBetweenThem() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<String> expected = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = 0; i < 12; i++) {
                byte[] frame = random.nextInt(4) == 0 ? PLAIN : frame(random, random.nextBoolean());
                boolean glued = random.nextBoolean();
                stream.write(frame, 0, frame.length - (glued ? 2 : 0));
                expected.add(trimmed(frame));
                if (random.nextInt(3) == 0) {
                    stream.writeBytes(noise(random));
                }
            }
            byte[] bytes = stream.toByteArray();
            byte[][] pieces = new byte[1 + bytes.length / 97][];
            for (int i = 0; i < pieces.length; i++) {
                pieces[i] = Arrays.copyOfRange(bytes, i * 97, Math.min(bytes.length, i * 97 + 97));
            }
            assertThat(frames(pieces)).as("seed %d", seed).containsExactlyElementsOf(expected);
        }
    }

    /** Its length is that of the plain text, so it ends where nothing says; the logger waits for its answer meanwhile. */
    @Test
    void aFrameInBracesIsHandedOutAsSoonAsItsLineEnds() {
        String cp = "DataTime=20260520210000;a21026-Avg=1.1,a21026-Flag=N";
        for (int length = 16; length <= cp.length(); length++) {
            Packet packet = Packet.of("1", "31", "2061", "1", "M", 9, cp.substring(0, length));
            byte[] frame = Encoder.frame(packet, Edition.E2025, KEY, CipherForm.BRACES);
            for (int cut = 0; cut <= frame.length; cut++) {
                Framer framer = new Framer();
                List<String> frames = new ArrayList<>();
                feed(framer, Arrays.copyOf(frame, cut), frames);
                feed(framer, Arrays.copyOfRange(frame, cut, frame.length), frames);
                assertThat(frames).as("cut at %d", cut).containsExactly(trimmed(frame));
            }
            assertThat(frames(joined(frame, PLAIN, frame, frame)))
                    .containsExactly(trimmed(frame), trimmed(PLAIN), trimmed(frame), trimmed(frame));
        }
    }

    /**
     * Whole blocks of random bytes in which the marks of frames are as frequent as nowhere in the field. Not {@code &&} and
     * {@code ##0} side by side: that is the seam by which a frame with a wrong length is told from the next, and random
     * bytes give it once in 10^11 times.
     */
    private static byte[] frame(Random random, boolean marked) {
        byte[] cp = new byte[16 * (1 + random.nextInt(40)) + random.nextInt(16)];
        random.nextBytes(cp);
        List<String> marks = List.of("##", "&&", "\r\n", "\0\0", "##0101", "&&&&", "#&&#", "CP=&&", "&&\r\n", "##QN");
        for (int at = 4; marked && at + 6 <= cp.length; at += 12 + random.nextInt(40)) {
            byte[] mark = marks.get(random.nextInt(marks.size())).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(mark, 0, cp, at, mark.length);
        }
        byte[] plain = Encoder.frame("QN=20260520210700000;ST=31;CN=2061;PW=123456;MN=M1;Flag=9;CP=&&&&");
        Layout layout = new Layout(plain);
        byte[] frame = Encryption.withCp(plain, layout, cp);
        byte[] length = String.format("%04d", layout.length() + cp.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(length, 0, frame, 2, 4);
        return frame;
    }

    private static byte[] noise(Random random) {
        String[] noises = {"AT+CGREG", "\0\0\1\2", "#", "PING\r\n", "&&", "{0xE4}", "12:00"};
        return noises[random.nextInt(noises.length)].getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> frames(byte[]... pieces) {
        Framer framer = new Framer();
        List<String> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            feed(framer, piece, frames);
        }
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            note(cut, frames);
        }
        return frames;
    }

    private static void feed(Framer framer, byte[] piece, List<String> frames) {
        framer.feed(piece, 0, piece.length);
        for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
            note(cut, frames);
        }
    }

    private static void note(Cut cut, List<String> frames) {
        if (cut instanceof Cut.Frame frame) {
            frames.add(trimmed(frame.bytes()));
        }
    }

    private static String trimmed(byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }
}
