package io.yuanqing.center.packets.block;

/** How the next number of a series is foretold from those before. The order of the constants is part of the format. */
enum Foretelling {
    /** As the last one. */
    SAME,
    /** As much more than the last one as that was more than the one before. */
    STEP,
    /** A mean of about the last four. */
    SHORT_MEAN,
    /** A mean of about the last sixteen. */
    LONG_MEAN;

    /** Numbers that are looked at to choose. */
    private static final int LOOKED_AT = 600;

    /** A series under way. */
    static final class Run {

        private static final int PLACES = 5;

        private final Foretelling way;
        private long count;
        private long last;
        private long beforeLast;
        private long mean; // with so many binary places

        Run(Foretelling way) {
            this.way = way;
        }

        long next() {
            if (count == 0) {
                return 0;
            }
            return switch (way) {
                case SAME -> last;
                case STEP -> count == 1 ? last : last + (last - beforeLast);
                case SHORT_MEAN, LONG_MEAN -> mean + (1 << PLACES - 1) >> PLACES;
            };
        }

        void was(long number) {
            long weight = Math.min(++count, way == SHORT_MEAN ? 4 : 16);
            mean += ((number << PLACES) - mean) / weight;
            beforeLast = last;
            last = number;
        }
    }

    /** What a way costs. */
    record Cost(Foretelling way, double bits) {}

    /** The way that costs least. */
    static Cost best(long[] numbers) {
        Cost best = new Cost(SAME, Double.MAX_VALUE);
        for (Foretelling way : values()) {
            Run run = new Run(way);
            double bits = 0;
            for (int i = 0; i < Math.min(numbers.length, LOOKED_AT); i++) {
                double off = Math.abs((double) (numbers[i] - run.next()));
                bits += off == 0 ? 0.2 : 2 + Math.log(off) / Math.log(2);
                run.was(numbers[i]);
            }
            if (bits < best.bits) {
                best = new Cost(way, bits);
            }
        }
        return best;
    }

    static Foretelling of(int ordinal) {
        if (ordinal >= values().length) {
            throw new BlockDamaged("no way of foretelling " + ordinal);
        }
        return values()[ordinal];
    }
}
