package io.yuanqing.center.readings;

import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds a packet to what a point said last. Packets come in log order, so the same log always gives the same result,
 * however it was cut into batches. A late packet never overwrites a newer value: of one factor the newest DataTime
 * counts, then realtime before minute before hour, then the later packet.
 */
final class LatestFold {

    private LatestFold() {}

    static @Nullable Latest add(@Nullable Latest before, Owned owned, Packet packet) {
        StoredPacket stored = owned.stored();
        Kind kind = owned.kind();
        Instant dataTime = owned.dataTime();
        List<Reading> readings = owned.readings(packet);
        Map<String, LatestValue> values = new TreeMap<>(before == null ? Map.of() : before.values());
        boolean changed = kind != Kind.DAY && addValues(values, dataTime, kind, readings);
        Map<String, Mean> hours = means(Kind.HOUR, before == null ? Map.of() : before.hours(), owned, readings);
        Map<String, Mean> days = means(Kind.DAY, before == null ? Map.of() : before.days(), owned, readings);
        boolean sameMeans = before == null || hours == before.hours() && days == before.days();
        boolean live = !packet.backfilled();
        if (!changed && !live && sameMeans) {
            return before;
        }
        Instant newest =
                before == null || changed && dataTime.isAfter(before.dataTime()) ? dataTime : before.dataTime();
        Instant heard = before == null ? null : before.receivedAt();
        if (live && (heard == null || stored.receivedAt().isAfter(heard))) {
            heard = stored.receivedAt();
        }
        return new Latest(owned.pointId(), stored.position(), newest, heard, values, hours, days);
    }

    private static Map<String, Mean> means(Kind kind, Map<String, Mean> before, Owned owned, List<Reading> readings) {
        return owned.kind() == kind ? MeanFold.add(before, owned.start(), readings) : before;
    }

    private static boolean addValues(
            Map<String, LatestValue> values, Instant dataTime, Kind kind, List<Reading> readings) {
        boolean changed = false;
        for (Reading reading : readings) {
            String suffix = suffix(kind, reading);
            if (suffix == null) {
                continue;
            }
            String factor = FactorCodes.today(reading.factor());
            LatestValue before = values.get(factor);
            if (before == null || replaces(before, dataTime, kind)) {
                values.put(factor, value(before, dataTime, kind, reading, suffix));
                changed = true;
            }
        }
        return changed;
    }

    private static boolean replaces(LatestValue before, Instant dataTime, Kind kind) {
        int order = dataTime.compareTo(before.dataTime());
        return order > 0 || order == 0 && rank(kind.cn()) >= rank(before.cn());
    }

    private static int rank(String cn) {
        return List.of("2061", "2051", "2011").indexOf(cn);
    }

    /** Some devices report an average as realtime, noise its level as Data. */
    private static @Nullable String suffix(Kind kind, Reading reading) {
        List<String> candidates = kind == Kind.REALTIME ? List.of("Rtd", "Avg", "Data") : List.of("Avg", "Rtd", "Data");
        return candidates.stream()
                .filter(reading.values()::containsKey)
                .findFirst()
                .orElse(null);
    }

    private static LatestValue value(
            @Nullable LatestValue before, Instant dataTime, Kind kind, Reading reading, String suffix) {
        BigDecimal number = Measured.number(reading, suffix);
        String flag = reading.flag() == null ? null : Measured.clean(reading.flag());
        return new LatestValue(
                number,
                Measured.clean(Objects.requireNonNullElse(reading.values().get(suffix), "")),
                flag,
                Measured.number(reading, suffix.equals("Avg") ? "ZsAvg" : "ZsRtd"),
                dataTime,
                since(before, flag, number, dataTime),
                kind.cn());
    }

    /** The condition goes on while the flag is the same and there still is, or still is not, a number. */
    private static Instant since(
            @Nullable LatestValue before, @Nullable String flag, @Nullable BigDecimal number, Instant dataTime) {
        return before != null && Objects.equals(before.flag(), flag) && (before.value() == null) == (number == null)
                ? before.since()
                : dataTime;
    }
}
