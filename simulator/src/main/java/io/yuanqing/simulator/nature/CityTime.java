package io.yuanqing.simulator.nature;

/** The city's clock: China has kept UTC+8 without summer time since 1991, so days are plain arithmetic. */
public final class CityTime {

    public static final int HOUR = 3600;
    public static final int DAY = 24 * HOUR;
    private static final int OFFSET = 8 * HOUR;

    private CityTime() {}

    /** First second of the day in which an epoch second lies. */
    public static long dayStart(long second) {
        return Math.floorDiv(second + OFFSET, DAY) * (long) DAY - OFFSET;
    }

    /** 0 to 1439. */
    static int minuteOfDay(long epochMinute) {
        return (int) Math.floorMod(epochMinute + OFFSET / 60, 1440L);
    }

    /** 0 is Monday. */
    static int dayOfWeek(long epochMinute) {
        return (int) Math.floorMod(Math.floorDiv(epochMinute + OFFSET / 60, 1440L) + 3, 7L);
    }

    /** Days since 1 January of a year of 365.2425 days; good enough for seasons. */
    static int dayOfYear(long epochMinute) {
        double days = Math.floorDiv(epochMinute + OFFSET / 60, 1440L);
        return (int) (days - Math.floor(days / 365.2425) * 365.2425);
    }

    /** {@code yyyyMMddHHmmss} as HJ 212 writes times. */
    public static String stamp(long second) {
        java.time.LocalDateTime time =
                java.time.LocalDateTime.ofEpochSecond(second + OFFSET, 0, java.time.ZoneOffset.UTC);
        char[] text = new char[14];
        digits(text, 0, 4, time.getYear());
        digits(text, 4, 2, time.getMonthValue());
        digits(text, 6, 2, time.getDayOfMonth());
        digits(text, 8, 2, time.getHour());
        digits(text, 10, 2, time.getMinute());
        digits(text, 12, 2, time.getSecond());
        return new String(text);
    }

    private static void digits(char[] text, int at, int count, int number) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
