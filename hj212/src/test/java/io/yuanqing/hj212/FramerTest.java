package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A good packet between any junk is never lost; a bad one never swallows the next. */
class FramerTest {

    private static final String SEGMENT =
            "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&";
    private static final String FRAME = "##0101" + SEGMENT + "1C80\r\n";
    private static final String OTHER = new String(
            Encoder.frame("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=9;CP=&&DataTime=20240601085857&&"),
            StandardCharsets.ISO_8859_1);

    @Test
    void everyExampleIsCutWhereverTheStreamIsTorn() {
        for (Corpus example : Corpus.all()) {
            byte[] frame = example.frame();
            for (int cut = 1; cut < frame.length; cut++) {
                Framer framer = new Framer();
                List<Cut> cuts = new ArrayList<>();
                feed(framer, frame, 0, cut, cuts);
                feed(framer, frame, cut, frame.length, cuts);
                finish(framer, cuts);
                assertThat(texts(cuts)).as("%s torn at %d", example, cut).containsExactly(text(frame));
            }
        }
    }

    @Test
    void gluedExamplesComeApart() {
        List<String> expected = new ArrayList<>();
        StringBuilder stream = new StringBuilder();
        for (Corpus example : Corpus.all()) {
            expected.add(text(example.frame()));
            stream.append(latin(example.frame()));
        }
        assertThat(texts(cut(stream.toString()))).isEqualTo(expected);
    }

    @Test
    void anyLengthThatLiesStillGivesTheFrameAndTheNext() {
        for (String length : List.of(
                "",
                "1",
                "87",
                "101",
                "000101",
                "0000",
                "0090",
                "0100",
                "0102",
                "0105",
                "0107",
                "0120",
                "0200",
                "0900",
                "9999",
                "123456",
                "999999999")) {
            assertThat(texts(cut("##" + length + SEGMENT + "1C80\r\n" + OTHER + FRAME)))
                    .as(length)
                    .containsExactly(trim("##" + length + SEGMENT + "1C80"), trim(OTHER), trim(FRAME));
        }
    }

    @Test
    void anOverstatedLengthDoesNotLetTheNextFrameWait() {
        Framer framer = new Framer();
        List<Cut> cuts = new ArrayList<>();
        byte[] bytes = bytes("##9000" + SEGMENT + "BAD0\r\n" + FRAME);
        feed(framer, bytes, 0, bytes.length, cuts);
        assertThat(texts(cuts)).contains(trim(FRAME));
    }

    @Test
    void halfAFrameDoesNotLetTheNextFrameWait() {
        for (String half : List.of("##9000QN=2016", "##9000" + SEGMENT.substring(0, 60), "##0101QN=1;##0500ST=")) {
            Framer framer = new Framer();
            List<Cut> cuts = new ArrayList<>();
            byte[] bytes = bytes(half + FRAME);
            feed(framer, bytes, 0, bytes.length, cuts);
            assertThat(texts(cuts)).as(half).contains(trim(FRAME));
        }
    }

    /** A CRC fits by chance once in 256 times; here it does, exactly where the overstated length ends. */
    @Test
    void aChanceCrcAtTheNextFramesEndDoesNotSwallowIt() {
        int tried = 0;
        for (int pw = 0; pw < 5000; pw++) {
            String segment = "QN=1;ST=32;CN=2011;PW=" + pw + ";MN=M;CP=&&DataTime=20240601085857&&";
            byte[] own = bytes(segment);
            String first = segment + String.format("%04X", Crc.of(own, 0, own.length)) + "\r\n";
            byte[] whole = bytes(first + "##0101" + SEGMENT);
            if (Crc.of(whole, 0, whole.length) == 0x1C80) {
                tried++;
                String lying = String.format("##%04d", whole.length) + first;
                assertThat(texts(cut(lying + FRAME))).containsExactly(trim(lying), trim(FRAME));
            }
        }
        assertThat(tried).isGreaterThan(5);
    }

    @Test
    void halfAFrameWhoseLengthEndsAtABadFramesEndIsKeptApartFromIt() {
        String bad = "##0101" + SEGMENT + "BAD0";
        String half = "QN=20160801;ST=3";
        String stream = String.format("##%04d", half.length() + 6 + 101) + half + bad + "\r\n" + FRAME;
        assertThat(texts(cut(stream))).containsExactly(stream.substring(0, 6) + half, bad, trim(FRAME));
    }

