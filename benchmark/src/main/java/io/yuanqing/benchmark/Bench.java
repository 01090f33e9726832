package io.yuanqing.benchmark;

import io.yuanqing.benchmark.hj212.Hj212Bench;
import io.yuanqing.benchmark.ingest.BlocksBench;
import io.yuanqing.benchmark.ingest.IngestBench;
import io.yuanqing.benchmark.ingest.SoakBench;
import io.yuanqing.benchmark.ingest.SoakVerdict;
import io.yuanqing.benchmark.web.WebBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench [NAME…] [--quick | --long]}: runs the named benchmarks, or all but the soak and the
 * pages. The table comes last. The
 * server that takes the packets is the jar that the property {@code yuanqing.center} names. Ends with 1 when a soak was
 * not flat, with 2 when it was not understood.
 */
public final class Bench {

    private static final List<String> ALL = List.of("hj212", "ingest", "blocks");
    private static final String SOAK = "soak";
    private static final String WEB = "web";
    private static final String USAGE =
            "Usage: bench [hj212] [ingest] [blocks] [--quick | --long]\n       bench soak [--minutes 60] [--rate 2000] [--folder .]"
                    + "\n       bench web [--quick] [--points 10000] [--days 365]";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean flat = true;
        try {
            if (words.remove(SOAK)) {
                flat = soak(words);
            } else if (words.remove(WEB)) {
                web(words);
            } else {
                measure(words);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
        System.exit(flat ? 0 : 1);
    }

    private static void measure(List<String> names) throws Exception {
        boolean quick = names.remove("--quick");
        boolean longer = names.remove("--long");
        for (String name : names) {
            if (!ALL.contains(name)) {
                throw new IllegalArgumentException("there is no benchmark '" + name + "'");
            }
        }
        StringBuilder tables = new StringBuilder();
        for (String name : names.isEmpty() ? ALL : names) {
            String table = switch (name) {
                case "hj212" -> Hj212Bench.run(quick);
                case "ingest" -> IngestBench.run(center(), quick, longer);
                default -> BlocksBench.run(center(), quick);
            };
            tables.append('\n').append(name).append(machine()).append('\n').append(table);
        }
        System.out.print(tables);
    }

    private static boolean soak(List<String> options) throws Exception {
        int minutes = number(options, "--minutes", 60);
        int rate = number(options, "--rate", 2_000);
        Path folder = Path.of(value(options, "--folder", "."));
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("a soak knows no '" + options.get(0) + "'");
        }
        SoakVerdict verdict = SoakBench.run(center(), new SoakBench.Plan(Duration.ofMinutes(minutes), rate, folder));
        System.out.print('\n' + SOAK + machine() + '\n' + verdict.table());
        System.out.println(verdict.flat() ? "flat" : "NOT FLAT");
        return verdict.flat();
    }

    private static void web(List<String> options) throws Exception {
        WebBench.Plan usual = options.remove("--quick") ? WebBench.Plan.QUICK : WebBench.Plan.FULL;
        int points = number(options, "--points", usual.points());
        int days = number(options, "--days", usual.days());
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("the pages' benchmark knows no '" + options.get(0) + "'");
        }
        Path web = Path.of(System.getProperty("yuanqing.web", "web"));
        String table = WebBench.run(center(), web, new WebBench.Plan(points, days));
        System.out.print('\n' + WEB + machine() + '\n' + table);
    }

    private static int number(List<String> options, String name, int otherwise) {
        String text = value(options, name, Integer.toString(otherwise));
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(name + " '" + text + "' is no whole number from 1 on");
        }
        return Integer.parseInt(text);
    }

    /** Takes an option and its value out of the words. */
    private static String value(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == options.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        options.remove(at);
        return options.remove(at);
    }

    private static Path center() {
        return Path.of(System.getProperty("yuanqing.center", "center/target/yuanqing-center.jar"));
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
