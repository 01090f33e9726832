package io.yuanqing.center.packets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of positions as runs without gaps, ascending. As text it is PostgreSQL's {@code int8multirange}: {@code
 * {[1,5),[9,10)}} are 1 to 4 and 9.
 */
record Positions(List<Run> runs) {

    static final Positions NONE = new Positions(List.of());

    /** From {@code first} to {@code last}, both included. */
    record Run(long first, long last) {}

    Positions {
        runs = List.copyOf(runs);
    }

    static Positions parse(String multirange) {
        List<Run> runs = new ArrayList<>();
        String inner = multirange.substring(1, multirange.length() - 1);
        for (String range : inner.isEmpty() ? new String[0] : inner.split("(?<=\\)),")) {
            int comma = range.indexOf(',');
            runs.add(new Run(
                    Long.parseLong(range.substring(1, comma)),
                    Long.parseLong(range.substring(comma + 1, range.length() - 1)) - 1));
        }
        return new Positions(runs);
    }

    String text() {
        StringBuilder text = new StringBuilder("{");
        for (Run run : runs) {
            text.append(text.length() > 1 ? "," : "")
                    .append('[')
                    .append(run.first())
                    .append(',')
                    .append(run.last() + 1)
                    .append(')');
        }
        return text.append('}').toString();
    }

    /** The highest; 0: there is none. */
    long last() {
        return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).last();
    }

    long count() {
        return runs.stream().mapToLong(run -> run.last() - run.first() + 1).sum();
    }

    /**
     * The first position of 1 to {@code end} that none, or more than one, of these sets holds, or that lies beyond the end;
     * 0: each is held once.
     */
    static long firstNotHeldOnce(List<Positions> sets, long end) {
        List<Run> all = sets.stream()
                .flatMap(set -> set.runs().stream())
                .sorted(Comparator.comparingLong(Run::first))
                .toList();
        long next = 1;
        for (Run run : all) {
            if (run.first() != next) {
                return Math.min(run.first(), next);
            }
            next = run.last() + 1;
        }
        return next == end + 1 ? 0 : Math.min(next, end + 1);
    }

    /** Takes ascending positions one by one. */
    static final class Builder {

        private final List<Run> closed = new ArrayList<>();
        private long first;
        private long last;

        void add(long position) {
            if (first == 0) {
                first = position;
            } else if (position != last + 1) {
                closed.add(new Run(first, last));
                first = position;
            }
            last = position;
        }

        Positions build() {
            List<Run> runs = new ArrayList<>(closed);
            if (first > 0) {
                runs.add(new Run(first, last));
            }
            return new Positions(runs);
        }
    }
}
