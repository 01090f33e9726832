package io.yuanqing.center.packets;

import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.packets.block.BlockDamaged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recodes the rows of one day of receipt into blocks, as one transaction:
 *
 * <pre>
 * rows -> blocks -> read back from the database and held against the day's seals -> audit -> drop the partition -> commit
 * </pre>
 *
 * A day of which not all is sealed, or whose blocks do not give back what was sealed, keeps its rows. Whoever kills the
 * server meanwhile finds the rows, and the next round begins anew. In memory is one segment at a time.
 */
@Component
class Recoding {

    private final DayPackets packets;
    private final PacketBlocks blocks;
    private final Seals seals;
    private final PartitionDrop drop;
    private final AuditTrail trail;
    private final PacketsSettings settings;
    private final TransactionTemplate transaction;

    Recoding(
            DayPackets packets,
            PacketBlocks blocks,
            Seals seals,
            PartitionDrop drop,
            AuditTrail trail,
            PacketsSettings settings,
            PlatformTransactionManager transactions) {
        this.packets = packets;
        this.blocks = blocks;
        this.seals = seals;
        this.drop = drop;
        this.trail = trail;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of a day.
     *
     * @param packets recoded
     * @param refusal why the rows stay; null: they are blocks now
     * @param broken whether they stay because they are not what was sealed
     */
    record Recoded(LocalDate day, long packets, @Nullable String refusal, boolean broken) {

        static Recoded later(LocalDate day, String why) {
            return new Recoded(day, 0, why, false);
        }

        static Recoded broken(LocalDate day, String why) {
            return new Recoded(day, 0, why, true);
        }
    }

    Recoded recode(LocalDate day) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Recoded done;
            try {
                done = inTransaction(day);
            } catch (BlockDamaged e) {
                done = Recoded.broken(day, "a block does not give back what was put into it: " + e.getMessage());
            }
            if (done.refusal() != null) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    private Recoded inTransaction(LocalDate day) {
        seals.lockHead(); // nobody seals or drops meanwhile
        long last = packets.lastRow(day);
        if (last > seals.sealedUpTo(day)) {
            return Recoded.later(day, "it holds packets that are not sealed yet");
        }
        long recoded = 0;
        for (Seal seal : seals.standing(day)) {
            if (seal.kind() == Seal.Kind.DAY && seal.positions().last() > blocks.last(day)) {
                SealedDay check = new SealedDay(seal, seals.prints(seal.number()));
                recoded += recode(seal, check);
                SealFinding difference = check.end();
                if (difference != null) {
                    return Recoded.broken(day, "it is not what was sealed: " + difference);
                }
            }
        }
        trail.record(
                "PACKETS_RECODED", "packets:" + day, null, Map.of("packets", recoded, "seal", seals.sealedUpTo(day)));
        return drop.dropped(day, last)
                ? new Recoded(day, recoded, null, false)
                : Recoded.later(day, "its partition is in use, or packets came to it meanwhile");
    }

    /** Writes the seal's rows as segments, each of which is read back for the check. */
    private long recode(Seal seal, SealedDay check) {
        long recoded = 0;
        try (Stream<StoredPacket> rows = packets.rows(seal.day(), seal.after(), seal.upTo())) {
            Iterator<StoredPacket> left = rows.iterator();
            while (left.hasNext()) {
                List<StoredPacket> some = some(left);
                blocks.unpack(blocks.add(seal.day(), some)).forEach(check::add);
                recoded += some.size();
            }
        }
        return recoded;
    }

    private List<StoredPacket> some(Iterator<StoredPacket> left) {
        List<StoredPacket> some = new ArrayList<>();
        long bytes = 0;
        while (left.hasNext() && bytes < settings.segmentSize().toBytes()) {
            Stopped.check();
            StoredPacket packet = left.next();
            bytes += packet.frame().length;
            some.add(packet);
        }
        return some;
    }
}
