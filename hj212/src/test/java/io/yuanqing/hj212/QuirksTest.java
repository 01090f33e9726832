package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What field devices do to a stream: each of it in the midst of good packets, and torn at every byte. */
class QuirksTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final byte[] GOOD = frame("M1", "DataTime=20240601085857;w01018-Rtd=20.5,w01018-Flag=N");
    private static final byte[] NEXT = frame("M2", "DataTime=20240601085900;w21003-Rtd=1.2,w21003-Flag=N");

    /** Two loggers behind one modem: the MN of each frame counts, not that of the connection. */
    @Test
    void everyQuirkLeavesItsNeighboursWholeWhereverTheStreamIsTorn() {
        List<byte[]> quirks = List.of(
                ended("\n"),
                ended("\r"),
                ended(""),
                ended("\r\n\r\n"),
                ended("\n\n\n"),
                ended(" \r\n"),
                ended("\r\n\0\0"),
                length("%02d"),
                length("%03d"),
                length("%05d"),
                length("%06d"),
                overstated(4),
                overstated(6),
                overstated(150),
                overstated(9000),
                ascii("PING\r\n"),
                ascii("heartbeat 01"),
                ascii("+CSQ: 23,99\r\nOK\r\n"),
                ascii("##heartbeat##"),
                new byte[] {(byte) 0xFE, (byte) 0xFE},
                ascii("##0000"),
                chinese(StandardCharsets.UTF_8),
                chinese(GB18030));
        for (byte[] quirk : quirks) {
            byte[] stream = joined(GOOD, quirk, NEXT);
            for (int cut = 1; cut < stream.length; cut++) {
                List<String> mns = new ArrayList<>();
                for (Cut piece : FramerProperties.hold(stream, new int[] {cut, stream.length})) {
                    Decoded decoded = DecoderProperties.hold(piece.bytes());
                    if (decoded.ok() && !"M3".equals(decoded.packet().mn())) {
                        mns.add(decoded.packet().mn());
                    }
                }
                assertThat(mns)
                        .as("%s torn at %d", new String(quirk, StandardCharsets.ISO_8859_1), cut)
                        .containsExactly("M1", "M2");
            }
        }
    }

    @Test
    void lengthsOfTwoToSixDigitsAndAnyLineEndAreRead() {
        for (byte[] quirk : List.of(
                ended("\n"), ended("\r"), ended(""), length("%02d"), length("%03d"), length("%05d"), length("%06d"))) {
            Decoded decoded = DecoderProperties.hold(quirk);
            assertThat(decoded.ok()).as("%s", decoded.problems()).isTrue();
            assertThat(decoded.packet().mn()).isEqualTo("M3");
        }
    }

    /** "No number" is never 0: an infinite or missing value would count as measured and compliant. */
    @Test
    void valuesThatAreNoNumbersStayApartFromZero() {
        Packet packet =
                packet("DataTime=2024-06-01 08:58:57;a1-Rtd=1.#INF,a1-Flag=N;a2-Rtd=12,5,a2-Flag=N;a3-Rtd=-1.#IND;"
                        + "a4-Rtd=-;a5-Rtd=;a6-Rtd=0,a6-Flag=N");
        assertThat(packet.dataTime()).isEqualTo(LocalDateTime.of(2024, 6, 1, 8, 58, 57));
        List<Reading> readings = packet.readings();
        assertThat(readings).extracting(Reading::factor).containsExactly("a1", "a2", "a3", "a4", "a5", "a6");
        assertThat(readings)
                .extracting(reading -> reading.number("Rtd"))
                .containsExactly(null, new BigDecimal("12.5"), null, null, null, BigDecimal.ZERO);
        assertThat(readings.get(0).values()).containsEntry("Rtd", "1.#INF");
        assertThat(readings.get(1).values()).containsEntry("Rtd", "12,5");
    }

    /** Encode, decode, encode: a canonical frame comes out byte by byte as it went in, whatever its values are. */
    @Test
    void seededRandomPacketsComeBackTheSame() {
        Random random = new Random(20240601);
        for (int i = 0; i < 2000; i++) {
            Edition edition = Edition.values()[random.nextInt(3)];
            byte[] frame = Encoder.frame(randomPacket(random, edition), edition);
            Decoded decoded = DecoderProperties.hold(frame);
            assertThat(decoded.ok())
                    .as("seed 20240601, packet %d: %s", i, decoded.problems())
                    .isTrue();
            assertThat(Encoder.frame(decoded.packet(), edition))
                    .as("seed 20240601, packet %d", i)
                    .isEqualTo(frame);
        }
    }

    /** Bytes of every kind, more of them that matter: any of them in any chunking comes out as frame, noise or blank. */
    @Test
    void seededRandomStreamsAreAccountedForByteByByte() {
        byte[] marks = ascii("##&&0101CP=&&QN=;\r\n ST=CN=1C80,-");
        Random random = new Random(212);
        for (int i = 0; i < 1500; i++) {
            byte[] stream = new byte[random.nextInt(400)];
            for (int at = 0; at < stream.length; at++) {
                stream[at] = random.nextInt(8) == 0 ? (byte) random.nextInt() : marks[random.nextInt(marks.length)];
            }
            int[] chunks = {1 + random.nextInt(60), 1 + random.nextInt(9)};
            FramerProperties.findsBetween(stream, GOOD, Arrays.copyOf(stream, stream.length / 2), chunks);
        }
    }

    private static Packet randomPacket(Random random, Edition edition) {
        StringBuilder cp = new StringBuilder("DataTime=2024060108").append(String.format("%04d", random.nextInt(6000)));
        for (int factor = random.nextInt(6); factor > 0; factor--) {
            String code = "w" + (10000 + random.nextInt(90000));
            cp.append(';').append(code).append("-Avg=").append(random.nextInt(100000) / 100.0);
            cp.append(',').append(code).append("-Flag=").append("NDFMSCTB".charAt(random.nextInt(8)));
        }
        boolean split = random.nextBoolean();
        return new Packet(
                "202406010858" + (10000 + random.nextInt(90000)),
                "32",
                "20" + (11 + random.nextInt(80)),
                "123456",
                "MN" + random.nextInt(1000000),
                edition.versionBits() | random.nextInt(2) | (split ? 2 : 0),
                true,
                split ? 1 + random.nextInt(9) : null,
                split ? 1 + random.nextInt(9) : null,
                edition == Edition.E2025 && random.nextBoolean(),
                cp.toString(),
                new CpItems(cp.toString()));
    }

    private static String segment() {
        return "QN=20240601085858000;ST=31;CN=2011;PW=123456;MN=M3;Flag=5;CP=&&DataTime=20240601085858;a-Rtd=1&&";
    }

    private static byte[] ended(String terminator) {
        String frame = new String(Encoder.frame(segment()), StandardCharsets.US_ASCII);
        return ascii(frame.stripTrailing() + terminator);
    }

    private static byte[] length(String format) {
        return declaring(String.format(Locale.ROOT, format, segment().length()));
    }

    private static byte[] overstated(int by) {
        return declaring(String.format(Locale.ROOT, "%04d", segment().length() + by));
    }

    private static byte[] declaring(String length) {
        String frame = new String(Encoder.frame(segment()), StandardCharsets.US_ASCII);
        return ascii("##" + length + frame.substring(6));
    }

    private static byte[] chinese(Charset charset) {
        byte[] segment =
                "QN=20240601085858000;ST=31;CN=3020;MN=M3;Flag=4;CP=&&i11001-Info=//清洗;管路//&&".getBytes(charset);
        String crc = String.format(Locale.ROOT, "%04X\r\n", Crc.of(segment, 0, segment.length));
        return joined(ascii(String.format(Locale.ROOT, "##%04d", segment.length)), segment, ascii(crc));
    }

    private static byte[] frame(String mn, String cp) {
        return Encoder.frame("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=" + mn + ";Flag=5;CP=&&" + cp + "&&");
    }

    private static Packet packet(String cp) {
        return DecoderProperties.hold(frame("M1", cp)).packet();
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            stream.writeBytes(piece);
        }
        return stream.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
