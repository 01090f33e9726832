package io.yuanqing.center.packets.block;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Local time as 14 or 17 digits ({@code yyyyMMddHHmmss[SSS]}) and as a number of milliseconds; no zone is looked at. */
final class Calendar {

    static final int SECONDS = 14;
    static final int MILLIS = 17;

    private static final long DAY = 86_400_000L;

    private long day = Long.MIN_VALUE;
    private final byte[] dayDigits = new byte[8];

    /** Milliseconds, or -1 when it is no such time. */
    static long parse(byte[] text, int from, int length) {
        long digits = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            digits = digits * 10 + digit;
        }
        long millis = length == MILLIS ? digits % 1000 : 0;
        long stamp = length == MILLIS ? digits / 1000 : digits;
        int second = (int) (stamp % 100);
        int minute = (int) (stamp / 100 % 100);
        int hour = (int) (stamp / 10_000 % 100);
        long date = stamp / 1_000_000;
        if (second > 59 || minute > 59 || hour > 23 || date < 1970_01_01L) {
            return -1;
        }
        long day = day((int) (date / 10_000), (int) (date / 100 % 100), (int) (date % 100));
        return day < 0 ? -1 : day * DAY + ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    }

    /** Writes it as so many digits. */
    void write(long millis, int length, Bytes to) {
        long ofDay = Math.floorMod(millis, DAY);
        day(Math.floorDiv(millis, DAY));
        to.add(dayDigits, 0, 8);
        digits((int) (ofDay / 3_600_000), to);
        digits((int) (ofDay / 60_000 % 60), to);
        digits((int) (ofDay / 1000 % 60), to);
        if (length == MILLIS) {
            to.add('0' + (int) (ofDay % 1000) / 100);
            digits((int) (ofDay % 100), to);
        }
    }

    private static void digits(int two, Bytes to) {
        to.add('0' + two / 10);
        to.add('0' + two % 10);
    }

    private static long day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return -1;
        }
    }

    private void day(long wanted) {
        if (wanted != day) {
            LocalDate date;
            try {
                date = LocalDate.ofEpochDay(wanted);
            } catch (DateTimeException e) {
                throw new BlockDamaged("no day " + wanted);
            }
            int digits = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
            for (int i = 7; i >= 0; i--) {
                dayDigits[i] = (byte) ('0' + digits % 10);
                digits /= 10;
            }
            day = wanted;
        }
    }
}
