package io.yuanqing.simulator.nature;

import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.city.Process.Level;
import io.yuanqing.simulator.nature.Episode.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments of one point say: the truth, seen through calibration, maintenance, defects and falsification.
 * A pure function of (seed, MN, time). One thread at a time (it keeps the week that was asked for last).
 */
public final class PointModel {

    private static final int DAILY_CALIBRATION = 12;
    private static final int WEEKLY_CALIBRATION = 45;
    private static final int DAY = 1440;
    /** Above this oxygen loggers stop converting with the true value, lest the quotient run away. */
    public static final double HIGHEST_OXYGEN = 20.0;

    private final CityPoint point;
    private final Episodes episodes;
    private final Truth truth;
    private final long key;
    private final int oxygenIndex;
    private final int sampling;
    private final int calibrationAt;
    private final int calibrationWeekday;
    private final boolean[] sampled;
    private final boolean[] converts;
    private final boolean[] analysed;
    private long sampleHeld = Long.MIN_VALUE;
    private double[] sampleValues = {};

    public PointModel(long seed, CityPoint point) {
        this.point = point;
        this.episodes = new Episodes(seed, point);
        this.truth = new Truth(seed, point, episodes);
        this.key = Noise.key(seed, point.mn() + "/instruments");
        this.oxygenIndex = point.factors().indexOf("a19001");
        this.sampling = Noise.even(Noise.key(key, "sampling")) < 0.6 ? 120 : 60;
        this.calibrationAt = Noise.pick(Noise.key(key, "calibration"), DAY - WEEKLY_CALIBRATION);
        this.calibrationWeekday = Noise.pick(Noise.key(key, "weekday"), 7);
        int count = point.factors().size();
        this.sampled = new boolean[count];
        this.converts = new boolean[count];
        this.analysed = new boolean[count];
        for (int i = 0; i < count; i++) {
            String factor = point.factors().get(i);
            boolean pollutant = point.process().levels().containsKey(factor) && !factor.equals("a01901");
            sampled[i] = sampled(factor);
            converts[i] = point.referenceOxygen() != null && oxygenIndex >= 0 && pollutant;
            analysed[i] = factor.equals("a19001") || pollutant && !factor.equals("w01001");
        }
    }

    public CityPoint point() {
        return point;
    }

    /** Episodes that touch [fromMinute, toMinute). */
    public List<Episode> episodes(long fromMinute, long toMinute) {
        return episodes.touching(fromMinute, toMinute);
    }

    /** The episode of a kind that is going on, if any. */
    public @Nullable Episode during(Kind kind, long minute) {
        for (Episode episode : episodes.around(minute)) {
            if (episode.kind() == kind && episode.at(minute)) {
                return episode;
            }
        }
        return null;
    }

    /** Analysers of water take a sample and work on it for an hour or two; the value stands until the next. */
    public boolean sampled(String factor) {
        return factor.startsWith("w") && !factor.equals("w01001") && !factor.equals("w00000");
    }

    /** First minute of the sample whose value stands at a minute. */
    public long sampleMinute(long minute) {
        return Math.floorDiv(minute, sampling) * sampling;
    }

    /** Full load, falling and rising with the plant: 0 when it stands. */
    public boolean running(long minute) {
        return truth.load(minute, episodes.around(minute)) > 0;
    }

    public Minute at(long minute) {
        double[] value = truth.at(minute);
        double[] sample = point.gas() ? value : sample(minute);
        int count = value.length;
        double[] sway = new double[count];
        char[] flag = new char[count];
        boolean stopped = during(Kind.STOP, minute) != null;
        for (int i = 0; i < count; i++) {
            if (sampled[i]) {
                value[i] = sample[i];
            }
            sway[i] = sampled[i] ? 0 : Math.abs(value[i]) * 0.01 * (1 + 2 * Noise.even(key + 31 * minute + i));
            flag[i] = stopped ? 'F' : 'N';
        }
        if (!stopped) {
            disturb(minute, value, sway, flag);
        }
        return new Minute(minute, value, sway, convert(value), flag);
    }

    private double[] sample(long minute) {
        long at = sampleMinute(minute);
        if (at != sampleHeld) {
            sampleValues = truth.at(at);
            sampleHeld = at;
        }
        return sampleValues;
    }

    private void disturb(long minute, double[] value, double[] sway, char[] flag) {
        for (Episode episode : episodes.around(minute)) {
            if (!episode.at(minute)) {
                continue;
            }
            for (int i = 0; i < value.length; i++) {
                String factor = point.factors().get(i);
                if (episode.kind().falsified()) {
                    falsify(episode, minute, i, factor, value, sway);
                } else if (episode.concerns(factor)) {
                    defect(episode, minute, i, factor, value, sway, flag);
                }
            }
        }
        calibrate(minute, value, sway, flag);
    }

