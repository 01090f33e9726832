package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests to one MN, one after the other: the next is sent when the one before has ended. The last dialogue is
 * remembered, so that a late reply of it is not taken for a misnumbered one of the present.
 *
 * <p>Memory: at most {@code mostWaiting} requests and two dialogues. Values of this class never change.
 */
public final class Outstanding {

    /** A request to be sent when its turn comes. */
    public record Asked(Packet request, Shape shape, Timing timing) {}

    private final Edition edition;
    private final int mostWaiting;
    private final List<Asked> waiting;
    private final @Nullable Dialogue current;
    private final @Nullable Dialogue before;

    /**
     * Nothing is asked yet.
     *
     * @param edition that of the peer
     */
    public Outstanding(Edition edition, int mostWaiting) {
        this(edition, mostWaiting, List.of(), null, null);
    }

    private Outstanding(
            Edition edition,
            int mostWaiting,
            List<Asked> waiting,
            @Nullable Dialogue current,
            @Nullable Dialogue before) {
        this.edition = edition;
        this.mostWaiting = mostWaiting;
        this.waiting = waiting;
        this.current = current;
        this.before = before;
    }

    /** The effects are those of the present dialogue; after its Finished, those of the next one. */
    public record Step(Outstanding next, List<Effect> effects) {}

    /** The present dialogue, or the last one that ended; null before the first. */
    public @Nullable Dialogue current() {
        return current;
    }

    /** How many requests have not been sent yet. */
    public int waiting() {
        return waiting.size();
    }

    /** No further request is taken. */
    public boolean full() {
        return busy() && waiting.size() >= mostWaiting;
    }

    private boolean busy() {
        return current != null && !current.ended();
    }

    /**
     * Sends a request, or lets it wait for its turn.
     *
     * @throws IllegalStateException when it is {@link #full}
     */
    public Step submit(Asked asked, Instant now) {
        if (full()) {
            throw new IllegalStateException("CN " + asked.request().cn() + " for MN "
                    + asked.request().mn() + ": " + waiting.size() + " requests wait already; try again later");
        }
        List<Asked> more = new ArrayList<>(waiting);
        more.add(asked);
        return advance(new Outstanding(edition, mostWaiting, List.copyOf(more), current, before), List.of(), now);
    }

    /** Takes a packet of the logger. */
    public Step received(Packet packet, Instant now) {
        Dialogue mine = current;
        if (before != null && (mine == null || !mine.concerns(packet)) && before.concerns(packet)) {
            return new Step(this, before.received(packet, now).effects());
        }
        return mine == null
                ? new Step(this, List.of(new Effect.Ignored(packet, Effect.Reason.OTHER)))
                : after(mine.received(packet, now), now);
    }

    /** Does what is due at this moment. */
    public Step at(Instant now) {
        return current == null ? new Step(this, List.of()) : after(current.at(now), now);
    }

    /** When {@link #at} will have something to do; null while nothing is outstanding. */
    public @Nullable Instant deadline() {
        return current == null ? null : current.deadline();
    }

    private Step after(Dialogue.Step step, Instant now) {
        return advance(new Outstanding(edition, mostWaiting, waiting, step.next(), before), step.effects(), now);
    }

    private static Step advance(Outstanding state, List<Effect> effects, Instant now) {
        if (state.busy() || state.waiting.isEmpty()) {
            return new Step(state, effects);
        }
        Asked first = state.waiting.get(0);
        List<Asked> rest = state.waiting.subList(1, state.waiting.size());
        Dialogue.Step open = Dialogue.open(first.request(), first.shape(), state.edition, first.timing(), now);
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(open.effects());
        return new Step(
                new Outstanding(state.edition, state.mostWaiting, List.copyOf(rest), open.next(), state.current),
                List.copyOf(all));
    }
}
