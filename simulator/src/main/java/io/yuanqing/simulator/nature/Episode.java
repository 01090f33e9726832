package io.yuanqing.simulator.nature;

/**
 * Something that goes on for a while at one point.
 *
 * @param factor code of the factor that it concerns; empty: all
 * @param fromMinute first minute since 1970
 * @param toMinute minute after the last one
 * @param strength its degree, by kind: a factor, a share
 */
public record Episode(Kind kind, String factor, long fromMinute, long toMinute, double strength) {

    public boolean at(long minute) {
        return minute >= fromMinute && minute < toMinute;
    }

    boolean concerns(String code) {
        return factor.isEmpty() || factor.equals(code);
    }

    /** What can happen. The second group is what somebody does to the figures: flag N, as if nothing were wrong. */
    public enum Kind {
        STOP("the plant stands still"),
        TREATMENT_FAILURE("the treatment fails; the true value exceeds its limit"),
        MAINTENANCE("the instruments are being serviced, flag M"),
        FAULT("the instrument is broken, flag D"),
        OVER_RANGE("the value is beyond the measuring range, flag T"),
        OUTAGE("no network; the data come later"),
        SILENCE("the logger has no power; the data never come"),

        CONSTANT("falsified: one value throughout"),
        CAPPED("falsified: held just under the limit"),
        COPIED("falsified: yesterday's values once more"),
        SCALED("falsified: multiplied by a constant below 1"),
        QUIET("falsified: hardly any variance"),
        DILUTED("falsified: air let into the sample; low values, high oxygen"),
        OXYGEN_LOWERED("falsified: oxygen set low, so that the converted value is");

        private final String note;

        Kind(String note) {
            this.note = note;
        }

        public String note() {
            return note;
        }

        public boolean falsified() {
            return compareTo(CONSTANT) >= 0;
        }
    }
}
