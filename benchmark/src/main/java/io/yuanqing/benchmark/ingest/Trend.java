package io.yuanqing.benchmark.ingest;

import java.util.Arrays;

/**
 * The line through a series by Theil and Sen: its slope is the median of the slopes between all pairs of points, so that a
 * spike or two do not turn it as they turn the line of least squares.
 *
 * @param slope per second
 * @param median of the values
 */
record Trend(double slope, double median) {

    /** Points whose pairs are still few enough; of more, every n-th is looked at. */
    private static final int MOST = 1_000;

    /** @param times ascending, all different */
    static Trend of(double[] times, double[] values) {
        if (times.length != values.length || times.length < 2) {
            throw new IllegalArgumentException("a trend needs two points; there are " + times.length);
        }
        int step = (times.length + MOST - 1) / MOST;
        int points = (times.length + step - 1) / step;
        double[] slopes = new double[points * (points - 1) / 2];
        int n = 0;
        for (int i = 0; i < points; i++) {
            for (int j = i + 1; j < points; j++) {
                slopes[n++] = (values[j * step] - values[i * step]) / (times[j * step] - times[i * step]);
            }
        }
        return new Trend(median(slopes), median(values));
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
