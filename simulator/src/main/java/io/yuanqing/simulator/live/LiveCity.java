package io.yuanqing.simulator.live;

import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.PointModel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All loggers of a city at work, on one or two threads. */
public final class LiveCity implements AutoCloseable {

    private static final int LINES_FOR_A_SECOND_THREAD = 2_000;
    private static final int DIALS_PER_SECOND = 1_500;

    private final SimulatedTime time;
    private final Counts counts = new Counts();
    private final Incidents incidents;
    private final List<PointModel> recorded;
    private final List<Loop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int size;

    /**
     * @param lastRun when the loggers were last at work; what they measured since is filled in, as far as their stores
     *     reach
     * @param replyTimeout after which a frame that was not answered is sent again; HJ 212: 10 s
     */
    public LiveCity(
            City city,
            InetSocketAddress address,
            long seed,
            Faults faults,
            SimulatedTime time,
            Instant lastRun,
            Duration replyTimeout,
            Incidents incidents) {
        this.time = time;
        this.incidents = incidents;
        // Models of their own: the lines' are their threads'.
        this.recorded =
                city.points().stream().map(point -> new PointModel(seed, point)).toList();
        LineSettings settings =
                new LineSettings(address, seed, faults, time, replyTimeout.toNanos(), counts, incidents);
        List<Line> lines = new ArrayList<>();
        long begin = System.nanoTime();
        for (Device device : Device.all(city, faults)) {
            long firstDial = begin + lines.size() * (1_000_000_000L / DIALS_PER_SECOND);
            long second = time.startMillis() / 1000 + device.habit().clockShift();
            CityPoint point = device.point();
            long filledFrom = lastRun.getEpochSecond() + device.habit().clockShift();
            DataLogger logger = new DataLogger(seed, point, second, filledFrom, faults.outages(), counts);
            lines.add(new Line(logger, settings, device.habit(), firstDial));
            if (device.habit() != Habit.NONE) {
                incidents.happened(
                        point.mn(),
                        device.habit().name(),
                        second,
                        device.habit().note());
            }
        }
        this.size = lines.size();
        int loopCount = size >= LINES_FOR_A_SECOND_THREAD ? 2 : 1;
        for (int i = 0; i < loopCount; i++) {
            List<Line> share = new ArrayList<>();
            for (int j = i; j < size; j += loopCount) {
                share.add(lines.get(j));
            }
            loops.add(new Loop(share));
        }
    }

    public void start() {
        for (int i = 0; i < loops.size(); i++) {
            Thread thread = new Thread(loops.get(i), "loggers-" + i);
            threads.add(thread);
            thread.start();
        }
        record();
    }

    /** Whether all threads are at work; one that died takes its loggers with it. */
    public boolean alive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Brings the record of incidents up to date. */
    public void record() {
        incidents.begun(recorded, time.millisAt(System.nanoTime()) / 1000);
    }

    /** What the city's clock shows. */
    public Instant now() {
        return Instant.ofEpochMilli(time.millisAt(System.nanoTime()));
    }

    public Counts counts() {
        return counts;
    }

    /** Number of loggers, those included that nobody has registered. */
    public int size() {
        return size;
    }

    /** Hangs up in an orderly way. */
    @Override
    public void close() throws InterruptedException {
        loops.forEach(Loop::stop);
        for (Thread thread : threads) {
            thread.join(5_000);
        }
    }
}
