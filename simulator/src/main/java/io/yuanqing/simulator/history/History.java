package io.yuanqing.simulator.history;

import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.history.PointHistory.Delivery;
import io.yuanqing.simulator.nature.CityTime;
import io.yuanqing.simulator.wire.Timetable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What a city sent until a moment, in the order in which a centre received it. Points are worked off together, hour by
 * hour; what is not yet due in the common order waits in a queue of a few hours' packets.
 */
public final class History {

    private final City city;
    private final long seed;

    public History(City city, long seed) {
        this.city = city;
        this.seed = seed;
    }

    /**
     * @param length hour and day data from this long before {@code until}, from the beginning of that day
     * @param minuteLength minute data likewise
     * @return number of packets
     */
    public long write(Path path, Instant until, Duration length, Duration minuteLength) throws IOException {
        long end = until.getEpochSecond();
        long from = CityTime.dayStart(end - length.toSeconds());
        long minutesFrom = CityTime.dayStart(end - minuteLength.toSeconds());
        List<PointHistory> points = city.points().stream()
                .map(point -> new PointHistory(seed, point))
                .toList();
        PriorityQueue<Delivery> waiting = new PriorityQueue<>(
                Comparator.comparingLong(Delivery::receivedAt).thenComparingLong(Delivery::number));
        try (HistoryFile file =
                new HistoryFile(path, from * 1000, until.toEpochMilli(), expected(end - from, end - minutesFrom))) {
            for (long hour = from; hour < end + Timetable.LARGEST_CLOCK_ERROR; hour += CityTime.HOUR) {
                for (PointHistory point : points) {
                    point.hour(hour, hour >= minutesFrom, waiting::add);
                }
                // Later hours bring nothing earlier than this.
                long settled = (hour + CityTime.HOUR - Timetable.LARGEST_CLOCK_ERROR) * 1000;
                flush(file, waiting, Math.min(settled, until.toEpochMilli()));
            }
            flush(file, waiting, until.toEpochMilli());
            file.end();
            return file.records();
        }
    }

    /** Hour and day packets of the whole time, minute packets of its end. */
    private long expected(long seconds, long minuteSeconds) {
        return city.points().stream()
                .mapToLong(point -> seconds / CityTime.HOUR
                        + seconds / CityTime.DAY
                        + minuteSeconds / (60L * point.minuteInterval()))
                .sum();
    }

    private static void flush(HistoryFile file, PriorityQueue<Delivery> waiting, long before) throws IOException {
        while (!waiting.isEmpty() && waiting.element().receivedAt() < before) {
            Delivery delivery = waiting.remove();
            file.write(delivery.receivedAt(), delivery.frame());
        }
    }
}
