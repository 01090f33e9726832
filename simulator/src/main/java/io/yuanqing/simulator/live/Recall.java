package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.simulator.nature.CityTime;
import io.yuanqing.simulator.nature.Episode.Kind;
import io.yuanqing.simulator.wire.Period;
import io.yuanqing.simulator.wire.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A logger's memory: what it sent in the past, made again by the model that made it then, byte for byte. At most 750 records
 * and 31 days for one question; null when more is asked for.
 */
final class Recall {

    private static final int MOST_RECORDS = 750;
    private static final long LONGEST = 31L * CityTime.DAY;

    private final DataLogger logger;

    Recall(DataLogger logger) {
        this.logger = logger;
    }

    /** @param from first DataTime, epoch seconds of the logger's clock, as all times here */
    @Nullable
    List<Packet> means(Period period, long from, long to, long now) {
        int interval = logger.point().minuteInterval();
        int length = period.seconds(interval);
        int stamp = logger.point().endStamped() ? length : 0;
        long first = period.start(from - stamp + length - 1, interval);
        return records(
                first,
                to - stamp,
                length,
                now,
                start -> logger.packets()
                        .means(
                                period,
                                start,
                                switch (period) {
                                    case MINUTES -> logger.hours().interval(start, interval);
                                    case HOUR -> logger.hours().hour(start);
                                    case DAY -> logger.hours().day(start);
                                },
                                false));
    }

    @Nullable
    List<Packet> deviceHours(long from, long to, long now) {
        long first = CityTime.dayStart(from + CityTime.DAY - 1);
        return records(
                first, to, CityTime.DAY, now, day -> List.of(logger.packets().deviceHours(day)));
    }

    /** The entries of the daily round. */
    @Nullable
    List<Packet> logs(long from, long to, long now) {
        int round = logger.timetable().dailyRound();
        long first = CityTime.dayStart(from - round + CityTime.DAY - 1) + round;
        return records(
                first,
                to,
                CityTime.DAY,
                now + CityTime.DAY,
                at -> List.of(logger.packets().log(at, logger.dailyLog(at))));
    }

    /** Of periods that are over and in which the logger had power. */
    private @Nullable List<Packet> records(
            long first, long last, int length, long now, LongFunction<List<Upload>> uploads) {
        if (last - first > LONGEST || (last - first) / length >= MOST_RECORDS) {
            return null;
        }
        List<Packet> records = new ArrayList<>();
        for (long start = first; start <= last && start + length <= now; start += length) {
            if (logger.model().during(Kind.SILENCE, (start + length) / 60) != null) {
                continue;
            }
            for (Upload upload : uploads.apply(start)) {
                Packet packet = Decoder.decode(upload.frame()).packet();
                if (packet != null) {
                    records.add(packet);
                }
            }
        }
        return records;
    }
}
