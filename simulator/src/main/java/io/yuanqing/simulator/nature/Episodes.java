package io.yuanqing.simulator.nature;

import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.city.Process.Level;
import io.yuanqing.simulator.nature.Episode.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Which episodes a point has: drawn week by week from (seed, MN), a stop from (seed, enterprise) since the whole plant
 * stands still. An episode begins in its week and ends within the next.
 */
final class Episodes {

    private static final int WEEK = 7 * 24 * 60;

    private final CityPoint point;
    private final long key;
    private final long plantKey;
    private final List<String> assessed;
    private long weekHeld = Long.MIN_VALUE;
    private List<Episode> held = List.of();

    Episodes(long seed, CityPoint point) {
        this.point = point;
        this.key = Noise.key(seed, point.mn());
        this.plantKey = Noise.key(seed, point.enterprise());
        this.assessed = point.factors().stream()
                .filter(factor -> {
                    Level level = point.process().levels().get(factor);
                    return level != null && level.limit() > 0;
                })
                .toList();
    }

    /** Those that touch [from, to), by beginning. */
    List<Episode> touching(long fromMinute, long toMinute) {
        List<Episode> found = new ArrayList<>();
        for (long week = Math.floorDiv(fromMinute, WEEK) - 1; week <= Math.floorDiv(toMinute - 1, WEEK); week++) {
            for (Episode episode : beginningIn(week)) {
                if (episode.fromMinute() < toMinute && episode.toMinute() > fromMinute) {
                    found.add(episode);
                }
            }
        }
        return found;
    }

    /** Those of one minute's week and the week before; kept, since minutes are asked for one after the other. */
    List<Episode> around(long minute) {
        long week = Math.floorDiv(minute, WEEK);
        if (week != weekHeld) {
            List<Episode> both = new ArrayList<>(beginningIn(week - 1));
            both.addAll(beginningIn(week));
            held = both;
            weekHeld = week;
        }
        return held;
    }

    private List<Episode> beginningIn(long week) {
        List<Episode> found = new ArrayList<>();
        long weekKey = Noise.key(key, week);
        draw(found, Noise.key(plantKey, week), week, Kind.STOP, 0.07, 6 * 60, 56 * 60);
        draw(found, weekKey, week, Kind.MAINTENANCE, 0.25, 40, 180);
        draw(found, weekKey, week, Kind.OUTAGE, 0.12, 15, 9 * 60);
        draw(found, weekKey, week, Kind.SILENCE, 0.02, 60, 12 * 60);
        if (!assessed.isEmpty()) {
            draw(found, weekKey, week, Kind.TREATMENT_FAILURE, 0.12, 60, 7 * 60);
            draw(found, weekKey, week, Kind.FAULT, 0.05, 2 * 60, 30 * 60);
            draw(found, weekKey, week, Kind.OVER_RANGE, 0.03, 30, 150);
            draw(found, weekKey, week, falsification(weekKey), 0.04, 8 * 60, 60 * 60);
        }
        found.sort((a, b) -> Long.compare(a.fromMinute(), b.fromMinute()));
        return found;
    }

    private void draw(
            List<Episode> into, long weekKey, long week, Kind kind, double chance, int shortest, int longest) {
        long draw = Noise.key(weekKey, kind.name());
        if (Noise.even(draw) >= chance) {
            return;
        }
        long from = week * WEEK + (long) Noise.between(draw + 1, 0, WEEK);
        if (kind == Kind.MAINTENANCE) {
            from = inWorkingHours(from, draw);
        }
        // Short ones are commoner than long ones.
        double share = Noise.even(draw + 2);
        long length = shortest + (long) ((longest - shortest) * share * share);
        into.add(new Episode(kind, factor(kind, draw + 3), from, from + length, strength(kind, draw + 4)));
    }

    private String factor(Kind kind, long draw) {
        return switch (kind) {
            case STOP, MAINTENANCE, OUTAGE, SILENCE, DILUTED -> "";
            case OXYGEN_LOWERED -> "a19001";
            default -> assessed.get(Noise.pick(draw, assessed.size()));
        };
    }

    private static double strength(Kind kind, long draw) {
        return switch (kind) {
            case TREATMENT_FAILURE -> Noise.between(draw, 1.1, 2.4); // times the limit
            case CAPPED -> Noise.between(draw, 0.93, 0.99); // times the limit
            case SCALED -> Noise.between(draw, 0.3, 0.6);
            case DILUTED -> Noise.between(draw, 0.35, 0.6);
            case OXYGEN_LOWERED -> Noise.between(draw, 0.6, 0.8);
            default -> 1;
        };
    }

    private Kind falsification(long weekKey) {
        long draw = Noise.key(weekKey, "falsification");
        int kinds = point.referenceOxygen() != null ? 7 : point.gas() ? 6 : 5;
        return Kind.values()[Kind.CONSTANT.ordinal() + Noise.pick(draw, kinds)];
    }

    /** The same day between 9:00 and 16:00 of the city. */
    private static long inWorkingHours(long minute, long draw) {
        long midnight = CityTime.dayStart(minute * 60) / 60;
        return midnight + (long) Noise.between(draw + 9, 9 * 60, 16 * 60);
    }
}
