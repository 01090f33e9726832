package io.yuanqing.simulator.nature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Means of one point's hours and days. */
public final class Hours {

    private final PointModel model;
    private final Map<Long, Means[]> held;

    /** @param kept how many hours are kept, since a day asks for them again; 0 where memory counts more than time */
    public Hours(PointModel model, int kept) {
        this.model = model;
        this.held = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Means[]> eldest) {
                return size() > kept;
            }
        };
    }

    /** @param start epoch second of an hour's beginning */
    public Means[] hour(long start) {
        return held.computeIfAbsent(start, s -> Means.ofMinutes(model, minutes(model, s / 60, 60)));
    }

    /** @param start epoch second of the beginning of a day of the city */
    public Means[] day(long start) {
        List<Means[]> hours = new ArrayList<>(24);
        for (int hour = 0; hour < 24; hour++) {
            hours.add(hour(start + hour * (long) CityTime.HOUR));
        }
        return Means.ofHours(model, hours);
    }

    /** Means of an interval of minutes. */
    public Means[] interval(long start, int minutes) {
        return Means.ofMinutes(model, minutes(model, start / 60, minutes));
    }

    private static List<Minute> minutes(PointModel model, long from, int count) {
        List<Minute> minutes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            minutes.add(model.at(from + i));
        }
        return minutes;
    }
}
