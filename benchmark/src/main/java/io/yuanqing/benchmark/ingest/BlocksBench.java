package io.yuanqing.benchmark.ingest;

import io.yuanqing.benchmark.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * What closed days take on disk as rows and, recoded, as blocks; and how long it takes to read them, by the API. The same
 * server, the same packets: first with recoding put off, then with it. Both must give the same answers, byte by byte.
 */
public final class BlocksBench {

    private static final Duration WAIT = Duration.ofMinutes(60);
    private static final int READS = 15;

    private final Path jar;
    private final Path folder;
    private final ClosedDays days;

    private BlocksBench(Path jar, Path folder, ClosedDays days) {
        this.jar = jar;
        this.folder = folder;
        this.days = days;
    }

    /** @param jar the server */
    public static String run(Path jar, boolean quick) throws Exception {
        Path folder = CenterProcess.temporaryFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> CenterProcess.remove(folder), "remove-data"));
        LocalDate today = LocalDate.now(ClosedDays.ZONE);
        ClosedDays days = quick
                ? new ClosedDays(today.minusDays(5), 5, 2, 40, 212)
                : new ClosedDays(today.minusDays(30), 30, 4, 156, 212);
        return new BlocksBench(jar, folder, days).compare();
    }

    /** How a question was answered. */
    private record Read(String what, double milliseconds, String answer) {}

    private record Stored(long bytes, long keyBytes, List<Read> reads) {}

    private String compare() throws Exception {
        Path history = folder.resolve("closed-days");
        days.write(history);
        say("%,d packets with %,d values in %,d MB of frames"
                .formatted(days.packets(), days.values(), Files.size(history) >> 20));
        Stored rows;
        try (CenterProcess center = start("9999d", List.of("demo", "--seed=" + history));
                CenterDatabase database = CenterDatabase.of(center.data())) {
            center.register("SERIES", 1);
            center.register("CITY", 1);
            until("loaded", () -> center.get("/api/demo/history").contains("\"LOADED\""));
            until("read", () -> database.readerLag() == 0);
            until("sealed", () -> database.unsealedPackets() == 0);
            Files.delete(history);
            rows = new Stored(
                    database.bytesOfRowsBefore(days.end()), database.bytes("packet_key"), reads(center, database));
        }
        long start = System.nanoTime();
        try (CenterProcess center = start("0s", List.of("run"));
                CenterDatabase database = CenterDatabase.of(center.data())) {
            until("recoded", () -> database.bytesOfRowsBefore(days.end()) == 0);
            double seconds = (System.nanoTime() - start) / 1e9;
            Stored blocks = new Stored(database.bytesOfBlocks(), database.bytes("packet_key"), reads(center, database));
            return table(rows, blocks, seconds);
        }
    }

    private CenterProcess start(String recodeAfter, List<String> command) throws IOException, InterruptedException {
        return CenterProcess.start(
                jar,
                folder,
                command,
                Map.of("YUANQING_PACKETS_UPKEEPEVERY", "3s", "YUANQING_PACKETS_RECODEAFTER", recodeAfter));
    }

    private List<Read> reads(CenterProcess center, CenterDatabase database) throws Exception {
        String day = "&from=" + instant(days.cityDay()) + "&to="
                + instant(days.cityDay().plusDays(1));
        String all = "&from=" + instant(days.end().minusDays(30)) + "&to=" + instant(days.end());
        long one = database.somePosition(days.cityDay());
        return List.of(
                read("one packet by its number", center, "/api/packets/" + one),
                read("the first 100 packets of a point's day", center, "/api/points/CITY000000/packets?size=100" + day),
                read("all packets of a point's day", center, "/api/points/CITY000000/packets?size=10000" + day),
                read(
                        "a factor's realtime values of a day",
                        center,
                        "/api/points/CITY000000/readings?kind=REALTIME&factor=w01018" + day),
                read(
                        "ten factors' hour values of 30 days",
                        center,
                        "/api/points/SERIES000000/readings?kind=HOUR" + all));
    }

    /** The median of some reads after a first one, whose answer must be the same each time. */
    private static Read read(String what, CenterProcess center, String path) throws IOException, InterruptedException {
        String answer = center.get(path);
        double[] milliseconds = new double[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            String again = center.get(path);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            if (!again.equals(answer)) {
                throw new IllegalStateException(path + " gave two answers");
            }
        }
        Arrays.sort(milliseconds);
        return new Read(what, milliseconds[READS / 2], answer);
    }

    private String table(Stored rows, Stored blocks, double seconds) {
        Table table = new Table("", "rows", "blocks", "ratio", "aim");
        table.row(
                "bytes a value",
                figure(rows.bytes, days.values()),
                figure(blocks.bytes, days.values()),
                ratio(blocks.bytes, rows.bytes),
                "<= 3 as blocks: " + (blocks.bytes <= 3 * days.values() ? "met" : "missed"));
        table.row(
                "of keys, beside them",
                figure(rows.keyBytes, days.values()),
                figure(blocks.keyBytes, days.values()),
                "",
                "");
        List<String> different = new ArrayList<>();
        for (int i = 0; i < rows.reads.size(); i++) {
            Read row = rows.reads.get(i);
            Read block = blocks.reads.get(i);
            table.row(
                    row.what + ", ms",
                    String.format(Locale.ROOT, "%.1f", row.milliseconds),
                    String.format(Locale.ROOT, "%.1f", block.milliseconds),
                    ratio(block.milliseconds, row.milliseconds),
                    "");
            if (row.answer.length() < 100 || !row.answer.equals(block.answer)) {
                different.add(row.what);
            }
        }
        if (!different.isEmpty()) {
            throw new IllegalStateException("rows and blocks do not give the same, or nothing: " + different);
        }
        table.row("packets recoded a second", "", Table.count(days.packets() / seconds), "", "with the server's start");
        return table.toString();
    }

    private static String figure(double bytes, long values) {
        return String.format(Locale.ROOT, "%.2f", bytes / values);
    }

    private static String ratio(double of, double to) {
        return String.format(Locale.ROOT, "%.2f", of / to);
    }

    private static String instant(LocalDate day) {
        return day.atStartOfDay(ClosedDays.ZONE).toInstant().toString();
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > WAIT.toNanos()) {
                throw new IllegalStateException("not " + what + " within " + WAIT);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        say("%s after %.0f s".formatted(what, (System.nanoTime() - start) / 1e9));
    }

    private static void say(String what) {
        System.err.println("bench blocks: " + what);
    }
}
