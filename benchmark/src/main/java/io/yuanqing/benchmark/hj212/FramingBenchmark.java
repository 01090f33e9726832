package io.yuanqing.benchmark.hj212;

import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Framer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A {@link NoisyStream} cut into frames, as it comes from a socket: in reads of 1,460 bytes. Returns the frames found. */
@State(Scope.Thread)
@OperationsPerInvocation(NoisyStream.FRAMES)
public class FramingBenchmark {

    /** What one TCP segment carries over Ethernet. */
    private static final int READ = 1460;

    private final byte[] stream = NoisyStream.bytes();

    @Benchmark
    public int frameNoisyStream(Blackhole hole) {
        Framer framer = new Framer();
        int frames = 0;
        for (int at = 0; at < stream.length; at += READ) {
            framer.feed(stream, at, Math.min(READ, stream.length - at));
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                hole.consume(cut);
                frames += cut instanceof Cut.Frame ? 1 : 0;
            }
        }
        return frames;
    }
}
