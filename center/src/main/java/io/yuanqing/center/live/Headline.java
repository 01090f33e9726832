package io.yuanqing.center.live;

import io.yuanqing.center.live.StateReason.Code;
import io.yuanqing.center.readings.FactorCodes;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.registry.LimitPeriod;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A point's headline: what is most pressing about it now.
 *
 * @param online data arrived within the offline limit; a connection alone does not count
 * @param reason null when all is normal
 * @param over every mean beyond a limit, the worst first; of an offline point too, since an exceedance does not end with
 *     silence
 */
record Headline(State state, boolean online, @Nullable StateReason reason, List<Exceedance> over) {

    private static final Headline NORMAL = new Headline(State.NORMAL, true, null, List.of());

    /** An hour mean comes after its hour, so for an hour more nothing newer can be known; the same of days. */
    private static final Duration HOUR_HOLDS = Duration.ofHours(2);

    private static final Duration DAY_HOLDS = Duration.ofDays(2);

    /** The greatest multiple first; what has none, last. */
    private static final Comparator<Exceedance> WORST_FIRST = Comparator.comparing(
                    Exceedance::multiple, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
            .reversed();

    /**
     * The rule: offline, then exceeding, then what the flags say. Watched are the assessed and the monitored factors; where none is named, the flags of all. A value counts
     * while it is no older than the point's newest data and the offline limit; minute and hour values, which come after
     * their period, an hour or two more. The newest hour and day mean with flag N are held against the limits.
     *
     * @param limits all that were ever registered for the point
     * @param offlineAfter silence after which a point is offline
     */
    static Headline of(
            MonitoringPoint point,
            @Nullable Latest latest,
            Collection<PointLimit> limits,
            Instant now,
            Duration offlineAfter) {
        List<Exceedance> over = latest == null ? List.of() : over(point, latest, limits, offlineAfter);
        Headline flags = ofFlags(point, latest, now, offlineAfter);
        Exceedance worst =
                over.stream().filter(one -> !one.warningOnly()).findFirst().orElse(null);
        if (worst == null || State.EXCEEDING.compareTo(flags.state()) > 0) {
            return new Headline(flags.state(), flags.online(), flags.reason(), over);
        }
        return new Headline(State.EXCEEDING, flags.online(), StateReason.of(worst), over);
    }

    private static List<Exceedance> over(
            MonitoringPoint point, Latest latest, Collection<PointLimit> limits, Duration offlineAfter) {
        List<Exceedance> over = new ArrayList<>();
        latest.hours().forEach((factor, mean) -> {
            if (!mean.start().plus(HOUR_HOLDS).plus(offlineAfter).isBefore(latest.dataTime())) {
                over.addAll(Exceedance.of(point, limits, factor, LimitPeriod.HOUR, mean));
            }
        });
        latest.days().forEach((factor, mean) -> {
            if (!mean.start().plus(DAY_HOLDS).plus(offlineAfter).isBefore(latest.dataTime())) {
                over.addAll(Exceedance.of(point, limits, factor, LimitPeriod.DAY, mean));
            }
        });
        over.sort(WORST_FIRST);
        return over;
    }

    private static Headline ofFlags(
            MonitoringPoint point, @Nullable Latest latest, Instant now, Duration offlineAfter) {
        Instant heard = latest == null ? null : latest.receivedAt();
        if (latest == null || heard == null) {
            return new Headline(
                    State.OFFLINE, false, new StateReason(Code.NEVER_HEARD, null, null, null, null), List.of());
        }
        if (heard.plus(offlineAfter).isBefore(now)) {
            return new Headline(State.OFFLINE, false, new StateReason(Code.SILENT, null, null, null, heard), List.of());
        }
        Headline worst = NORMAL;
        Set<String> watched = watched(point);
        for (String factor : watched.isEmpty() ? latest.values().keySet() : watched) {
            LatestValue value = latest.values().get(factor);
            if (value != null && current(value, latest, offlineAfter)) {
                Headline one = of(factor, value, !watched.isEmpty());
                worst = one.state().compareTo(worst.state()) < 0 ? one : worst;
            }
        }
        return worst;
    }

    private static Headline of(String factor, LatestValue value, boolean numberDue) {
        String flag = value.flag() == null ? "N" : value.flag();
        State state = switch (flag) {
            case "N" -> numberDue && value.value() == null ? State.ABNORMAL : State.NORMAL;
            case "M", "C" -> State.MAINTENANCE;
            case "F" -> State.STOPPED;
            default -> State.ABNORMAL;
        };
        if (state == State.NORMAL) {
            return NORMAL;
        }
        Code code = flag.equals("N") ? Code.NO_NUMBER : Code.FLAG;
        return new Headline(
                state, true, new StateReason(code, factor, value.flag(), value.text(), value.since()), List.of());
    }

    private static boolean current(LatestValue value, Latest latest, Duration offlineAfter) {
        Duration later = switch (value.cn()) {
            case "2061" -> Duration.ofHours(2);
            case "2051" -> Duration.ofHours(1);
            default -> Duration.ZERO;
        };
        return !value.dataTime().plus(offlineAfter).plus(later).isBefore(latest.dataTime());
    }

    private static Set<String> watched(MonitoringPoint point) {
        Set<String> watched = new LinkedHashSet<>();
        point.assessedFactors().forEach(code -> watched.add(FactorCodes.today(code)));
        point.factors().forEach(code -> watched.add(FactorCodes.today(code)));
        return watched;
    }

    /** What the point said last, as it is shown. */
    static Map<String, LatestValue> values(@Nullable Latest latest) {
        return latest == null ? Map.of() : latest.values();
    }
}
