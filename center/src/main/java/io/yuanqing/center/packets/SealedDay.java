package io.yuanqing.center.packets;

import io.yuanqing.center.packets.SealFinding.Kind;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Holds a seal's packets, as they are read again, against what was sealed; keeps the first difference. */
final class SealedDay {

    private final Seal seal;
    private final Prints prints;
    private final Iterator<Positions.Run> runs;
    private final SealChain chain = new SealChain();
    private Positions.@Nullable Run run;
    private long expected;
    private long index;
    private @Nullable SealFinding difference;

    SealedDay(Seal seal, Prints prints) {
        this.seal = seal;
        this.prints = prints;
        this.runs = seal.positions().runs().iterator();
        next();
    }

    /** The next packet that is there; in the order of positions. */
    void add(StoredPacket packet) {
        if (difference != null) {
            return;
        }
        long position = packet.position();
        if (run != null && position > expected) {
            differs(Kind.PACKET_MISSING, expected, "the packet is gone; the next one there is " + position);
            return;
        }
        if (run == null || position < expected) {
            differs(Kind.PACKET_ADDED, position, "a packet stands where none was sealed");
            return;
        }
        chain.add(packet);
        if (prints.at(index) != (chain.print() & 0xffff)) {
            differs(
                    Kind.PACKET_CHANGED,
                    position,
                    "the packet of " + packet.mn() + ", received " + packet.receivedAt() + ", is not the sealed one");
            return;
        }
        index++;
        if (expected == run.last()) {
            next();
        } else {
            expected++;
        }
    }

    /** The position that must come next; 0: none. */
    long expected() {
        return expected;
    }

    /** After the last packet: the first difference, or null. */
    @Nullable
    SealFinding end() {
        if (difference == null && run != null) {
            differs(Kind.PACKET_MISSING, expected, "the packet and all of the day behind it are gone");
        }
        if (difference == null && !chain.link().equals(seal.packetsDigest())) {
            // Each print fits by chance once in 65,536 times.
            differs(Kind.PACKET_CHANGED, seal.positions().runs().get(0).first(), "a packet of the day was changed");
        }
        return difference;
    }

    private void next() {
        run = runs.hasNext() ? runs.next() : null;
        expected = run == null ? 0 : run.first();
    }

    private void differs(Kind kind, long position, String message) {
        difference = new SealFinding(kind, seal.number(), seal.day(), position, message);
    }
}
