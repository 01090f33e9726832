package io.yuanqing.benchmark.ingest;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The server at one moment of a soak.
 *
 * @param seconds since the load began
 * @param perSecond packets acknowledged a second since the sample before
 * @param heap bytes of living objects, after garbage collections
 * @param resident bytes in the machine's memory
 * @param descriptors open files and sockets
 * @param lag packets that the readings are behind the log
 */
record SoakSample(
        double seconds,
        double perSecond,
        double heap,
        double resident,
        double threads,
        double descriptors,
        double lag) {

    static final String CSV_HEAD =
            "seconds,packets_per_second,heap_bytes,resident_bytes,threads,descriptors,reader_lag";

    String csv() {
        return String.format(
                Locale.ROOT,
                "%.1f,%.1f,%.0f,%.0f,%.0f,%.0f,%.0f",
                seconds,
                perSecond,
                heap,
                resident,
                threads,
                descriptors,
                lag);
    }

    /** What must stay flat, and how much it may grow from the soak's first to its last minute and still count as flat. */
    enum Series {
        HEAP("heap after GC", "MB", 1 << 20, SoakSample::heap, 16 << 20, 0.10),
        RESIDENT("resident memory", "MB", 1 << 20, SoakSample::resident, 64 << 20, 0.10),
        THREADS("threads", "", 1, SoakSample::threads, 3, 0.05),
        DESCRIPTORS("descriptors", "", 1, SoakSample::descriptors, 5, 0.02),
        LAG("reader lag", "packets", 1, SoakSample::lag, 2_000, 0.50);

        final String words;
        final String unit;
        private final double scale;
        private final ToDoubleFunction<SoakSample> value;
        private final double least;
        private final double share;

        /**
         * @param scale the unit in what is sampled
         * @param least growth that is always allowed, in what is sampled
         * @param share of the median, growth that is allowed where it is more
         */
        Series(
                String words,
                String unit,
                double scale,
                ToDoubleFunction<SoakSample> value,
                double least,
                double share) {
            this.words = words;
            this.unit = unit;
            this.scale = scale;
            this.value = value;
            this.least = least / scale;
            this.share = share;
        }

        double of(SoakSample sample) {
            return value.applyAsDouble(sample) / scale;
        }

        double allowed(double median) {
            return Math.max(least, share * median);
        }
    }
}
