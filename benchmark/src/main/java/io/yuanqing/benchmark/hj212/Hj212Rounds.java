package io.yuanqing.benchmark.hj212;

import io.yuanqing.benchmark.Rounds;
import io.yuanqing.benchmark.Table;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** The same benchmarks by processor time, decoding and the scan by turns: what counts on a machine that is not idle. */
final class Hj212Rounds {

    private Hj212Rounds() {}

    static String run(boolean quick) {
        return table(Rounds.of(tasks(), quick ? 30 : 60, quick ? 20 : 60, 20));
    }

    static List<Rounds.Task> tasks() {
        Blackhole hole = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        DecodeBenchmark decode = new DecodeBenchmark();
        EncodeBenchmark encode = new EncodeBenchmark();
        FramingBenchmark framing = new FramingBenchmark();
        CrcBenchmark crc = new CrcBenchmark();
        return List.of(
                new Rounds.Task("decode2011", Sample.COUNT, () -> hole.consume(decode.decode2011(hole))),
                new Rounds.Task("scan2011", Sample.COUNT, () -> hole.consume(decode.scan2011())),
                new Rounds.Task("decode2061", Sample.COUNT, () -> hole.consume(decode.decode2061(hole))),
                new Rounds.Task("scan2061", Sample.COUNT, () -> hole.consume(decode.scan2061())),
                new Rounds.Task("encode2011", Sample.COUNT, () -> hole.consume(encode.encode2011(hole))),
                new Rounds.Task("encode2061", Sample.COUNT, () -> hole.consume(encode.encode2061(hole))),
                new Rounds.Task(
                        "frameNoisyStream", NoisyStream.FRAMES, () -> hole.consume(framing.frameNoisyStream(hole))),
                new Rounds.Task("crcSliced", Sample.COUNT, () -> hole.consume(crc.crcSliced())));
    }

    static String table(Rounds rounds) {
        Table table = new Table("by processor time", "best", "median", "of the scan", "bytes/packet", "aim");
        decode(table, rounds, "2011", 400_000, 4096);
        decode(table, rounds, "2061", 200_000, 8192);
        row(table, rounds, "encode2011", "encode 2011");
        row(table, rounds, "encode2061", "encode 2061");
        row(table, rounds, "frameNoisyStream", "frame a noisy stream");
        row(table, rounds, "crcSliced", "CRC of 2061, sliced");
        return table.toString();
    }

    private static void decode(Table table, Rounds rounds, String cn, int rate, int bytes) {
        String name = "decode" + cn;
        double share = rounds.share(name, "scan" + cn);
        table.row(
                "decode " + cn,
                Table.count(rounds.best(name)),
                Table.count(rounds.median(name)),
                Table.percent(share),
                Table.count(rounds.bytes(name)),
                Hj212Bench.aim(rounds.best(name), share, rounds.bytes(name), rate, bytes));
        row(table, rounds, "scan" + cn, "  scan " + cn + ", table CRC");
    }

    private static void row(Table table, Rounds rounds, String name, String words) {
        table.row(
                words,
                Table.count(rounds.best(name)),
                Table.count(rounds.median(name)),
                "",
                Table.count(rounds.bytes(name)),
                "");
    }

    /** For a change's effect alone: {@code java -cp yuanqing-benchmark.jar io.yuanqing.benchmark.hj212.Hj212Rounds}. */
    public static void main(String[] arguments) {
        System.out.print(run(true));
    }
}
