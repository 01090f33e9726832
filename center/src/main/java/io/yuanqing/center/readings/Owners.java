package io.yuanqing.center.readings;

import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.registry.FactorRule;
import io.yuanqing.center.registry.FactorRules;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whose a packet is: the point to which its MN was bound at its DataTime, else at its receipt. Used by the reader's
 * thread alone.
 */
@Component
class Owners {

    private static final Stamping USUAL = new Stamping(false, null);

    private final Points points;
    private final FactorRules factorRules;
    private final Map<Long, Stamping> stampings = new HashMap<>();
    private final Map<Long, List<FactorRule>> rules = new HashMap<>();

    Owners(Points points, FactorRules factorRules) {
        this.points = points;
        this.factorRules = factorRules;
    }

    Optional<LoggerBinding> of(StoredPacket packet) {
        Instant dataTime = packet.dataTime();
        return points.bindingAt(packet.mn(), dataTime == null ? packet.receivedAt() : dataTime);
    }

    /** Whether no point has ever had this MN. */
    boolean nobody(String mn) {
        return !points.known(mn);
    }

    /** Kept in memory until the point changes. */
    Stamping stamping(long pointId) {
        return stampings.computeIfAbsent(
                pointId, id -> points.byId(id).map(Owners::of).orElse(USUAL));
    }

    /** The point's codes and units, kept in memory until the point changes. */
    List<FactorRule> rules(long pointId) {
        return rules.computeIfAbsent(pointId, factorRules::of);
    }

    /** The point has changed: the next question asks the registry. */
    void forget(long pointId) {
        stampings.remove(pointId);
        rules.remove(pointId);
    }

    List<LoggerBinding> bindings(long pointId) {
        return points.bindingsOf(pointId);
    }

    /** Whether the answers from memory show these bindings already, which is so a moment after their commit. */
    boolean know(List<LoggerBinding> bindings) {
        return bindings.stream()
                .allMatch(binding -> points.bindingAt(
                                binding.mn(), binding.from() == null ? Instant.EPOCH : binding.from())
                        .equals(Optional.of(binding)));
    }

    static Stamping of(MonitoringPoint point) {
        return new Stamping(point.endStamped(), point.minuteInterval());
    }
}
