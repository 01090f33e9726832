package io.yuanqing.benchmark.hj212;

import io.yuanqing.benchmark.Measured;
import io.yuanqing.benchmark.Measuring;
import io.yuanqing.benchmark.Table;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks of the protocol library and sets their figures beside what was aimed at. */
public final class Hj212Bench {

    private Hj212Bench() {}

    public static String run(boolean quick) throws RunnerException {
        // First, while this JVM has compiled nothing else.
        String byProcessorTime = Hj212Rounds.run(quick);
        return table(Measuring.packagesOf(Hj212Bench.class, quick)) + "\n" + byProcessorTime;
    }

    static String table(Map<String, Measured> measured) {
        Table table = new Table("by the clock", "packets/s", "+-", "of the scan", "bytes/packet", "aim");
        decode(table, measured, "2011", 400_000, 4096);
        decode(table, measured, "2061", 200_000, 8192);
        row(table, measured, "encode2011", "encode 2011");
        row(table, measured, "encode2061", "encode 2061");
        row(table, measured, "frameNoisyStream", "frame a noisy stream");
        row(table, measured, "crcSliced", "CRC of 2061, sliced");
        row(table, measured, "crcLoop", "CRC of 2061, the standard's loop");
        return table.toString();
    }

    private static void decode(Table table, Map<String, Measured> measured, String cn, int rate, int bytes) {
        Measured decode = Measured.of(measured, "decode" + cn);
        Measured scan = Measured.of(measured, "scan" + cn);
        double share = decode.perSecond() / scan.perSecond();
        table.row(
                "decode " + cn,
                Table.count(decode.perSecond()),
                Table.count(decode.error()),
                Table.percent(share),
                Table.count(decode.bytes()),
                aim(decode.perSecond(), share, decode.bytes(), rate, bytes));
        row(table, measured, "scan" + cn, "  scan " + cn + ", table CRC");
        row(table, measured, "scanSliced" + cn, "  scan " + cn + ", sliced CRC");
    }

    static String aim(double perSecond, double share, double allocated, int rate, int bytes) {
        boolean met = perSecond >= rate && share >= 0.5 && allocated <= bytes;
        return ">= %s/s, >= 50 %%, <= %s bytes: %s"
                .formatted(Table.count(rate), Table.count(bytes), met ? "met" : "missed");
    }

    private static void row(Table table, Map<String, Measured> measured, String name, String words) {
        Measured one = Measured.of(measured, name);
        table.row(words, Table.count(one.perSecond()), Table.count(one.error()), "", Table.count(one.bytes()), "");
    }
}
