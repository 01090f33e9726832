package io.yuanqing.hj212;

import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which loggers write dates and times, which are local ones (China Standard Time). */
public final class DataTimes {

    /** Some loggers write the end of a day as 24:00:00. */
    private static final int MIDNIGHT = 240_000;

    private DataTimes() {}

    /**
     * yyyyMMddHHmmss, with milliseconds, without seconds, or the day alone. Separators may stand between its numbers, which
     * then need no leading zeros: 2024-6-1 8:05:00. Null for anything else.
     */
    public static @Nullable LocalDateTime read(String text) {
        return dateTime(number(text));
    }

    /** The date and time of a {@link #number}; null for -1. */
    static @Nullable LocalDateTime dateTime(long number) {
        if (number < 0) {
            return null;
        }
        int date = (int) (number / 1_000_000_000);
        int time = (int) (number / 1000 % 1_000_000);
        boolean midnight = time == MIDNIGHT;
        LocalDateTime read = LocalDateTime.of(
                date / 10_000,
                date / 100 % 100,
                date % 100,
                midnight ? 0 : time / 10_000,
                time / 100 % 100,
                time % 100,
                (int) (number % 1000) * 1_000_000);
        return midnight ? read.plusDays(1) : read;
    }

    /**
     * The same as a decimal number yyyyMMddHHmmssSSS, so that times can be compared without making any; -1 when it is no
     * date and time. 24:00:00 stays.
     */
    static long number(String text) {
        return number(text, 0, text.length());
    }

    /** The same of {@code text[from, to)}. */
    static long number(String text, int from, int to) {
        long digits = 0;
        int count = 0;
        int sinceSeparator = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                sinceSeparator++;
                if (++count > 17) {
                    return -1;
                }
            } else if ("-/:. T".indexOf(c) < 0) {
                return -1;
            } else {
                if (sinceSeparator == 1 && count > 4) {
                    digits = withLeadingZero(digits);
                    count++;
                }
                if (sinceSeparator > 0 && (count < 4 || count % 2 != 0)) {
                    return -1;
                }
                sinceSeparator = 0;
            }
        }
        if (sinceSeparator == 1 && count > 4) {
            digits = withLeadingZero(digits);
            count++;
        }
        long number = switch (count) {
            case 17 -> digits;
            case 14 -> digits * 1000;
            case 12 -> digits * 100_000;
            case 8 -> digits * 1_000_000_000;
            default -> -1;
        };
        return number >= 0 && exists((int) (number / 1_000_000_000), (int) (number / 1000 % 1_000_000)) ? number : -1;
    }

    /** The last digit as a number of two: without its zero "2024-1-1 10:00:00" would read as the 11th month. */
    private static long withLeadingZero(long digits) {
        return digits / 10 * 100 + digits % 10;
    }

    private static boolean exists(int date, int time) {
        int month = date / 100 % 100;
        int day = date % 100;
        return time <= MIDNIGHT
                && time / 100 % 100 < 60
                && time % 100 < 60
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(date / 10_000, month).lengthOfMonth());
    }
}
