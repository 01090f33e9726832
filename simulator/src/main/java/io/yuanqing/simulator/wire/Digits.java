package io.yuanqing.simulator.wire;

/** Numbers with a fixed count of decimals, fast: a history is some ten million of them. */
final class Digits {

    private static final long[] POWERS = {1, 10, 100, 1000, 10000};

    private Digits() {}

    static void append(StringBuilder text, double value, int decimals) {
        long power = POWERS[decimals];
        long scaled = Math.round(Math.abs(value) * power);
        if (value < 0 && scaled != 0) {
            text.append('-');
        }
        text.append(scaled / power);
        if (decimals > 0) {
            text.append('.');
            long rest = scaled % power;
            for (long place = power / 10; place > rest && place > 1; place /= 10) {
                text.append('0');
            }
            text.append(rest);
        }
    }

    /** As the instrument of a factor shows them. */
    static int decimals(String factor) {
        return switch (factor) {
            case "a01011", "a19001", "a00000", "w00000", "w01001", "a01014" -> 2;
            case "a01012", "a01901", "w01018" -> 1;
            case "a01013", "w21003", "w21011", "w20122", "w20116", "w20121" -> 3;
            default -> 2;
        };
    }

    /** Totals: m³ with one decimal, masses with four. */
    static int totalDecimals(String factor) {
        return factor.equals("a00000") || factor.equals("w00000") ? 1 : 4;
    }
}
