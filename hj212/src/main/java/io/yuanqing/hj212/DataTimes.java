package io.yuanqing.hj212;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which loggers write dates and times, which are local ones (China Standard Time). */
public final class DataTimes {

    private DataTimes() {}

    /** yyyyMMddHHmmss, with milliseconds, without seconds, or the day alone; separators between digits are allowed. */
    public static @Nullable LocalDateTime read(String text) {
        long digits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                if (++count > 17) {
                    return null;
                }
            } else if ("-/:. T".indexOf(c) < 0) {
                return null;
            }
        }
        return switch (count) {
            case 17 -> of(digits / 1000, (int) (digits % 1000));
            case 14 -> of(digits, 0);
            case 12 -> of(digits * 100, 0);
            case 8 -> of(digits * 1_000_000, 0);
            default -> null;
        };
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
