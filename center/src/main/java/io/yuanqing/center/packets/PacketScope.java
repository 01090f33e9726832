package io.yuanqing.center.packets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whose packets the caller may read: those of the points in the data scope. An MN that is not registered, and the
 * quarantine, belong to nobody yet and are shown to callers whose scope is the whole city.
 */
@Component
class PacketScope {

    private final Points points;
    private final Caller caller;

    PacketScope(Points points, Caller caller) {
        this.points = points;
        this.caller = caller;
    }

    /**
     * The MNs whose packets belong together: all that ever spoke for the point of this one, or itself alone. Who sees only a
     * part of the city gets of each MN what it sent while it spoke for that point.
     *
     * @throws Refusal 404 when it lies outside the caller's scope
     */
    List<MnSpan> spansWith(String mn) {
        Optional<MonitoringPoint> point = points.ofMn(mn);
        if (point.isPresent()) {
            Stream<LoggerBinding> bindings = points.bindingsOf(point.get().id()).stream();
            return wholeCity()
                    ? bindings.map(LoggerBinding::mn)
                            .distinct()
                            .map(MnSpan::ever)
                            .toList()
                    : bindings.map(MnSpan::of).toList();
        }
        if (!wholeCity()) {
            throw Refusal.notFound("There is no monitoring point with MN '" + mn + "' in your data scope");
        }
        return List.of(MnSpan.ever(Mn.normal(mn)));
    }

    /** A packet is its point's by the binding in force at its DataTime, else at its receipt. */
    boolean mayRead(StoredPacket packet) {
        Instant when = packet.dataTime() == null ? packet.receivedAt() : packet.dataTime();
        return wholeCity()
                || points.bindingAt(packet.mn(), when)
                        .map(LoggerBinding::pointId)
                        .filter(points::visible)
                        .isPresent();
    }

    /** @throws Refusal 404 for a caller who sees only a part of the city */
    void requireWholeCity(String what) {
        if (!wholeCity()) {
            throw Refusal.notFound("There is no " + what + " in your data scope");
        }
    }

    private boolean wholeCity() {
        return caller.scope().equals(Scope.CITY);
    }
}