    @Test
    void anEncryptedCpMayHoldAnyByte() {
        String cipher = "\u00e4>\u0015##0101&&1C80\r\n##12&&\u0000\r\n\u00ff&&ABCD\u0080";
        String segment = "QN=1;ST=31;CN=2051;PW=1;MN=M;Flag=9;CP=&&" + cipher + "&&";
        String frame = String.format("##%04d", segment.length()) + segment + "2200";
        assertThat(texts(cut(frame + "\r\n" + FRAME))).contains(trim(FRAME));
        String quiet =
                "QN=1;ST=31;CN=2051;PW=1;MN=M;Flag=9;CP=&&" + cipher.replace("&&1C80\r\n##12", "\r\n## &&") + "&&";
        String quietFrame = String.format("##%04d", quiet.length()) + quiet + "2200";
        assertThat(texts(cut(quietFrame + "\r\n" + FRAME))).containsExactly(quietFrame, trim(FRAME));
    }

    @Test
    void aFrameWithoutTerminatorIsHandedOutAtOnce() {
        Framer framer = new Framer();
        List<Cut> cuts = new ArrayList<>();
        byte[] bytes = bytes(trim(FRAME));
        feed(framer, bytes, 0, bytes.length, cuts);
        assertThat(texts(cuts)).containsExactly(trim(FRAME));
    }

    @Test
    void aLongerSegmentThanTheStandardAllowsIsCutAsWell() {
        for (int length : List.of(1025, 1045, 1623, 9999)) {
            String segment = "ST=31;CN=2011;MN=M;CP=&&a=" + "1".repeat(length - 28) + "&&";
            String frame = latin(Encoder.frame(segment));
            assertThat(texts(cut(frame + FRAME))).containsExactly(trim(frame), trim(FRAME));
        }
    }

    @Test
    void memoryIsBoundedWhateverComes() {
        for (String endless : List.of("#", "##", "##9999", "##1QN=", "x", "&&0000", "##9999QN=1;CP=&&a=1;", " ")) {
            Framer framer = new Framer();
            byte[] bytes = bytes(endless.repeat(3000));
            int most = 0;
            for (int i = 0; i < 40; i++) {
                feed(framer, bytes, 0, bytes.length, new ArrayList<>());
                most = Math.max(most, framer.buffered());
            }
            assertThat(most).as(endless).isLessThanOrEqualTo(Framer.LONGEST_FRAME + Framer.LONGEST_NOISE);
            byte[] good = bytes("\r\n" + FRAME);
            List<Cut> cuts = new ArrayList<>();
            feed(framer, good, 0, good.length, cuts);
            assertThat(texts(cuts)).as(endless).contains(trim(FRAME));
        }
    }

    @Test
    void noiseIsKeptApartFromFrames() {
        List<Cut> cuts = cut("PING 1\r\n" + FRAME + "\r\n\r\n  ##junk##" + OTHER + "\u0000\u0001##0");
        assertThat(cuts.stream().map(c -> c.getClass().getSimpleName()))
                .containsExactly("Noise", "Frame", "Noise", "Frame", "Noise");
    }

    @Test
    void seededNoiseNeverLosesAFrame() {
        List<Corpus> examples = Corpus.all();
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            StringBuilder stream = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                byte[] noise = new byte[random.nextInt(60)];
                random.nextBytes(noise);
                stream.append(latin(noise)).append(random.nextInt(3) == 0 ? "##0" + random.nextInt(9999) : "");
                Corpus example = examples.get(random.nextInt(examples.size()));
                if (example.crcFits()) {
                    expected.add(text(example.frame()));
                    stream.append(latin(example.frame()));
                }
            }
            Framer framer = new Framer();
            List<Cut> cuts = new ArrayList<>();
            byte[] bytes = bytes(stream.toString());
            for (int at = 0; at < bytes.length; ) {
                int to = Math.min(bytes.length, at + 1 + random.nextInt(200));
                feed(framer, bytes, at, to, cuts);
                at = to;
            }
            finish(framer, cuts);
            assertThat(texts(cuts.stream().filter(Cut.Frame.class::isInstance).toList()))
                    .as("seed %d", seed)
                    .containsSubsequence(expected);
        }
    }

    private static List<Cut> cut(String stream) {
        Framer framer = new Framer();
        List<Cut> cuts = new ArrayList<>();
        byte[] bytes = bytes(stream);
        feed(framer, bytes, 0, bytes.length, cuts);
        finish(framer, cuts);
        return cuts;
    }

    private static void feed(Framer framer, byte[] bytes, int from, int to, List<Cut> cuts) {
        framer.feed(bytes, from, to - from);
        for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
            cuts.add(cut);
        }
    }

    private static void finish(Framer framer, List<Cut> cuts) {
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            cuts.add(cut);
        }
    }

    private static List<String> texts(List<Cut> cuts) {
        return cuts.stream().map(cut -> text(cut.bytes())).toList();
    }

    /** Without the terminator: one that comes later than its frame is dropped. */
    private static String text(byte[] bytes) {
        return trim(latin(bytes));
    }

    private static String trim(String frame) {
        return frame.stripTrailing();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
