package io.yuanqing.benchmark.web;

import io.yuanqing.benchmark.ingest.CenterDatabase;
import io.yuanqing.benchmark.ingest.CenterProcess;
import io.yuanqing.benchmark.ingest.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The pages of a large city in a real browser: a server of its own with many points and their hours, Chromium by Playwright.
 * What a page must show is checked; how long it takes is only told.
 */
public final class WebBench {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int IN_FLIGHT = 1;

    /**
     * What is asked for.
     *
     * @param points monitoring points
     * @param days with hour values, up to yesterday
     */
    public record Plan(int points, int days) {

        public static final Plan FULL = new Plan(10_000, 365);
        public static final Plan QUICK = new Plan(1_000, 60);
    }

    private WebBench() {}

    /**
     * @param jar the server
     * @param web folder of the front end, with what its tests need installed
     * @return the table
     * @throws IOException also when a page did not show what it must
     */
    public static String run(Path jar, Path web, Plan plan) throws IOException, InterruptedException, SQLException {
        Path folder = CenterProcess.temporaryFolder();
        try {
            generate(jar, folder, plan);
            // A start of its own: nothing of the generated city is in any memory of the server.
            try (CenterProcess center = CenterProcess.start(jar, folder, List.of("run"), Map.of());
                    CenterDatabase database = CenterDatabase.of(center.data())) {
                say("a packet of each point");
                try (Load load = Load.connect(center.tcpPort(), LargeCity.PREFIX, plan.points(), IN_FLIGHT)) {
                    awaitReaders(database);
                    return "%,d points, %,d days of hours (%,d MB with their key)%n"
                                    .formatted(plan.points(), plan.days(), database.bytes("hour_value") >> 20)
                            + browse(center, web, plan);
                }
            }
        } finally {
            CenterProcess.remove(folder);
        }
    }

    private static void generate(Path jar, Path folder, Plan plan)
            throws IOException, InterruptedException, SQLException {
        try (CenterProcess center = CenterProcess.start(jar, folder, List.of("run"), Map.of());
                CenterDatabase database = CenterDatabase.of(center.data())) {
            LocalDate today = LocalDate.now(CITY);
            LargeCity city = new LargeCity(database, plan.points());
            say("%,d points".formatted(plan.points()));
            city.register();
            say("%,d hour values".formatted(2L * 24 * plan.days() * plan.points()));
            city.hours(today.minusDays(plan.days()), today);
        }
    }

    private static void awaitReaders(CenterDatabase database) throws SQLException, InterruptedException {
        while (database.readerLag() > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String browse(CenterProcess center, Path web, Plan plan) throws IOException, InterruptedException {
        say("pages");
        Path table = Files.createTempFile("yuanqing-pages-", ".txt");
        try {
            ProcessBuilder browser = new ProcessBuilder("npx", "playwright", "test", "--config", "bench.config.ts")
                    .directory(web.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            browser.environment()
                    .putAll(Map.of(
                            "YUANQING_URL", center.address(),
                            "YUANQING_ADMIN_PASSWORD", center.password(),
                            "BENCH_POINTS", Integer.toString(plan.points()),
                            "BENCH_TABLE", table.toString()));
            int ended = browser.start().waitFor();
            String figures = Files.readString(table);
            if (ended != 0) {
                throw new IOException("a page did not show what it must; see above. Until then:\n" + figures);
            }
            return figures;
        } finally {
            Files.delete(table);
        }
    }

    private static void say(String what) {
        System.err.println("bench web: " + what);
    }
}
