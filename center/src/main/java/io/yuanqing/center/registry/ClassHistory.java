package io.yuanqing.center.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which class an enterprise had on which day. Periods follow each other without a gap, the first has no beginning and the
 * last one no end; a change adds one and never touches what was before it.
 */
public record ClassHistory(List<ClassPeriod> periods) {

    public ClassHistory {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("every enterprise has a class");
        }
    }

    /** On that day of the city. */
    public SupervisionClass at(LocalDate day) {
        for (ClassPeriod period : periods) {
            if (period.covers(day)) {
                return period.supervisionClass();
            }
        }
        throw new IllegalStateException("the classes " + periods + " have a gap at " + day);
    }

    /**
     * With another class from that day on.
     *
     * @throws IllegalArgumentException when that would rewrite the period in force or change nothing, saying so
     */
    ClassHistory changed(SupervisionClass to, LocalDate from, @Nullable String basis) {
        ClassPeriod last = periods.get(periods.size() - 1);
        if (last.from() != null && !from.isAfter(last.from())) {
            throw new IllegalArgumentException(from + " is not after " + last.from() + ", when the class "
                    + last.supervisionClass() + " began; a change never rewrites the past");
        }
        if (last.supervisionClass() == to) {
            throw new IllegalArgumentException(
                    "its class is " + to + " already" + (last.from() == null ? "" : " since " + last.from()));
        }
        List<ClassPeriod> all = new ArrayList<>(periods.subList(0, periods.size() - 1));
        all.add(new ClassPeriod(last.supervisionClass(), last.from(), from, last.basis()));
        all.add(new ClassPeriod(to, from, null, basis));
        return new ClassHistory(all);
    }
}
