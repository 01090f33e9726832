package io.yuanqing.simulator.wire;

import io.yuanqing.simulator.nature.CityTime;

/** The periods that loggers report. */
public enum Period {
    MINUTES("2051"),
    HOUR("2061"),
    DAY("2031");

    private final String cn;

    Period(String cn) {
        this.cn = cn;
    }

    public String cn() {
        return cn;
    }

    /** Length in seconds. */
    public int seconds(int minuteInterval) {
        return switch (this) {
            case MINUTES -> minuteInterval * 60;
            case HOUR -> CityTime.HOUR;
            case DAY -> CityTime.DAY;
        };
    }

    /** First second of the period in which a second lies; days are the city's. */
    public long start(long second, int minuteInterval) {
        int length = seconds(minuteInterval);
        return this == DAY ? CityTime.dayStart(second) : Math.floorDiv(second, length) * length;
    }
}
