package io.yuanqing.benchmark.hj212;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From packets to frames. Returns the number of bytes written. */
@State(Scope.Thread)
@OperationsPerInvocation(Sample.COUNT)
public class EncodeBenchmark {

    private final List<Packet> realtime =
            Sample.realtime().stream().map(Sample::packet).toList();
    private final List<Packet> hours =
            Sample.hours().stream().map(Sample::packet).toList();

    @Benchmark
    public long encode2011(Blackhole hole) {
        return encode(realtime, hole);
    }

    @Benchmark
    public long encode2061(Blackhole hole) {
        return encode(hours, hole);
    }

    private static long encode(List<Packet> packets, Blackhole hole) {
        long written = 0;
        for (Packet packet : packets) {
            byte[] frame = Encoder.frame(packet, Edition.E2017);
            hole.consume(frame);
            written += frame.length;
        }
        return written;
    }
}