    private void falsify(Episode episode, long minute, int i, String factor, double[] value, double[] sway) {
        Level level = point.process().levels().get(factor);
        if (episode.kind() == Kind.DILUTED) {
            dilute(episode, factor, i, value);
            return;
        }
        if (!episode.concerns(factor)) {
            return;
        }
        switch (episode.kind()) {
            case CONSTANT -> {
                value[i] = truthOf(i, episode.fromMinute());
                sway[i] = 0;
            }
            case CAPPED -> {
                double cap = level == null ? value[i] : level.limit() * episode.strength() * thinning(value);
                sway[i] = Math.min(sway[i], 0.002 * cap);
                value[i] = Math.min(value[i], cap - sway[i]);
            }
            case COPIED -> {
                // Day by day further back, so that every day of the stretch repeats the one before it.
                long days = (minute - episode.fromMinute()) / DAY + 1;
                value[i] = truthOf(i, minute - days * DAY);
            }
            case SCALED, OXYGEN_LOWERED -> {
                value[i] *= episode.strength();
                sway[i] *= episode.strength();
            }
            case QUIET -> {
                double mean = truthOf(i, episode.fromMinute());
                value[i] = mean * (1 + 0.002 * Noise.bell(key + 7 * minute + i));
                sway[i] = mean * 0.0005;
            }
            default -> throw new IllegalStateException(episode.kind() + " is no falsification");
        }
    }

    private void dilute(Episode episode, String factor, int i, double[] value) {
        if (factor.equals("a19001")) {
            value[i] = 20.8 - (20.8 - value[i]) * episode.strength();
        } else if (point.process().levels().containsKey(factor) && !factor.equals("a01901")) {
            value[i] *= episode.strength();
        }
    }

    private void defect(
            Episode episode, long minute, int i, String factor, double[] value, double[] sway, char[] flag) {
        Level level = point.process().levels().get(factor);
        switch (episode.kind()) {
            case MAINTENANCE -> {
                flag[i] = 'M';
                if (level != null) {
                    value[i] *= 0.05;
                    sway[i] *= 0.05;
                }
            }
            case FAULT -> {
                flag[i] = 'D';
                value[i] = Noise.even(episode.fromMinute()) < 0.5 ? 0 : truthOf(i, episode.fromMinute()) * 1.6;
                sway[i] = 0;
            }
            case OVER_RANGE -> {
                flag[i] = 'T';
                value[i] = factor.equals("w01001") ? 14 : level == null ? value[i] : Math.max(level.limit() * 5, 1);
                sway[i] = 0;
            }
            default -> {
                // Network, power and treatment leave the reading as it is.
            }
        }
    }

    /** Gas analysers: zero, then span gas, each day at the point's own time, longer once a week; water: weekly check. */
    private void calibrate(long minute, double[] value, double[] sway, char[] flag) {
        int since = CityTime.minuteOfDay(minute) - calibrationAt;
        boolean weekly = CityTime.dayOfWeek(minute) == calibrationWeekday;
        int length = weekly ? WEEKLY_CALIBRATION : point.gas() ? DAILY_CALIBRATION : 0;
        if (since < 0 || since >= length) {
            return;
        }
        for (int i = 0; i < value.length; i++) {
            if (analysed[i] && flag[i] == 'N') {
                Level level = point.process().levels().get(point.factors().get(i));
                flag[i] = 'C';
                sway[i] = 0;
                double span = level == null ? 20.9 : Math.max(level.limit(), level.typical()) * 0.8;
                value[i] = since < length / 2 ? 0.004 * span : span;
            }
        }
    }

    private double truthOf(int index, long minute) {
        long asked = sampled[index] ? sampleMinute(minute) : minute;
        return truth.at(asked)[index];
    }

    /** (21 − O2) / (21 − reference): from a level at reference oxygen to what the analyser sees. */
    private double thinning(double[] value) {
        Double reference = point.referenceOxygen();
        return reference == null || oxygenIndex < 0
                ? 1
                : (21 - Math.min(value[oxygenIndex], HIGHEST_OXYGEN)) / (21 - reference);
    }

    private double[] convert(double[] value) {
        double[] converted = new double[value.length];
        double thinning = thinning(value);
        for (int i = 0; i < value.length; i++) {
            converted[i] = converts[i] ? value[i] / thinning : Double.NaN;
        }
        return converted;
    }

    /** Whether a factor has a value at reference oxygen. */
    public boolean converts(String factor) {
        int index = point.factors().indexOf(factor);
        return index >= 0 && converts[index];
    }
}
