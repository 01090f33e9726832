package io.yuanqing.center.packets;

import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.packets.block.BlockDamaged;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops the packets of one day of receipt that nothing asks for any more, as one transaction:
 *
 * <pre>
 * verify the day against its seals -> copy what is kept -> seal what is kept -> drop blocks -> audit -> drop the partition -> commit
 * </pre>
 *
 * A day whose packets are not the sealed ones, or not all sealed, is not dropped: it may be evidence of what happened to
 * it.
 */
@Component
class Dropping {

    private static final int COPIED_AT_ONCE = 1_000;

    private final DayPackets packets;
    private final PacketBlocks blocks;
    private final KeptPackets kept;
    private final Seals seals;
    private final PartitionDrop drop;
    private final JdbcTemplate sql;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dropping(
            DayPackets packets,
            PacketBlocks blocks,
            KeptPackets kept,
            Seals seals,
            PartitionDrop drop,
            JdbcTemplate sql,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.packets = packets;
        this.blocks = blocks;
        this.kept = kept;
        this.seals = seals;
        this.drop = drop;
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of a day.
     *
     * @param refusal why it was left as it is; null: it was dropped
     */
    record Dropped(
            LocalDate day,
            long packets,
            long kept,
            @Nullable String refusal) {

        static Dropped refused(LocalDate day, String why) {
            return new Dropped(day, 0, 0, why);
        }
    }

    Dropped drop(LocalDate day, Keeping keeping) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Dropped done;
            try {
                done = inTransaction(day, keeping);
            } catch (BlockDamaged e) {
                done = Dropped.refused(day, "a block is damaged: " + e.getMessage());
            }
            if (done.refusal() != null) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    private Dropped inTransaction(LocalDate day, Keeping keeping) {
        Seals.Head end = seals.lockHead();
        boolean partition = packets.partitions().contains(day);
        boolean whole = packets.days().contains(day);
        long lastRow = packets.lastRow(day);
        if (packets.last(day) > seals.sealedUpTo(day)) {
            return Dropped.refused(day, "it holds packets that are not sealed yet");
        }
        Sorted sorted = new Sorted(day, keeping);
        List<Seal> standing = seals.standing(day);
        for (Seal seal : standing) {
            SealedDay check = new SealedDay(seal, seals.prints(seal.number()));
            packets.read(seal, packet -> {
                Stopped.check();
                check.add(packet);
                sorted.add(packet, seal.kind());
            });
            SealFinding difference = check.end();
            if (difference != null) {
                return Dropped.refused(day, "it is not what was sealed: " + difference);
            }
        }
        sorted.flush();
        if (sorted.gone == 0 && !whole) {
            return Dropped.refused(day, "all of it is still kept");
        }
        long remaining = 0;
        if (!standing.isEmpty()) { // a partition that was made ahead and stayed empty has none
            Seal seal = sealKept(day, end);
            seals.dropTracesBefore(seal);
            remaining = seal.packets();
        }
        blocks.remove(day);
        sql.update("delete from packet_retention where day = ?", day);
        trail.record(
                "PACKETS_DROPPED",
                "packets:" + day,
                Map.of("packets", sorted.gone + remaining),
                Map.of("packets", remaining, "seal", seals.head().number()));
        if (partition && !drop.dropped(day, lastRow)) {
            return Dropped.refused(day, "its partition is in use, or packets came to it meanwhile");
        }
        return new Dropped(day, sorted.gone, remaining, null);
    }

    private Seal sealKept(LocalDate day, Seals.Head end) {
        SealChain chain = new SealChain();
        Positions.Builder positions = new Positions.Builder();
        ByteArrayOutputStream prints = new ByteArrayOutputStream();
        packets.kept(day, packet -> {
            chain.add(packet);
            positions.add(packet.position());
            Prints.write(chain.print(), prints);
        });
        Positions remaining = positions.build();
        Seal seal = new Seal(
                        end.number() + 1,
                        Seal.Kind.KEPT,
                        day,
                        0,
                        seals.sealedUpTo(day),
                        remaining.count(),
                        remaining,
                        chain.link(),
                        end.digest(),
                        SealChain.NONE,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .digested();
        seals.add(seal, prints.toByteArray());
        return seal;
    }

    /** Copies what stays of a partition, and removes what no longer stays of what was kept before. */
    private final class Sorted {

        private final LocalDate day;
        private final Keeping keeping;
        private final List<StoredPacket> copied = new ArrayList<>();
        private final List<Long> removed = new ArrayList<>();
        private long gone;

        Sorted(LocalDate day, Keeping keeping) {
            this.day = day;
            this.keeping = keeping;
        }

        void add(StoredPacket packet, Seal.Kind from) {
            boolean stays = keeping.keeps(packet);
            gone += stays ? 0 : 1;
            if (stays && from == Seal.Kind.DAY) {
                copied.add(packet);
            } else if (!stays && from == Seal.Kind.KEPT) {
                removed.add(packet.position());
            }
            if (copied.size() >= COPIED_AT_ONCE) {
                flushCopies();
            }
        }

        void flush() {
            flushCopies();
            kept.remove(removed);
        }

        private void flushCopies() {
            kept.add(day, copied);
            copied.clear();
        }
    }
}
