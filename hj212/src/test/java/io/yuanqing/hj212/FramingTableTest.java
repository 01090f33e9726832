package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Streams as a logger may send them, byte by byte: what is cut out of each, and behind which byte it comes out. The table
 * {@code framing.txt} explains its marks.
 */
class FramingTableTest {

    @TestFactory
    List<DynamicTest> everyStreamIsCutAsTheTableSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> lines = table().lines().filter(line -> !line.isBlank()).toList();
        String title = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("# ")) {
                title = lines.get(i).substring(2);
            } else {
                String written = lines.get(i++);
                String drawn = lines.get(i);
                tests.add(DynamicTest.dynamicTest(title + ": " + written, () -> check(written, drawn)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(90);
        return tests;
    }

    private static void check(String written, String expected) {
        byte[] stream = WrittenStream.bytes(written);
        List<Cut> cuts = new ArrayList<>();
        int[] cutsAfter = feedByteByByte(stream, cuts);
        assertThat(draw(stream, cuts, cutsAfter)).isEqualTo(expected.strip());
        assertThat(cutAtOnce(stream)).as("fed at once").isEqualTo(bare(cuts));
    }

    /** How many pieces came out behind each byte. */
    private static int[] feedByteByByte(byte[] stream, List<Cut> cuts) {
        int[] cutsAfter = new int[stream.length];
        Framer framer = new Framer();
        for (int i = 0; i < stream.length; i++) {
            framer.feed(stream, i, 1);
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                cuts.add(cut);
                cutsAfter[i]++;
            }
        }
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            cuts.add(cut);
        }
        return cutsAfter;
    }

    private static String draw(byte[] stream, List<Cut> cuts, int[] cutsAfter) {
        String[] marks = new String[stream.length + 1];
        Arrays.fill(marks, "");
        for (int i = 0; i < stream.length; i++) {
            marks[i + 1] = "↑".repeat(cutsAfter[i]);
        }
        int at = 0;
        for (Cut cut : cuts) {
            at = Marks.blanksBehind(stream, at, stream.length);
            int end = at + cut.bytes().length;
            assertThat(Arrays.copyOfRange(stream, at, end)).isEqualTo(cut.bytes());
            if (cut instanceof Cut.Frame) {
                marks[at] = marks[at] + "«";
                marks[end] = "»" + marks[end];
            }
            at = end;
        }
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i <= stream.length; i++) {
            drawn.append(marks[i]).append(i < stream.length ? WrittenStream.escaped(stream[i]) : "");
        }
        return WrittenStream.shortened(drawn.toString());
    }

    private static List<String> cutAtOnce(byte[] bytes) {
        Framer framer = new Framer();
        framer.feed(bytes, 0, bytes.length);
        List<Cut> cuts = new ArrayList<>();
        for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
            cuts.add(cut);
        }
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            cuts.add(cut);
        }
        return bare(cuts);
    }

    /** Without the line end, which belongs to the frame only if it has arrived when the frame is handed out. */
    private static List<String> bare(List<Cut> cuts) {
        return cuts.stream()
                .map(cut -> cut.getClass().getSimpleName() + " "
                        + new String(cut.bytes(), StandardCharsets.ISO_8859_1).stripTrailing())
                .toList();
    }

    private static String table() throws IOException {
        try (InputStream in = FramingTableTest.class.getResourceAsStream("framing.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
