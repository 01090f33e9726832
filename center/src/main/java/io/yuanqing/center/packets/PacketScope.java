package io.yuanqing.center.packets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import java.util.List;
import java.util.Optional;
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
     * The MNs whose packets belong together: all that ever spoke for the point of this one, or itself alone.
     *
     * @throws Refusal 404 when it lies outside the caller's scope
     */
    List<String> mnsWith(String mn) {
        Optional<MonitoringPoint> point = points.ofMn(mn);
        if (point.isPresent()) {
            return points.bindingsOf(point.get().id()).stream()
                    .map(LoggerBinding::mn)
                    .distinct()
                    .toList();
        }
        if (!wholeCity()) {
            throw Refusal.notFound("There is no monitoring point with MN '" + mn + "' in your data scope");
        }
        return List.of(Mn.normal(mn));
    }

    boolean mayRead(String mn) {
        return wholeCity() || points.ofMn(mn).isPresent();
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
