package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which packets make a message that was split by PNUM and PNO (HJ 212-2017 clause 6.3.1, C.49, C.50). It never delays
 * a packet: store each when it arrives, this only says when a message is complete.
 *
 * <p>Memory: at most {@code mostGroups} messages of at most {@code mostParts} packets, for at most {@code patience}; one
 * value per MN. A closed message stays among them until its time is over, so that a repeated part is recognised. When there
 * is no room the oldest one goes.
 *
 * <p>Parts belong together by MN, ST, CN, DataTime and PNUM, whatever their QN; they may come in any order and repeatedly.
 * A value of this class never changes; each call returns the next one.
 */
public final class PartMerge {

    private final int mostGroups;
    private final int mostParts;
    private final Duration patience;

    /** The oldest first. */
    private final Map<PartGroup.Key, PartGroup> groups;

    /**
     * Holds no part yet.
     *
     * @param mostGroups messages that are kept at a time
     * @param mostParts a greater PNUM is not collected
     * @param patience how long the other parts are waited for
     */
    public PartMerge(int mostGroups, int mostParts, Duration patience) {
        this(mostGroups, mostParts, patience, Map.of());
        if (mostGroups < 1 || mostParts < 2 || patience.isNegative()) {
            throw new IllegalArgumentException("at least 1 group, 2 parts and no negative patience are needed, not "
                    + mostGroups + ", " + mostParts + ", " + patience);
        }
    }

    private PartMerge(int mostGroups, int mostParts, Duration patience, Map<PartGroup.Key, PartGroup> groups) {
        this.mostGroups = mostGroups;
        this.mostParts = mostParts;
        this.patience = patience;
        this.groups = groups;
    }

    /** What is told, and the value to go on with. */
    public record Step(PartMerge next, List<Merged> told) {}

    /** Takes a packet, after closing what is over. */
    public Step add(Packet packet, Instant now) {
        Map<PartGroup.Key, PartGroup> later = new LinkedHashMap<>(groups);
        List<Merged> told = new ArrayList<>();
        closeExpired(later, told, now);
        Integer pnum = packet.pnum();
        Integer pno = packet.pno();
        if (pnum == null || pnum == 1 && (pno == null || pno == 1)) {
            told.add(new Merged.Whole(packet));
        } else if (pno == null || pno < 1 || pno > pnum || pnum > mostParts) {
            told.add(new Merged.Misnumbered(packet));
        } else {
            take(later, told, PartGroup.Key.of(packet, pnum), pno, packet, now);
        }
        return step(later, told);
    }

    /** Closes what is over at this moment. */
    public Step expire(Instant now) {
        Map<PartGroup.Key, PartGroup> later = new LinkedHashMap<>(groups);
        List<Merged> told = new ArrayList<>();
        closeExpired(later, told, now);
        return step(later, told);
    }

    /** Messages that are kept now, open and closed ones. */
    public int kept() {
        return groups.size();
    }

    /** When {@link #expire} will have something to do; null while nothing is kept. */
    public @Nullable Instant nextExpiry() {
        return groups.values().stream()
                .map(group -> group.opened().plus(patience))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void take(
            Map<PartGroup.Key, PartGroup> later,
            List<Merged> told,
            PartGroup.Key key,
            int pno,
            Packet packet,
            Instant now) {
        PartGroup group = later.get(key);
        if (group == null) {
            begin(later, told, key, pno, packet, now);
            return;
        }
        Packet before = group.part(pno);
        if (before != null && before.cp().equals(packet.cp())) {
            told.add(new Merged.Repeated(packet));
            return;
        }
        if (group.complete() || group.numbered()) {
            // The logger sends the message anew, with other values.
            later.remove(key);
            begin(later, told, key, pno, packet, now);
            return;
        }
        PartGroup more = group.with(pno, packet);
        later.put(key, more);
        told.add(
                more.complete()
                        ? new Merged.Complete(more.merged(), more.packets())
                        : new Merged.Waiting(packet, more.parts().size()));
    }

    private void begin(
            Map<PartGroup.Key, PartGroup> later,
            List<Merged> told,
            PartGroup.Key key,
            int pno,
            Packet packet,
            Instant now) {
        PartGroup group = PartGroup.of(key, pno, packet, now);
        PartGroup before = later.values().stream()
                .filter(earlier -> earlier.continuedBy(key, pno, packet))
                .findFirst()
                .orElse(null);
        if (before != null) {
            later.remove(before.key());
            if (!before.numbered()) {
                told.add(new Merged.Numbered(before.packets().get(0)));
            }
            told.add(new Merged.Numbered(packet));
            group = group.asNumbered();
        } else {
            makeRoom(later, told);
            told.add(new Merged.Waiting(packet, 1));
        }
        later.put(key, group);
    }

    /** What is closed goes before what is open, the oldest first. */
    private void makeRoom(Map<PartGroup.Key, PartGroup> later, List<Merged> told) {
        if (later.size() < mostGroups) {
            return;
        }
        PartGroup oldest = later.values().iterator().next();
        PartGroup leaving = later.values().stream()
                .filter(group -> !group.open())
                .findFirst()
                .orElse(oldest);
        later.remove(leaving.key());
        tellIfOpen(leaving, true, told);
    }

    private void closeExpired(Map<PartGroup.Key, PartGroup> later, List<Merged> told, Instant now) {
        later.values().removeIf(group -> {
            boolean over = !now.isBefore(group.opened().plus(patience));
            if (over) {
                tellIfOpen(group, false, told);
            }
            return over;
        });
    }

    private static void tellIfOpen(PartGroup group, boolean crowdedOut, List<Merged> told) {
        if (group.open()) {
            told.add(new Merged.Incomplete(group.merged(), group.packets(), group.missing(), crowdedOut));
        }
    }

    private Step step(Map<PartGroup.Key, PartGroup> later, List<Merged> told) {
        return new Step(new PartMerge(mostGroups, mostParts, patience, later), List.copyOf(told));
    }
}
