package io.yuanqing.benchmark.hj212;

import io.yuanqing.hj212.Crc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The CRC alone, over the data segments of CN 2061. Returns the sum of the check sums. */
@State(Scope.Thread)
@OperationsPerInvocation(Sample.COUNT)
public class CrcBenchmark {

    private final byte[][] frames = DecodeBenchmark.frames(Sample.hours());

    @Benchmark
    public long crcSliced() {
        long sum = 0;
        for (byte[] frame : frames) {
            sum += Crc.of(frame, 6, frame.length - 6);
        }
        return sum;
    }

    @Benchmark
    public long crcLoop() {
        long sum = 0;
        for (byte[] frame : frames) {
            sum += loop(frame, 6, frame.length - 6);
        }
        return sum;
    }

    /** As the standard prints it (appendix A), bit by bit. */
    private static int loop(byte[] bytes, int from, int to) {
        int register = 0xFFFF;
        for (int i = from; i < to; i++) {
            register = (register >> 8) ^ (bytes[i] & 0xFF);
            for (int shift = 0; shift < 8; shift++) {
                int lowest = register & 1;
                register >>= 1;
                if (lowest == 1) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }
}
