package io.yuanqing.simulator.history;

import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.CityTime;
import io.yuanqing.simulator.nature.Episode;
import io.yuanqing.simulator.nature.Episode.Kind;
import io.yuanqing.simulator.nature.Hours;
import io.yuanqing.simulator.nature.Noise;
import io.yuanqing.simulator.nature.PointModel;
import io.yuanqing.simulator.wire.Packets;
import io.yuanqing.simulator.wire.Period;
import io.yuanqing.simulator.wire.Timetable;
import io.yuanqing.simulator.wire.Upload;
import java.util.function.Consumer;

/** One logger's past, hour by hour: its packets and when they reached the centre. */
final class PointHistory {

    /** A frame and its arrival, epoch milliseconds. {@code number} keeps the order of what arrives together. */
    record Delivery(long receivedAt, long number, byte[] frame) {}

    private static final double ANSWER_LOST = 0.004;
    private static final double SLOW = 0.01;

    private final CityPoint point;
    private final PointModel model;
    private final Timetable timetable;
    private final Packets packets;
    private final Hours hours;
    private final long key;
    private long number;

    PointHistory(long seed, CityPoint point) {
        this.point = point;
        this.model = new PointModel(seed, point);
        this.timetable = new Timetable(seed, point);
        this.packets = new Packets(model, timetable.silent());
        this.hours = new Hours(model, 25);
        this.key = Noise.key(seed, point.mn() + "/delivery");
    }

    /** Packets of the periods that end in the hour after {@code start} (its end included). */
    void hour(long start, boolean withMinutes, Consumer<Delivery> into) {
        if (withMinutes) {
            int length = point.minuteInterval() * 60;
            for (long from = start; from < start + CityTime.HOUR; from += length) {
                deliver(Period.MINUTES, from, into);
            }
        }
        deliver(Period.HOUR, start, into);
        long end = start + CityTime.HOUR;
        if (CityTime.dayStart(end) == end) {
            deliver(Period.DAY, end - CityTime.DAY, into);
        }
    }

    private void deliver(Period period, long start, Consumer<Delivery> into) {
        long due = timetable.due(period, start);
        if (model.during(Kind.SILENCE, due / 60) != null) {
            return;
        }
        Episode outage = model.during(Kind.OUTAGE, due / 60);
        long draw = Noise.key(Noise.key(key, start), period.ordinal());
        long receivedAt = outage == null ? promptly(due, draw) : afterwards(outage, due, period);
        for (Upload upload : packets.means(period, start, means(period, start), outage != null)) {
            into.accept(new Delivery(receivedAt, number++, upload.frame()));
            if (packets.answered() && Noise.even(draw + 3) < ANSWER_LOST) {
                // The answer was lost: the same frame again when the reply timer has run out.
                into.accept(new Delivery(receivedAt + 10_000, number++, upload.frame()));
            }
            receivedAt += 90;
        }
    }

    private io.yuanqing.simulator.nature.Means[] means(Period period, long start) {
        return switch (period) {
            case MINUTES -> hours.interval(start, point.minuteInterval());
            case HOUR -> hours.hour(start);
            case DAY -> hours.day(start);
        };
    }

    private static long promptly(long due, long draw) {
        double delay = Noise.between(draw, 60, 700);
        if (Noise.even(draw + 1) < SLOW) {
            delay += Noise.between(draw + 2, 8_000, 28_000);
        }
        return due * 1000 + (long) delay;
    }

    /** Back-fill once the network is back: the oldest first, one every 400 ms. */
    private long afterwards(Episode outage, long due, Period period) {
        long back = outage.toMinute() * 60_000 + (long) Noise.between(key + outage.fromMinute(), 5_000, 50_000);
        long before = (due - outage.fromMinute() * 60) / (point.minuteInterval() * 60L);
        return back + 400 * before + 40L * period.ordinal();
    }
}
