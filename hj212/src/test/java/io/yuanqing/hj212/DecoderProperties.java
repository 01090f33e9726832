package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

/** What must hold for any bytes that are given to the decoder. */
final class DecoderProperties {

    private DecoderProperties() {}

    static Decoded hold(byte[] bytes) {
        Decoded decoded = Decoder.decode(bytes);
        partsCover(decoded);
        problemsHaveAPlace(decoded);
        if (decoded.ok()) {
            lengthAndCrcFit(decoded);
        }
        if (decoded.packet() != null) {
            everythingCanBeAsked(decoded.packet());
        }
        return decoded;
    }

    /** The parts of a frame lie end to end, from the first byte to the last. */
    private static void partsCover(Decoded decoded) {
        int at = 0;
        for (Part part : decoded.parts()) {
            assertThat(part.start()).isEqualTo(at);
            assertThat(part.end()).isGreaterThan(at);
            at = part.end();
        }
        assertThat(at).isEqualTo(decoded.bytes().length);
    }

    private static void problemsHaveAPlace(Decoded decoded) {
        for (Problem problem : decoded.problems()) {
            assertThat(problem.at()).isBetween(0, decoded.bytes().length);
            assertThat(problem.message()).isNotBlank();
        }
    }

    /** A good frame is no matter of opinion: nothing that another CRC or length says is taken as data. */
    private static void lengthAndCrcFit(Decoded decoded) {
        byte[] b = decoded.bytes();
        Layout layout = new Layout(b);
        assertThat(layout.crcDigits()).isPositive();
        assertThat(Marks.hex(b, layout.segmentEnd, layout.crcDigits()))
                .isEqualTo(Crc.of(b, layout.segment, layout.segmentEnd));
        if (!decoded.has(Problem.Code.LENGTH_IN_CHARACTERS)) {
            assertThat(layout.declared).isEqualTo(layout.length());
        }
        assertThat(Objects.requireNonNull(decoded.packet()).cn()).isNotEmpty();
    }

    private static void everythingCanBeAsked(Packet packet) {
        packet.edition();
        packet.dataTime();
        assertThat(packet.flag()).isBetween(0, 255);
        for (Reading reading : packet.readings()) {
            assertThat(reading.factor()).isNotBlank();
            reading.flag();
            reading.values().keySet().forEach(reading::number);
        }
        for (Item item : packet.items()) {
            assertThat(item.fields()).isNotEmpty();
        }
    }

    /** What was read can be written, and reads the same again: nothing is made up and nothing is lost. */
    static void readsTheSameAgain(Packet packet) {
        byte[] frame;
        try {
            frame = Encoder.frame(packet, packet.edition());
        } catch (IllegalArgumentException e) {
            // A value that would end its field cannot be written; a device's header may hold one.
            return;
        }
        Decoded again = Decoder.decode(frame);
        assertThat(again.packet()).isEqualTo(packet);
        assertThat(again.problems()).noneMatch(Problem::error);
    }
}
