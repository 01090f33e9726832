package io.yuanqing.benchmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Packet;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Instant START = Instant.parse("2026-01-31T15:58:00Z");

    /** Written over and over, across minutes and the end of a month, every frame stays sound and new to the log. */
    @Test
    void everyPacketIsSoundAndDataOfItsOwn() {
        Frames frames = new Frames("BENCH000001", START, new Random(1));
        ByteBuffer buffer = ByteBuffer.allocate(frames.length());
        Set<String> qns = new HashSet<>();
        for (int number = 0; number < 200; number++) {
            Packet packet = packet(frames, number, buffer);
            assertThat(packet.dataTime())
                    .isEqualTo(LocalDateTime.of(2026, 1, 31, 23, 58).plusSeconds(number));
            assertThat(packet.mn()).isEqualTo("BENCH000001");
            assertThat(packet.answerWanted()).isTrue();
            assertThat(packet.readings())
                    .hasSize(Frames.FACTORS)
                    .allSatisfy(reading -> assertThat(reading.values()).containsOnlyKeys("Rtd", "Flag"));
            qns.add(packet.qn());
        }
        assertThat(qns).hasSize(200);
    }

    /** An answer is matched with its packet by these digits. */
    @Test
    void theLastFiveDigitsOfTheQnCount() {
        Frames frames = new Frames("BENCH000001", START, new Random(1));
        ByteBuffer buffer = ByteBuffer.allocate(frames.length());
        assertThat(packet(frames, 59_999, buffer).qn()).endsWith("59999");
        assertThat(packet(frames, 60_000, buffer).qn()).endsWith("00000");
    }

    private static Packet packet(Frames frames, long number, ByteBuffer buffer) {
        buffer.clear();
        frames.write(number, buffer);
        Decoded decoded = Decoder.decode(buffer.array().clone());
        assertThat(decoded.problems()).isEmpty();
        return decoded.packet();
    }
}
