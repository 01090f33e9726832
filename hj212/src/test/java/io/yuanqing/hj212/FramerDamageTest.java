package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams of good frames with damaged ones, halves and junk between them, torn anywhere. Each seed is a stream of its own;
 * it is the test's argument, so a failure names it.
 */
class FramerDamageTest {

    private static final List<byte[]> GOOD = Corpus.all().stream()
            .filter(Corpus::crcFits)
            .map(example -> strip(example.frame()))
            .toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goodFramesSurviveAndNoByteIsLostOrDoubled(long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            byte[] frame = GOOD.get(random.nextInt(GOOD.size()));
            if (random.nextInt(2) == 0) {
                stream.writeBytes(damaged(frame, random));
                stream.writeBytes(separator(random));
            }
            stream.writeBytes(frame);
            ends.add(stream.size());
            stream.writeBytes(separator(random));
            expected.add(latin(frame));
        }
        byte[] bytes = stream.toByteArray();
        List<Cut> cuts = new ArrayList<>();
        int arrived = 0;
        Framer framer = new Framer();
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(5) == 0 ? 2000 : 50));
            framer.feed(bytes, at, length);
            at += length;
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                cuts.add(cut);
                if (arrived < expected.size() && expected.get(arrived).equals(latin(strip(cut.bytes())))) {
                    arrived++;
                }
            }
            // As soon as its last byte is there: the logger waits for its answer.
            if (arrived < expected.size()) {
                assertThat(at).as("fed, without frame %d", arrived).isLessThan(ends.get(arrived));
            }
            assertThat(framer.buffered()).isLessThanOrEqualTo(Framer.LONGEST_FRAME + Framer.LONGEST_NOISE);
        }
        assertThat(arrived).isEqualTo(expected.size());
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            cuts.add(cut);
        }
        StringBuilder all = new StringBuilder();
        cuts.forEach(cut -> all.append(latin(cut.bytes())));
        assertThat(withoutBlanks(all.toString())).isEqualTo(withoutBlanks(latin(bytes)));
    }

    private static byte[] damaged(byte[] frame, Random random) {
        int at = random.nextInt(frame.length);
        String text = latin(frame);
        return bytes(
                switch (random.nextInt(9)) {
                    case 0 -> text.substring(0, at);
                    case 1 -> text.substring(at);
                    case 2 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at);
                    case 3 ->
                        text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(4)));
                    case 4 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
                    case 5 -> "##" + random.nextInt(10_000) + text.substring(6);
                    case 6 ->
                        "##"
                                + String.format(
                                        "%04d", Integer.parseInt(text.substring(2, 6)) + random.nextInt(2000) - 200)
                                + text.substring(6);
                    case 7 -> text.substring(0, text.length() - 4) + "A6EC";
                    default -> {
                        byte[] junk = new byte[random.nextInt(300)];
                        random.nextBytes(junk);
                        yield latin(junk);
                    }
                });
    }

    private static byte[] separator(Random random) {
        return bytes(
                List.of("\r\n", "\r\n", "\r\n", "\n", "", "\r\n\r\n", " \r\n").get(random.nextInt(7)));
    }

    private static byte[] strip(byte[] frame) {
        return bytes(latin(frame).stripTrailing());
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[ \r\n\t\u0000]", "");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
