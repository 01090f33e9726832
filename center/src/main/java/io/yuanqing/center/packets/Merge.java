package io.yuanqing.center.packets;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows and blocks into one order. A block is unpacked when the order has come to where it begins, so that as a rule
 * one of them is in memory at a time.
 */
final class Merge {

    private final Order order;
    private final PriorityQueue<Run> runs;
    private final Iterator<PackedPackets> packed;
    private final Function<PackedPackets, List<StoredPacket>> unpack;
    private @Nullable PackedPackets next;

    /** In what order. */
    enum Order {
        POSITION(Comparator.comparingLong(StoredPacket::position)),
        RECEIPT(Comparator.comparing(StoredPacket::receivedAt).thenComparing(POSITION.comparator)),
        NEWEST_RECEIPT(RECEIPT.comparator.reversed());

        private final Comparator<StoredPacket> comparator;

        Order(Comparator<StoredPacket> comparator) {
            this.comparator = comparator;
        }

        /** Whether a block may hold a packet that does not come after this one. */
        private boolean mayPrecede(Spans block, StoredPacket packet) {
            return switch (this) {
                case POSITION -> block.first() <= packet.position();
                case RECEIPT -> !block.receivedFrom().isAfter(packet.receivedAt());
                case NEWEST_RECEIPT -> !block.receivedTo().isBefore(packet.receivedAt());
            };
        }
    }

    /**
     * @param rows each in the order
     * @param packed by the first place in the order at which a packet of theirs may stand
     * @param unpack gives a block's packets that are wanted
     */
    Merge(
            Order order,
            List<Iterator<StoredPacket>> rows,
            Iterator<PackedPackets> packed,
            Function<PackedPackets, List<StoredPacket>> unpack) {
        this.order = order;
        this.runs = new PriorityQueue<>((a, b) -> order.comparator.compare(a.head, b.head));
        this.packed = packed;
        this.unpack = unpack;
        rows.forEach(this::add);
        this.next = packed.hasNext() ? packed.next() : null;
    }

    /** Hands on so many packets at most. A packet that moved meanwhile, and was met in both its places, comes once. */
    void forEach(long limit, Consumer<StoredPacket> each) {
        long before = 0;
        for (long count = 0; count < limit; ) {
            unpackDue();
            Run run = runs.poll();
            if (run == null) {
                return;
            }
            if (run.head.position() != before) {
                before = run.head.position();
                each.accept(run.head);
                count++;
            }
            add(run.rest);
        }
    }

    private void unpackDue() {
        for (PackedPackets due = next; due != null; due = next) {
            Run first = runs.peek();
            if (first != null && !order.mayPrecede(due.spans(), first.head)) {
                return;
            }
            add(unpack.apply(due).stream().sorted(order.comparator).iterator());
            next = packed.hasNext() ? packed.next() : null;
        }
    }

    private void add(Iterator<StoredPacket> packets) {
        if (packets.hasNext()) {
            runs.add(new Run(packets.next(), packets));
        }
    }

    private record Run(StoredPacket head, Iterator<StoredPacket> rest) {}
}
