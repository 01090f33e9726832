package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loggers exist that count the CRC, the line end or characters into the length of clause 6.3.1 and that nobody repairs: their
 * data are taken where the check sum proves them whole, and only where a device is set so.
 */
class LengthPolicyTest {

    private static final byte[] GOOD =
            Encoder.frame("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=4;CP=&&DataTime=20240601085800;"
                    + "w01018-Rtd=20.5,w01018-Flag=N&&");
    private static final byte[] NEXT =
            Encoder.frame("QN=20240601085858223;ST=32;CN=2011;PW=123456;MN=M2;Flag=4;CP=&&DataTime=20240601085800;"
                    + "w01018-Rtd=7.25,w01018-Flag=N&&");
    private static final int RIGHT = GOOD.length - 12;

    /** From far too small to beyond both frames. */
    static IntStream wrongLengths() {
        return IntStream.of(
                        0, 1, 50, 110, 114, 116, 117, 119, 120, 122, 124, 128, 130, 200, 236, 248, 249, 260, 999, 9999)
                .filter(length -> length != RIGHT);
    }

    /** A frame that took the next one with it would lose data that are beyond doubt. */
    @ParameterizedTest
    @MethodSource("wrongLengths")
    void theFrameAndTheNextAreFoundWhereverTheStreamIsTorn(int length) {
        byte[] stream = joined(declaring(GOOD, length), NEXT);
        for (int cut = 0; cut <= stream.length; cut++) {
            List<Decoded> read = read(stream, cut, accepting(CrcPolicy.STRICT));
            assertThat(read).as("torn at %d", cut).hasSize(2);
            assertThat(codes(read.get(0))).as("torn at %d", cut).containsExactly(Problem.Code.LENGTH_ACCEPTED);
            assertThat(number(read.get(0))).isEqualTo("20.5");
            assertThat(read.get(1).problems()).isEmpty();
            assertThat(number(read.get(1))).isEqualTo("7.25");
        }
    }

    /** Every length that four digits can say: what is accepted is the frame that was sent, and the next is whole. */
    @Test
    void noLengthAtAllSwallowsTheNextFrame() {
        for (int length = 0; length <= 9999; length++) {
            byte[] stream = joined(declaring(GOOD, length), NEXT);
            List<Decoded> read = read(stream, stream.length, accepting(CrcPolicy.STRICT));
            assertThat(read).as("length %d", length).hasSize(2).allMatch(Decoded::ok);
            assertThat(read.get(1).packet()).isEqualTo(Decoder.decode(NEXT).packet());
        }
    }

    @Test
    void unlessADeviceIsSetSoAWrongLengthStaysAnError() {
        byte[] frame = declaring(GOOD, RIGHT + 4);
        assertThat(Decoder.decode(frame).ok()).isFalse();
        assertThat(codes(Decoder.decode(frame))).containsExactly(Problem.Code.LENGTH_MISMATCH);
        Decoded accepted = Decoder.decode(frame, accepting(CrcPolicy.STRICT));
        assertThat(accepted.ok()).isTrue();
        Problem problem = accepted.problems().get(0);
        assertThat(problem.declared()).isEqualTo("0122");
        assertThat(problem.actual()).isEqualTo("0118");
        assertThat(problem.cause()).contains("counts the CRC");
    }

    /** The length is wrong, so the check sum alone speaks for the data: one that only is ignored says nothing. */
    @ParameterizedTest
    @EnumSource(CrcPolicy.class)
    void aCrcThatDoesNotFitProvesNothing(CrcPolicy crc) {
        byte[] frame = declaring(GOOD, RIGHT + 4);
        frame[frame.length - 3] ^= 1;
        Decoded decoded = Decoder.decode(frame, accepting(crc));
        assertThat(decoded.ok()).isFalse();
        assertThat(codes(decoded)).contains(Problem.Code.LENGTH_MISMATCH);
    }

    /** Modbus's sum proves as much as HJ 212's, on a device of which it is taken. */
    @ParameterizedTest
    @EnumSource(CrcPolicy.class)
    void modbusProvesTheDataOfADeviceWhoseModbusIsTaken(CrcPolicy crc) {
        byte[] frame = declaring(Encoder.withCrc(GOOD, CrcFlavour.MODBUS), RIGHT + 6);
        Decoded decoded = Decoder.decode(frame, accepting(crc));
        assertThat(decoded.ok()).isEqualTo(crc != CrcPolicy.STRICT);
        assertThat(codes(decoded))
                .contains(crc == CrcPolicy.STRICT ? Problem.Code.LENGTH_MISMATCH : Problem.Code.LENGTH_ACCEPTED);
    }

