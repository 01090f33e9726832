package io.yuanqing.benchmark.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yuanqing.hj212.Decoder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** A benchmark that does not do its work is fast: each one's result is what doing it yields. */
class ResultsTest {

    private final Blackhole hole = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    private static double sum(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::sum).sum();
    }

    @Test
    void decodingReadsEveryNumber() {
        DecodeBenchmark decode = new DecodeBenchmark();
        assertThat(decode.decode2011(hole)).isEqualTo(sum(Sample.realtime()), within(1e-6));
        assertThat(decode.decode2061(hole)).isEqualTo(sum(Sample.hours()), within(1e-6));
    }

    /** The yardstick reads the same numbers, else half of its speed would mean nothing. */
    @Test
    void theScansReadEveryNumber() {
        DecodeBenchmark scan = new DecodeBenchmark();
        assertThat(scan.scan2011()).isEqualTo(sum(Sample.realtime()), within(1e-6));
        assertThat(scan.scan2061()).isEqualTo(sum(Sample.hours()), within(1e-6));
        assertThat(scan.scanSliced2011()).isEqualTo(sum(Sample.realtime()), within(1e-6));
        assertThat(scan.scanSliced2061()).isEqualTo(sum(Sample.hours()), within(1e-6));
    }

    /** And it checks the CRC: one changed bit of a number is noticed. */
    @Test
    void theScansNoticeDamage() {
        byte[] frame = Sample.hours().get(0).frame();
        frame[frame.length / 2] ^= 1;
        assertThat(Scan.tableCrc(frame)).isNaN();
        assertThat(Scan.slicedCrc(frame)).isNaN();
    }

    @Test
    void samplesAreWhatTheyAreCalled() {
        assertThat(Sample.realtime()).hasSize(Sample.COUNT);
        // Explaining a fault costs more than reading a frame: that is not what is measured.
        assertThat(Stream.concat(Sample.realtime().stream(), Sample.hours().stream()))
                .allSatisfy(sample ->
                        assertThat(Decoder.decode(sample.frame()).problems()).isEmpty());
        for (Sample sample : Sample.hours()) {
            assertThat(sample.packet().readings())
                    .hasSize(10)
                    .allSatisfy(reading ->
                            assertThat(reading.values()).containsOnlyKeys("Min", "Avg", "Max", "Cou", "Flag"));
        }
        for (Sample sample : Sample.realtime()) {
            assertThat(sample.packet().readings())
                    .hasSize(10)
                    .allSatisfy(reading -> assertThat(reading.values()).containsOnlyKeys("Rtd", "Flag"));
        }
    }

    @Test
    void encodingWritesTheFrames() {
        EncodeBenchmark encode = new EncodeBenchmark();
        assertThat(encode.encode2011(hole)).isEqualTo(bytes(Sample.realtime()));
        assertThat(encode.encode2061(hole)).isEqualTo(bytes(Sample.hours()));
    }

    private static long bytes(List<Sample> samples) {
        return samples.stream().mapToLong(sample -> sample.frame().length).sum();
    }

    @Test
    void framingFindsEveryFrame() {
        assertThat(new FramingBenchmark().frameNoisyStream(hole)).isEqualTo(NoisyStream.FRAMES);
    }

    @Test
    void bothCheckSumsAgreeWithTheFrames() {
        CrcBenchmark crc = new CrcBenchmark();
        long declared = Sample.hours().stream()
                .mapToLong(sample -> Long.parseLong(new String(sample.frame(), sample.frame().length - 6, 4), 16))
                .sum();
        assertThat(crc.crcSliced()).isEqualTo(declared);
        assertThat(crc.crcLoop()).isEqualTo(declared);
    }
}
