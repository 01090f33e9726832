package io.yuanqing.hj212;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which loggers write dates and times, which are local ones (China Standard Time). */
public final class DataTimes {

    private DataTimes() {}

    /**
     * yyyyMMddHHmmss, with milliseconds, without seconds, or the day alone. Separators may stand between its numbers, which
     * then need no leading zeros: 2024-6-1 8:05:00. Null for anything else.
     */
    public static @Nullable LocalDateTime read(String text) {
        long digits = 0;
        int count = 0;
        int sinceSeparator = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                sinceSeparator++;
                if (++count > 17) {
                    return null;
                }
            } else if ("-/:. T".indexOf(c) < 0) {
                return null;
            } else {
                if (sinceSeparator == 1 && count > 4) {
                    digits = withLeadingZero(digits);
                    count++;
                }
                if (sinceSeparator > 0 && (count < 4 || count % 2 != 0)) {
                    return null;
                }
                sinceSeparator = 0;
            }
        }
        if (sinceSeparator == 1 && count > 4) {
            digits = withLeadingZero(digits);
            count++;
        }
        return switch (count) {
            case 17 -> of(digits / 1000, (int) (digits % 1000));
            case 14 -> of(digits, 0);
            case 12 -> of(digits * 100, 0);
            case 8 -> of(digits * 1_000_000, 0);
            default -> null;
        };
    }

    /** The last digit as a number of two: without its zero "2024-1-1 10:00:00" would read as the 11th month. */
    private static long withLeadingZero(long digits) {
        return digits / 10 * 100 + digits % 10;
    }

    private static @Nullable LocalDateTime of(long digits, int millis) {
        int time = (int) (digits % 1_000_000);
        int date = (int) (digits / 1_000_000);
        // Some loggers write the end of a day as 24:00:00.
        boolean midnight = time == 240_000;
        int hour = midnight ? 0 : time / 10_000;
        try {
            LocalDateTime read = LocalDateTime.of(
                    date / 10_000,
                    date / 100 % 100,
                    date % 100,
                    hour,
                    time / 100 % 100,
                    time % 100,
                    millis * 1_000_000);
            return midnight ? read.plusDays(1) : read;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
