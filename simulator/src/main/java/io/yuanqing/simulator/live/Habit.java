package io.yuanqing.simulator.live;

/** What one logger always does wrong. */
enum Habit {
    NONE(""),
    LINE_FEED_ONLY("frames end with LF instead of CR LF"),
    MODBUS_CRC("frames carry the CRC of Modbus"),
    CLOCK_OFF_BY_YEARS("the clock is three years behind"),
    UNREGISTERED("nobody has registered this MN"),
    SECOND_CONNECTION("a second device with the MN of another logger");

    private final String note;

    Habit(String note) {
        this.note = note;
    }

    String note() {
        return note;
    }

    /** Seconds to be added to the city's time. */
    long clockShift() {
        return this == CLOCK_OFF_BY_YEARS ? -3L * 365 * 86_400 : 0;
    }
}
