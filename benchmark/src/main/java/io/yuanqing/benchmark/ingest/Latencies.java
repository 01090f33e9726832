package io.yuanqing.benchmark.ingest;

/** How long answers took, in steps of a tenth of a millisecond up to a minute. Not safe for several threads. */
final class Latencies {

    private static final long STEP_NANOS = 100_000;
    private static final int STEPS = 600_000;

    private final int[] counts = new int[STEPS];
    private long count;

    void add(long nanos) {
        counts[(int) Math.min(STEPS - 1, Math.max(0, nanos / STEP_NANOS))]++;
        count++;
    }

    void add(Latencies others) {
        for (int i = 0; i < STEPS; i++) {
            counts[i] += others.counts[i];
        }
        count += others.count;
    }

    long count() {
        return count;
    }

    /**
     * The time within which such a share of the answers came.
     *
     * @param share 0.99 for the 99th percentile
     * @return milliseconds, rounded up to a tenth; NaN when there was no answer
     */
    double milliseconds(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long left = (long) Math.ceil(count * share);
        int step = 0;
        while (left > counts[step]) {
            left -= counts[step];
            step++;
        }
        return (step + 1) * STEP_NANOS / 1e6;
    }
}