    /** A CRC of fewer digits fits by chance more often. */
    @Test
    void aShortenedCrcProvesNothing() {
        String segment = "ST=32;CN=2011;MN=M1;Flag=4;CP=&&w01018-Rtd=%d&&";
        int seen = 0;
        for (int value = 0; value < 2000; value++) {
            byte[] whole = Encoder.frame(segment.formatted(value));
            int length = whole.length - 12;
            if (whole[whole.length - 6] == '0') {
                byte[] frame = joined(
                        ("##%04d".formatted(length + 4)).getBytes(StandardCharsets.US_ASCII),
                        segment.formatted(value).getBytes(StandardCharsets.US_ASCII),
                        new String(whole, whole.length - 5, 3, StandardCharsets.US_ASCII)
                                .getBytes(StandardCharsets.US_ASCII),
                        "\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(Decoder.decode(frame, accepting(CrcPolicy.STRICT)).ok())
                        .isFalse();
                seen++;
            }
        }
        assertThat(seen).isPositive();
    }

    /** Two frames run into one by lost bytes have, once in 256 times, a sum that fits: they are not one frame. */
    @Test
    void whatHoldsTheBeginningOfAnotherFrameIsNotAccepted() {
        int fitting = 0;
        for (int value = 0; value < 64; value++) {
            byte[] first = Encoder.frame(
                    "QN=20240601085857223;ST=32;CN=2011;MN=M" + value + ";Flag=4;CP=&&DataTime=20240601085800&&");
            for (int at = 30; at < first.length - 12; at++) {
                byte[] merged = joined(Arrays.copyOf(first, 6 + at), NEXT);
                Decoded decoded = Decoder.decode(merged, accepting(CrcPolicy.STRICT));
                fitting += decoded.crc() == null ? 0 : 1;
                assertThat(decoded.ok()).as("cut at %d, value %d", at, value).isFalse();
            }
        }
        assertThat(fitting).isPositive();
    }

    /** Any frame of the standards, any wrong length, any chunks: all data arrive, in their order. */
    @Test
    void theStandardsOwnFramesWithWrongLengthsAllArrive() {
        List<byte[]> frames = Corpus.all().stream()
                .filter(Corpus::crcFits)
                .map(Corpus::frame)
                .filter(frame -> Decoder.decode(frame).problems().isEmpty())
                .toList();
        assertThat(frames).hasSizeGreaterThan(200);
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (byte[] frame : frames) {
                stream.writeBytes(random.nextInt(3) == 0 ? frame : declaring(frame, random.nextInt(1200)));
            }
            Framer framer = new Framer();
            List<Decoded> read = new ArrayList<>();
            byte[] bytes = stream.toByteArray();
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(700));
                framer.feed(bytes, at, count);
                at += count;
                drain(framer, accepting(CrcPolicy.STRICT), read);
            }
            assertThat(read).as("seed %d", seed).hasSameSizeAs(frames);
            for (int i = 0; i < frames.size(); i++) {
                assertThat(read.get(i).ok()).as("seed %d, frame %d", seed, i).isTrue();
                assertThat(read.get(i).packet())
                        .as("seed %d, frame %d", seed, i)
                        .isEqualTo(Decoder.decode(frames.get(i)).packet());
            }
        }
    }

    private static Device accepting(CrcPolicy crc) {
        return new Device(null, crc, LengthPolicy.ACCEPT_IF_CRC_FITS, Keys.NONE);
    }

    private static byte[] declaring(byte[] frame, int length) {
        byte[] other = frame.clone();
        byte[] digits = "%04d".formatted(length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, other, 2, 4);
        return other;
    }

    private static List<Decoded> read(byte[] stream, int cut, Device device) {
        Framer framer = new Framer();
        List<Decoded> read = new ArrayList<>();
        framer.feed(stream, 0, cut);
        drain(framer, device, read);
        framer.feed(stream, cut, stream.length - cut);
        drain(framer, device, read);
        return read;
    }

    private static void drain(Framer framer, Device device, List<Decoded> read) {
        for (Cut piece = framer.next(); piece != null; piece = framer.next()) {
            assertThat(piece).isInstanceOf(Cut.Frame.class);
            read.add(Decoder.decode(piece.bytes(), device));
        }
    }

    private static List<Problem.Code> codes(Decoded decoded) {
        return decoded.problems().stream().map(Problem::code).toList();
    }

    private static String number(Decoded decoded) {
        return String.valueOf(
                Objects.requireNonNull(decoded.packet()).readings().get(0).number("Rtd"));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
