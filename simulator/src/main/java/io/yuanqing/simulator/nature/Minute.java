package io.yuanqing.simulator.nature;

/**
 * What the logger has of one minute, by index of the point's factors.
 *
 * @param value mean of the minute
 * @param sway half the span between lowest and highest instant of the minute, around the mean
 * @param converted value at reference oxygen; NaN where the factor is not converted
 * @param flag HJ 212 data flag
 */
public record Minute(long epochMinute, double[] value, double[] sway, double[] converted, char[] flag) {

    /**
     * The value of one second: a wave whose mean over the minute is the minute's value and whose ends are its lowest and
     * highest. So realtime, minute and hour data agree with each other.
     */
    public double instant(int index, int second) {
        return value[index] + wave(index, second) * sway[index];
    }

    public double convertedInstant(int index, int second) {
        double relative = value[index] == 0 ? 0 : sway[index] / value[index];
        return converted[index] * (1 + wave(index, second) * relative);
    }

    private double wave(int index, int second) {
        return Math.sin(second * Math.PI / 30 + index + epochMinute % 7);
    }
}
