package io.yuanqing.center.access;

import io.yuanqing.hj212.command.Command;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what is missing to what is asked for. Pure. */
final class Gaps {

    private Gaps() {}

    /**
     * Data of one kind.
     *
     * @param command that asks for them
     * @param period of one packet
     * @param most periods in one request: 24 hours, an hour of minutes, a month of days
     */
    record Kind(Command command, Duration period, int most) {

        static final Kind HOURS = new Kind(Command.HOUR_HISTORY, Duration.ofHours(1), 24);
        static final Kind DAYS = new Kind(Command.DAY_HISTORY, Duration.ofDays(1), 31);

        static Kind minutes(int interval) {
            return new Kind(Command.MINUTE_HISTORY, Duration.ofMinutes(interval), Math.max(1, 60 / interval));
        }
    }

    /**
     * The requests for the periods in [first, end) that are neither present nor settled, newest first: today's figures
     * are looked at soonest.
     *
     * @param first a DataTime of that kind
     * @param present DataTimes that the log has
     * @param settled what was asked for before and need not be asked again
     */
    static List<Pull> pulls(
            Kind kind, LocalDateTime first, LocalDateTime end, Set<LocalDateTime> present, List<Pull> settled) {
        List<Pull> pulls = new ArrayList<>();
        LocalDateTime begin = null;
        int periods = 0;
        for (LocalDateTime time = first; time.isBefore(end); time = time.plus(kind.period())) {
            boolean missing = !present.contains(time) && !settled(kind, time, settled);
            if (begin != null && (!missing || periods == kind.most())) {
                pulls.add(pull(kind, begin, periods));
                begin = null;
            }
            if (missing) {
                periods = begin == null ? 1 : periods + 1;
                begin = begin == null ? time : begin;
            }
        }
        if (begin != null) {
            pulls.add(pull(kind, begin, periods));
        }
        Collections.reverse(pulls);
        return List.copyOf(pulls);
    }

    private static Pull pull(Kind kind, @Nullable LocalDateTime begin, int periods) {
        LocalDateTime from = java.util.Objects.requireNonNull(begin);
        return new Pull(kind.command(), from, from.plus(kind.period().multipliedBy(periods - 1L)));
    }

    private static boolean settled(Kind kind, LocalDateTime time, List<Pull> settled) {
        return settled.stream().anyMatch(pull -> pull.covers(kind.command(), time));
    }
}
