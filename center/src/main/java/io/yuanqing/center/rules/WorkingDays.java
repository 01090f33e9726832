package io.yuanqing.center.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chinese working days (工作日): Monday to Friday, but for the days that the State Council arranges otherwise.
 *
 * @param arranged days that differ from, or confirm, that rule: true for a working day
 */
public record WorkingDays(Map<LocalDate, Boolean> arranged) {

    public WorkingDays {
        arranged = Map.copyOf(arranged);
    }

    /** Whether people work on that day. */
    public boolean isWorking(LocalDate day) {
        Boolean exception = arranged.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * Last day of a term of so many working days after an event; the day of the event itself does not count.
     *
     * @param count at least 1
     */
    public LocalDate after(LocalDate event, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a term has at least one working day, not " + count);
        }
        LocalDate day = event;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether the holidays of that day's year are arranged; a term that ends in another year may still move. */
    public boolean arrangedFor(LocalDate day) {
        return years().contains(day.getYear());
    }

    private Set<Integer> years() {
        return arranged.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
    }
}
