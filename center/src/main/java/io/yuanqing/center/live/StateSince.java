package io.yuanqing.center.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Since when each point has its state, and the changes that nobody has recorded yet. Not safe for several threads. */
final class StateSince {

    /** Changes kept while the database does not take them; of more, the oldest are given up. */
    static final int MOST_UNRECORDED = 50_000;

    private record Held(State state, @Nullable Instant since) {}

    private final Map<Long, Held> held = new HashMap<>();
    private final List<StateChange> unrecorded = new ArrayList<>();

    /** What was recorded before this server began. */
    void remember(Collection<StateChange> lastOfEachPoint) {
        lastOfEachPoint.forEach(last -> held.put(last.pointId(), new Held(last.to(), last.at())));
    }

    /** Notes a point's state; returns since when it has it, null when that began before anything was recorded. */
    @Nullable
    Instant note(long pointId, State state, @Nullable StateReason reason, Instant now) {
        Held before = held.get(pointId);
        if (before != null && before.state() == state) {
            return before.since();
        }
        Instant since = before == null ? null : now;
        held.put(pointId, new Held(state, since));
        if (before != null) {
            unrecorded.add(new StateChange(pointId, now, before.state(), state, reason));
        }
        return since;
    }

    void keepOnly(Collection<Long> pointIds) {
        held.keySet().retainAll(pointIds);
    }

    List<StateChange> takeUnrecorded() {
        List<StateChange> taken = List.copyOf(unrecorded);
        unrecorded.clear();
        return taken;
    }

    /** They could not be recorded: they are tried again with the next ones. */
    void giveBack(List<StateChange> changes) {
        unrecorded.addAll(0, changes);
        int tooMany = unrecorded.size() - MOST_UNRECORDED;
        if (tooMany > 0) {
            unrecorded.subList(0, tooMany).clear();
        }
    }
}
