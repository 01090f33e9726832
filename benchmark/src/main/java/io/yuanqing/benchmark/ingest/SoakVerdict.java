package io.yuanqing.benchmark.ingest;

import io.yuanqing.benchmark.Table;
import io.yuanqing.benchmark.ingest.SoakSample.Series;
import java.util.List;
import java.util.Locale;

/**
 * Whether a soak was flat: the growth of each series from its start to its end, by its trend, is no more than allowed.
 *
 * @param table for a terminal
 */
public record SoakVerdict(String table, boolean flat) {

    /** Until then the server loads classes, compiles, and fills its caches and pools: not judged. */
    private static final double WARMING_UP = 0.25;

    private static final int FEWEST = 4;

    /** @throws IllegalArgumentException when there are too few samples to judge by */
    static SoakVerdict of(List<SoakSample> all) {
        List<SoakSample> judged = all.subList((int) (all.size() * WARMING_UP), all.size());
        if (judged.size() < FEWEST) {
            throw new IllegalArgumentException(
                    all.size() + " samples are too few for a verdict; let the soak run longer");
        }
        double[] times = judged.stream().mapToDouble(SoakSample::seconds).toArray();
        double span = times[times.length - 1] - times[0];
        Table table = new Table("", "median", "growth", "an hour", "allowed", "unit", "verdict");
        boolean flat = true;
        for (Series series : Series.values()) {
            Trend trend =
                    Trend.of(times, judged.stream().mapToDouble(series::of).toArray());
            double growth = trend.slope() * span;
            double allowed = series.allowed(trend.median());
            boolean met = !(growth > allowed);
            flat &= met;
            table.row(
                    series.words,
                    decimal(trend.median()),
                    decimal(growth),
                    decimal(trend.slope() * 3600),
                    decimal(allowed),
                    series.unit,
                    met ? "flat" : "grows");
        }
        return new SoakVerdict(table.toString(), flat);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}
