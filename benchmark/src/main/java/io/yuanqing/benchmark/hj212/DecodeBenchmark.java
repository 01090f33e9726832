package io.yuanqing.benchmark.hj212;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From a frame's bytes into the object model, with every number and flag read; beside it the scan of the same bytes. */
@State(Scope.Thread)
@OperationsPerInvocation(Sample.COUNT)
public class DecodeBenchmark {

    private final byte[][] realtime = frames(Sample.realtime());
    private final byte[][] hours = frames(Sample.hours());

    @Benchmark
    public double decode2011(Blackhole hole) {
        double sum = 0;
        for (byte[] frame : realtime) {
            sum += decode(frame, Sample.REALTIME, hole);
        }
        return sum;
    }

    @Benchmark
    public double decode2061(Blackhole hole) {
        double sum = 0;
        for (byte[] frame : hours) {
            sum += decode(frame, Sample.HOUR, hole);
        }
        return sum;
    }

    @Benchmark
    public double scan2011() {
        double sum = 0;
        for (byte[] frame : realtime) {
            sum += Scan.tableCrc(frame);
        }
        return sum;
    }

    @Benchmark
    public double scan2061() {
        double sum = 0;
        for (byte[] frame : hours) {
            sum += Scan.tableCrc(frame);
        }
        return sum;
    }

    @Benchmark
    public double scanSliced2011() {
        double sum = 0;
        for (byte[] frame : realtime) {
            sum += Scan.slicedCrc(frame);
        }
        return sum;
    }

    @Benchmark
    public double scanSliced2061() {
        double sum = 0;
        for (byte[] frame : hours) {
            sum += Scan.slicedCrc(frame);
        }
        return sum;
    }

    private static double decode(byte[] frame, List<String> suffixes, Blackhole hole) {
        Decoded decoded = Decoder.decode(frame);
        Packet packet = decoded.packet();
        if (packet == null || !decoded.ok()) {
            return Double.NaN;
        }
        hole.consume(packet);
        hole.consume(packet.dataTime());
        double sum = 0;
        for (Reading reading : packet.readings()) {
            for (String suffix : suffixes) {
                BigDecimal number = reading.number(suffix);
                // Handed out, so that the object is really made.
                hole.consume(number);
                sum += number == null ? Double.NaN : number.doubleValue();
            }
            hole.consume(reading.flag());
            hole.consume(reading);
        }
        return sum;
    }

    static byte[][] frames(List<Sample> samples) {
        return samples.stream().map(Sample::frame).toArray(byte[][]::new);
    }
}
