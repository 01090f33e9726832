package io.yuanqing.simulator.live;

import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.CityTime;
import io.yuanqing.simulator.nature.Episode;
import io.yuanqing.simulator.nature.Episode.Kind;
import io.yuanqing.simulator.nature.Hours;
import io.yuanqing.simulator.nature.PointModel;
import io.yuanqing.simulator.wire.Packets;
import io.yuanqing.simulator.wire.Period;
import io.yuanqing.simulator.wire.Timetable;
import io.yuanqing.simulator.wire.Upload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data logger without its network: what is due, what waits to be sent, what is kept for back-fill. New data go first;
 * kept data follow, the oldest first. Both queues are bounded; when the store is full the oldest data are lost, as in a
 * real logger. Times are epoch seconds of the logger's own clock.
 */
final class DataLogger {

    /** About two weeks of 10-minute data. */
    private static final int STORE = 2_000;

    private static final int FRESH = 64;
    private static final int HEARTBEAT_SECONDS = 300;
    private static final int DEVICE_STATES_SECONDS = 6 * CityTime.HOUR;

    /** What a logger sends again after a start, for it cannot know whether it had been acknowledged. */
    private static final int OVERLAP_SECONDS = 180;

    private final long seed;
    private final Timetable timetable;
    private final Counts counts;
    private final Map<Task, Long> next = new EnumMap<>(Task.class);
    private final Set<Task> stopped = EnumSet.noneOf(Task.class);
    private final Deque<Due> fresh = new ArrayDeque<>();
    private final Deque<Due> store = new ArrayDeque<>();

    private CityPoint point;
    private PointModel model;
    private Packets packets;
    private Hours hours;
    private int realtimeSeconds;

    /**
     * @param start switched on at this moment
     * @param filledFrom data of periods that end after this moment are kept and will be filled in
     */
    DataLogger(long seed, CityPoint point, long start, long filledFrom, boolean outages, Counts counts) {
        this.seed = seed;
        this.point = point;
        this.model = new PointModel(seed, point);
        this.timetable = new Timetable(seed, point);
        this.packets = new Packets(model, timetable.silent());
        this.hours = new Hours(model, 0);
        this.realtimeSeconds = timetable.realtimeSeconds();
        this.counts = counts;
        fresh.add(new Due(Task.RESTART, start, Due.WHOLE));
        Episode outage = outages ? model.during(Kind.OUTAGE, start / 60) : null;
        long from = Math.min(start, filledFrom) - OVERLAP_SECONDS;
        if (outage != null) {
            from = Math.min(from, outage.fromMinute() * 60);
        }
        plan(start, from);
    }

    /** @param from periods that end from this moment on are still to be sent */
    private void plan(long start, long from) {
        next.put(Task.REALTIME, timetable.nextRealtime(start));
        next.put(Task.DEVICE_STATES, nextMultiple(start, DEVICE_STATES_SECONDS));
        next.put(Task.DAILY_ROUND, nextRound(start));
        if (point.edition() == io.yuanqing.hj212.Edition.E2025) {
            next.put(Task.HEARTBEAT, nextMultiple(start, HEARTBEAT_SECONDS));
        }
        for (Task task : List.of(Task.MINUTES, Task.HOUR, Task.DAY)) {
            next.put(task, firstEnd(task, from));
        }
    }

    // --- what commands change
    // -----------------------------------------------------------------------------------------

    /** Seconds between two 2011 packets. */
    int realtimeSeconds() {
        return realtimeSeconds;
    }

    void realtimeSeconds(int seconds, long now) {
        realtimeSeconds = seconds;
        next.put(Task.REALTIME, now + seconds);
    }

    /** Another interval of 2051, from the present interval on. What is kept is made in the new interval. */
    void minuteInterval(int minutes, long now) {
        point = point.withMinuteInterval(minutes);
        model = new PointModel(seed, point);
        packets = new Packets(model, timetable.silent());
        hours = new Hours(model, 0);
        next.put(Task.MINUTES, firstEnd(Task.MINUTES, now));
    }

    /** Starts or stops a stream; data of periods are always sent. */
    void stream(Task task, boolean wanted) {
        if (wanted) {
            stopped.remove(task);
        } else {
            stopped.add(task);
        }
    }

    /** The clock was set. A small step loses no period (one may be sent twice); a large one begins anew. */
    void clockSet(long before, long now) {
        boolean small = Math.abs(now - before) < CityTime.HOUR;
        plan(now, small ? Math.min(before, now) : now);
    }

    Packets packets() {
        return packets;
    }

    Hours hours() {
        return hours;
    }

    // --- what is due
    // --------------------------------------------------------------------------------------------------

    CityPoint point() {
        return point;
    }

    PointModel model() {
        return model;
    }

    Timetable timetable() {
        return timetable;
    }

    boolean answered() {
        return packets.answered();
    }

    /** The next moment at which something becomes due. */
    long nextDue() {
        long earliest = Long.MAX_VALUE;
        for (long due : next.values()) {
            earliest = Math.min(earliest, due);
        }
        return earliest;
    }

