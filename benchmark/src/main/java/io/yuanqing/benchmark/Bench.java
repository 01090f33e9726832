package io.yuanqing.benchmark;

import io.yuanqing.benchmark.hj212.Hj212Bench;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** {@code bench [NAME…] [--quick]}: runs the named benchmarks, or all there are. The table comes last. */
public final class Bench {

    private static final List<String> NAMES = List.of("hj212");

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        for (String name : names) {
            if (!NAMES.contains(name)) {
                System.err.println("bench: there is no benchmark '" + name + "'; there are " + NAMES
                        + ". Usage: bench [NAME…] [--quick]");
                System.exit(2);
            }
        }
        StringBuilder tables = new StringBuilder();
        for (String name : names.isEmpty() ? NAMES : names) {
            tables.append('\n').append(name).append(machine()).append('\n').append(run(name, quick));
        }
        System.out.print(tables);
    }

    private static String run(String name, boolean quick) throws RunnerException {
        return switch (name) {
            case "hj212" -> Hj212Bench.run(quick);
            default -> throw new IllegalArgumentException("no benchmark '" + name + "'");
        };
    }

    private static String machine() {
        return ": one thread, JDK %s, %s %s, %d processors"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
    }
}
