package io.yuanqing.center.readings.tables;

import io.yuanqing.center.readings.tables.TableValues.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A table before its values are read: who, when, which factors. Every subject has a row for every period, so that a gap is
 * seen; rows are numbered subject by subject.
 */
record TablePlan(
        TableQuery query, List<TableSubject> subjects, List<Instant> starts, List<TableColumn> columns, int points) {

    long rows() {
        return (long) subjects.size() * starts.size();
    }

    TableSubject subject(long row) {
        return subjects.get((int) (row / starts.size()));
    }

    Instant start(long row) {
        return starts.get((int) (row % starts.size()));
    }

    /** What is to be read for these rows. */
    List<Slot> slots(long first, long last) {
        List<Slot> slots = new ArrayList<>();
        for (long row = first; row < last; row += starts.size() - row % starts.size()) {
            int subject = (int) (row / starts.size());
            long lastOfSubject = Math.min(last, (long) (subject + 1) * starts.size()) - 1;
            Instant until = end(start(lastOfSubject));
            for (long point : subjects.get(subject).points()) {
                slots.add(new Slot(subject, point, start(row), until));
            }
        }
        return slots;
    }

    /** Everything as one row. */
    List<Slot> allAsOne() {
        return rows() == 0
                ? List.of()
                : subjects.stream()
                        .flatMap(subject -> subject.points().stream())
                        .map(point -> new Slot(0, point, starts.get(0), end(starts.get(starts.size() - 1))))
                        .toList();
    }

    /** Hours times points that a number of rows cover, about: what reading them costs. */
    long cost(long rows) {
        if (rows() == 0) {
            return 0;
        }
        Instant first = starts.get(0);
        long hours =
                Math.max(1, Duration.between(first, query.period().end(first)).toHours());
        return rows * hours * Math.max(1, points / subjects.size());
    }

    Instant end(Instant start) {
        return query.period().end(start);
    }
}