    /**
     * Takes up what has become due until {@code now}.
     *
     * @param connected otherwise it goes to the store, or nowhere if it is only of the moment
     */
    void collect(long now, boolean connected) {
        for (Map.Entry<Task, Long> entry : next.entrySet()) {
            Task task = entry.getKey();
            long due = entry.getValue();
            while (due <= now) {
                if (!stopped.contains(task)) {
                    take(new Due(task, subject(task, due), Due.WHOLE), connected);
                }
                due = after(task, due);
            }
            entry.setValue(due);
        }
    }

    /** Without power nothing is measured and nothing kept; the clock runs on. */
    void skipTo(long now) {
        next.replaceAll((task, due) -> {
            long later = due;
            while (later <= now) {
                later = after(task, later);
            }
            return later;
        });
    }

    private void take(Due due, boolean connected) {
        if (!connected) {
            keep(due);
            return;
        }
        if (fresh.size() >= FRESH) {
            keep(fresh.remove());
        }
        fresh.add(due);
    }

    /** Puts what could not be delivered into the store. */
    void keep(Due due) {
        if (!due.task().kept()) {
            return;
        }
        if (store.size() >= STORE) {
            store.remove();
            counts.dropped.increment();
        }
        store.add(due);
    }

    /** After a lost connection: whatever still waits is no longer new. */
    void disconnected() {
        for (Due due = fresh.poll(); due != null; due = fresh.poll()) {
            keep(due);
        }
    }

    /** The next frames to be sent: one, or the parts of a split packet. Empty when there is nothing. */
    List<Outgoing> poll() {
        Due due = fresh.poll();
        boolean backfilled = due == null;
        if (due == null) {
            due = store.poll();
        }
        if (due == null) {
            return List.of();
        }
        List<Upload> uploads = uploads(due, backfilled);
        boolean filledIn = backfilled && due.task().period() != null;
        List<Outgoing> outgoing = new ArrayList<>(uploads.size());
        for (int part = 0; part < uploads.size(); part++) {
            if (due.part() == Due.WHOLE || due.part() == part) {
                outgoing.add(new Outgoing(new Due(due.task(), due.at(), part), uploads.get(part), filledIn));
            }
        }
        return outgoing;
    }

    /** A frame on its way, and what to keep when it does not arrive. */
    record Outgoing(Due due, Upload upload, boolean backfilled) {}

    private List<Upload> uploads(Due due, boolean backfilled) {
        long at = due.at();
        return switch (due.task()) {
            case RESTART -> List.of(packets.restart(at));
            case REALTIME -> packets.realtime(at);
            case MINUTES -> packets.means(Period.MINUTES, at, hours.interval(at, point.minuteInterval()), backfilled);
            case HOUR -> packets.means(Period.HOUR, at, hours.hour(at), backfilled);
            case DAY -> packets.means(Period.DAY, at, hours.day(at), backfilled);
            case DEVICE_STATES -> List.of(packets.deviceStates(at));
            case DAILY_ROUND ->
                List.of(
                        packets.deviceHours(CityTime.dayStart(at) - CityTime.DAY),
                        packets.instrument(at),
                        packets.log(at, dailyLog(at)));
            case HEARTBEAT -> List.of(packets.heartbeat(at));
        };
    }

    /** The analyser's log of the day before. */
    String dailyLog(long at) {
        long yesterday = CityTime.dayStart(at) / 60 - 1440;
        boolean served = model.episodes(yesterday, yesterday + 1440).stream()
                .anyMatch(episode -> episode.kind() == Kind.MAINTENANCE);
        return served ? "运维人员到站巡检，更换耗材并校准" : point.gas() ? "自动校准完成，零点量程正常" : "清洗管路，更换试剂";
    }

    private long after(Task task, long due) {
        Period period = task.period();
        if (period != null) {
            return due + period.seconds(point.minuteInterval());
        }
        return switch (task) {
            case REALTIME -> due + realtimeSeconds;
            case DEVICE_STATES -> due + DEVICE_STATES_SECONDS;
            case HEARTBEAT -> due + HEARTBEAT_SECONDS;
            default -> due + CityTime.DAY;
        };
    }

    /** What a packet that is due at a moment tells about. */
    private long subject(Task task, long due) {
        Period period = task.period();
        return period == null ? due : due - timetable.lag(period) - period.seconds(point.minuteInterval());
    }

    private long firstEnd(Task task, long from) {
        Period period = period(task);
        long start = period.start(from, point.minuteInterval()) - 2L * period.seconds(point.minuteInterval());
        long due = start + period.seconds(point.minuteInterval()) + timetable.lag(period);
        while (due < from) {
            due += period.seconds(point.minuteInterval());
        }
        return due;
    }

    private static Period period(Task task) {
        Period period = task.period();
        if (period == null) {
            throw new IllegalArgumentException(task + " has no period");
        }
        return period;
    }

    private long nextRound(long start) {
        long today = CityTime.dayStart(start) + timetable.dailyRound();
        return today >= start ? today : today + CityTime.DAY;
    }

    /** Never all loggers at once: each has its own place within the interval. */
    private long nextMultiple(long start, int interval) {
        long offset = Math.floorMod((long) point.mn().hashCode(), (long) interval);
        return Math.floorDiv(start - offset + interval - 1, interval) * interval + offset;
    }

    /** The episode without network or power that is going on, if any. */
    @Nullable
    Episode away(long now) {
        Episode silence = model.during(Kind.SILENCE, now / 60);
        return silence != null ? silence : model.during(Kind.OUTAGE, now / 60);
    }
}
