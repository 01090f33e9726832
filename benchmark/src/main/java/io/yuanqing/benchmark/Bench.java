package io.yuanqing.benchmark;

import io.yuanqing.benchmark.hj212.Hj212Bench;
import io.yuanqing.benchmark.ingest.IngestBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench [NAME…] [--quick | --long]}: runs the named benchmarks, or all there are. The table comes last. The server
 * that takes the packets is the jar that the property {@code yuanqing.center} names.
 */
public final class Bench {

    private static final List<String> NAMES = List.of("hj212", "ingest");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        boolean longer = names.remove("--long");
        for (String name : names) {
            if (!NAMES.contains(name)) {
                System.err.println("bench: there is no benchmark '" + name + "'; there are " + NAMES
                        + ". Usage: bench [NAME…] [--quick | --long]");
                System.exit(2);
            }
        }
        StringBuilder tables = new StringBuilder();
        for (String name : names.isEmpty() ? NAMES : names) {
            tables.append('\n').append(name).append(machine()).append('\n').append(run(name, quick, longer));
        }
        System.out.print(tables);
    }

    private static String run(String name, boolean quick, boolean longer) throws Exception {
        return switch (name) {
            case "hj212" -> Hj212Bench.run(quick);
            case "ingest" ->
                IngestBench.run(
                        Path.of(System.getProperty("yuanqing.center", "center/target/yuanqing-center.jar")),
                        quick,
                        longer);
            default -> throw new IllegalArgumentException("no benchmark '" + name + "'");
        };
    }

    private static String machine() {
        return ": JDK %s, %s %s, %d processors"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
    }
}
