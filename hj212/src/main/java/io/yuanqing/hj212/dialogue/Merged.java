package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Packet;
import java.util.List;

/**
 * What {@link PartMerge} tells. Nothing of it decides whether a packet is stored: every packet is complete in itself and is
 * stored when it arrives.
 */
public sealed interface Merged {

    /** The packet is no part of anything: no PNUM, or PNUM=1. */
    record Whole(Packet packet) implements Merged {}

    /** A part whose others are still awaited: {@code have} of {@code PNUM} are here. */
    record Waiting(Packet part, int have) implements Merged {}

    /** A part with the same items has been here before, as after a lost 9014. */
    record Repeated(Packet part) implements Merged {}

    /** All parts are here. {@code packet} has the first part's header without PNUM and PNO, and all items in PNO order. */
    record Complete(Packet packet, List<Packet> parts) implements Merged {}

    /**
     * The others did not come.
     *
     * @param packet as of {@link Complete}, of the parts that are here
     * @param missing the PNOs that are not
     * @param crowdedOut closed before its time, since too many messages were open
     */
    record Incomplete(Packet packet, List<Packet> parts, List<Integer> missing, boolean crowdedOut) implements Merged {}

    /** PNO is absent, 0 or greater than PNUM, or PNUM is greater than what is collected: taken by itself. */
    record Misnumbered(Packet packet) implements Merged {}

    /** PNUM and PNO number the records of a history, as one client does: each packet is a record of its own. */
    record Numbered(Packet packet) implements Merged {}
}
