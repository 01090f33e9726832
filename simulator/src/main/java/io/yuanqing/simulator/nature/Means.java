package io.yuanqing.simulator.nature;

import io.yuanqing.simulator.city.CityPoint;
import java.util.List;

/**
 * One factor over a period (HJ 212-2017 Appendix D).
 *
 * @param mean of the members with flag N, or of all when none has it
 * @param total gas and wastewater m³, pollutants in the factor's unit of mass (kg, or g where it is measured in μg);
 *     NaN where there is none
 * @param flag gas: N from three quarters of normal members on; water: N only when all are; else the commonest other flag
 */
public record Means(
        double mean,
        double low,
        double high,
        double total,
        double convertedMean,
        double convertedLow,
        double convertedHigh,
        char flag) {

    /** Of consecutive minutes: a minute packet's interval or an hour. One element for each factor of the point. */
    public static Means[] ofMinutes(PointModel model, List<Minute> minutes) {
        CityPoint point = model.point();
        int flow = point.factors().indexOf(point.gas() ? "a00000" : "w00000");
        Means[] means = new Means[point.factors().size()];
        for (int i = 0; i < means.length; i++) {
            String factor = point.factors().get(i);
            boolean mass = point.process().levels().containsKey(factor)
                    && !factor.equals("w01001")
                    && !factor.equals("a01901");
            Sum sum = new Sum(point.gas(), i == flow);
            for (Minute minute : minutes) {
                sum.flags(minute.flag()[i]);
            }
            for (Minute minute : minutes) {
                double total = i == flow
                        ? volume(point, minute.value()[i])
                        : mass
                                ? volume(point, minute.value()[flow]) * minute.value()[i] * (point.gas() ? 1e-6 : 1e-3)
                                : Double.NaN;
                sum.add(minute.flag()[i], of(minute, i, total));
            }
            means[i] = sum.result();
        }
        return means;
    }

    /** m³ of one minute: gas flows in m³/s, water in L/s. */
    private static double volume(CityPoint point, double flow) {
        return 60 * flow * (point.gas() ? 1 : 1e-3);
    }

    private static Means of(Minute minute, int i, double total) {
        double value = minute.value()[i];
        double sway = minute.sway()[i];
        double converted = minute.converted()[i];
        double relative = value == 0 ? 0 : sway / value;
        return new Means(
                value,
                value - sway,
                value + sway,
                total,
                converted,
                converted * (1 - relative),
                converted * (1 + relative),
                minute.flag()[i]);
    }

    /** A day, of its hours; its total is the sum of theirs. */
    public static Means[] ofHours(PointModel model, List<Means[]> hours) {
        Means[] means = new Means[model.point().factors().size()];
        for (int i = 0; i < means.length; i++) {
            Sum sum = new Sum(model.point().gas(), true);
            for (Means[] hour : hours) {
                sum.flags(hour[i].flag);
            }
            for (Means[] hour : hours) {
                sum.add(hour[i].flag, hour[i]);
            }
            means[i] = sum.result();
        }
        return means;
    }

    private static final class Sum {
        private static final String FLAGS = "NFMDCT";
        private final boolean gas;
        private final boolean totalOfAll;
        private final int[] counts = new int[FLAGS.length()];
        private int members;
        private int taken;
        private double mean;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private double total;
        private double convertedMean;
        private double convertedLow = Double.POSITIVE_INFINITY;
        private double convertedHigh = Double.NEGATIVE_INFINITY;

        /** @param totalOfAll the total counts every member; otherwise those left out weigh as the mean of the others */
        Sum(boolean gas, boolean totalOfAll) {
            this.gas = gas;
            this.totalOfAll = totalOfAll;
        }

        void flags(char flag) {
            counts[FLAGS.indexOf(flag)]++;
            members++;
        }

        private char flag() {
            if (counts[0] >= (gas ? 0.75 : 1) * members) {
                return 'N';
            }
            int commonest = 1;
            for (int i = 2; i < counts.length; i++) {
                if (counts[i] > counts[commonest]) {
                    commonest = i;
                }
            }
            return FLAGS.charAt(commonest);
        }

        void add(char flag, Means member) {
            boolean counts = flag == 'N' || this.counts[0] == 0;
            if (counts || totalOfAll) {
                total += member.total;
            }
            if (!counts) {
                return;
            }
            taken++;
            mean += member.mean;
            low = Math.min(low, member.low);
            high = Math.max(high, member.high);
            convertedMean += member.convertedMean;
            convertedLow = Math.min(convertedLow, member.convertedLow);
            convertedHigh = Math.max(convertedHigh, member.convertedHigh);
        }

        Means result() {
            double whole = totalOfAll ? total : total * members / taken;
            return new Means(
                    mean / taken, low, high, whole, convertedMean / taken, convertedLow, convertedHigh, flag());
        }
    }
}
