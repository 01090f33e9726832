package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;

/** The bytes under the digests are those that the documentation draws: a court's expert computes them with other tools. */
class SealChainTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-20T01:02:03.456789Z");

    @Test
    void sm3IsTheOneOfTheStandard() {
        // GB/T 32905-2016, appendix A, example 1
        assertThat(sm3("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void aLinkIsMadeOfTheBytesThatTheDocumentationDraws() throws IOException {
        SealChain chain = new SealChain();
        chain.add(packet(17, "A-1", null, "##one\r\n"));
        chain.add(packet(18, "站点2", RECEIVED.minusSeconds(5), "##two\r\n"));
        byte[] first = HexFormat.of().parseHex(sm3(record(new byte[32], 17, "A-1", Long.MIN_VALUE, "##one\r\n")));
        String second = sm3(record(first, 18, "站点2", micros(RECEIVED.minusSeconds(5)), "##two\r\n"));
        assertThat(chain.link()).isEqualTo(second);
        assertThat(HexFormat.of().toHexDigits(chain.print())).isEqualTo(second.substring(0, 4));
    }

    @Test
    void aSealsDigestIsMadeOfTheBytesThatTheDocumentationDraws() throws IOException {
        Seal seal = new Seal(
                3,
                Seal.Kind.DAY,
                LocalDate.parse("2026-11-20"),
                4,
                40,
                2,
                Positions.parse("{[17,19)}"),
                "ab".repeat(32),
                "cd".repeat(32),
                SealChain.NONE,
                RECEIVED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("YQSEAL01");
        out.writeLong(3);
        out.writeByte('D');
        out.writeLong(20777);
        out.writeLong(4);
        out.writeLong(40);
        out.writeLong(2);
        text(out, "{[17,19)}");
        out.writeLong(micros(RECEIVED));
        out.write(HexFormat.of().parseHex("ab".repeat(32) + "cd".repeat(32)));
        assertThat(seal.digested().digest()).isEqualTo(sm3(bytes.toByteArray()));
    }

    @Test
    void positionsAreReadBackAsTheyWereWritten() {
        long seed = System.nanoTime();
        System.out.println("SealChainTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Positions.Builder builder = new Positions.Builder();
            List<Long> all = new ArrayList<>();
            long position = 0;
            for (int i = random.nextInt(20); i > 0; i--) {
                position += 1 + random.nextInt(3);
                builder.add(position);
                all.add(position);
            }
            Positions positions = builder.build();
            assertThat(Positions.parse(positions.text())).isEqualTo(positions);
            assertThat(positions.count()).isEqualTo(all.size());
            long missing = 1;
            while (all.contains(missing)) {
                missing++;
            }
            assertThat(Positions.firstNotHeldOnce(List.of(positions), position))
                    .isEqualTo(missing > position ? 0 : missing);
        }
        Positions some = Positions.parse("{[1,5),[9,10)}");
        Positions others = Positions.parse("{[5,9)}");
        assertThat(Positions.firstNotHeldOnce(List.of(some, others), 9)).isZero();
        assertThat(Positions.firstNotHeldOnce(List.of(some, others), 11)).isEqualTo(10); // the end is gone
        assertThat(Positions.firstNotHeldOnce(List.of(some, others), 8)).isEqualTo(9); // beyond the head
        assertThat(Positions.firstNotHeldOnce(List.of(some, others, Positions.parse("{[3,4)}")), 9))
                .isEqualTo(3); // twice
    }

    private static StoredPacket packet(long position, String mn, Instant dataTime, String frame) {
        return new StoredPacket(
                position,
                RECEIVED,
                mn,
                "32",
                "2011",
                dataTime,
                Origin.LIVE,
                "192.0.2.1",
                frame.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] record(byte[] link, long position, String mn, long dataTime, String frame)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(link);
        out.writeLong(position);
        out.writeLong(micros(RECEIVED));
        out.writeLong(dataTime);
        for (String text : List.of("LIVE", "192.0.2.1", mn, "32", "2011", frame)) {
            text(out, text);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
