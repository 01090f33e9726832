package io.yuanqing.center.packets;

import io.yuanqing.center.packets.SealFinding.Kind;
import io.yuanqing.center.packets.block.BlockDamaged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the seals anew from the packets and says where they differ. It only reads; a server may be at work beside it.
 *
 * <p>Three things are held against each other: each seal's packets against its digest, each seal against the one before,
 * and all positions, sealed or not, against the log's head: each must be there once.
 */
@Component
public class SealCheck {

    private static final int SEALS_AT_ONCE = 100;
    private static final int MOST_FINDINGS = 100;
    private static final int PACKETS_PER_REPORT = 100_000;

    private final DayPackets packets;
    private final Seals seals;
    private final JdbcTemplate sql;
    private final TransactionTemplate reading;

    SealCheck(DayPackets packets, Seals seals, JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.packets = packets;
        this.seals = seals;
        this.sql = sql;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Without a server: over a connection of its own. */
    public static SealCheck on(DataSource database) {
        JdbcTemplate sql = new JdbcTemplate(database);
        return new SealCheck(
                new DayPackets(sql, new PacketBlocks(sql)), new Seals(sql), sql, new JdbcTransactionManager(database));
    }

    /** Reads everything once; interrupting its thread ends it. */
    public SealReport run(Consumer<SealProgress> progress) {
        return new Run(progress).report();
    }

    /** One verification. */
    private final class Run {

        private final Consumer<SealProgress> progress;
        private final List<SealFinding> findings = new ArrayList<>();
        private final List<Positions> held = new ArrayList<>();
        private final Map<LocalDate, Long> sealedUpTo = new TreeMap<>();
        private final long head =
                Objects.requireNonNull(sql.queryForObject("select position from log_head", Long.class));
        private final Seals.Head end = seals.head();
        private String previous = SealChain.NONE;
        private long number;
        private long read;
        private long dropped;

        Run(Consumer<SealProgress> progress) {
            this.progress = progress;
        }

        SealReport report() {
            for (List<Seal> some = seals.after(0, SEALS_AT_ONCE);
                    !some.isEmpty() && some.get(0).number() <= end.number();
                    some = seals.after(some.get(some.size() - 1).number(), SEALS_AT_ONCE)) {
                some.stream().filter(seal -> seal.number() <= end.number()).forEach(this::check);
            }
            if (number != end.number() || !previous.equals(end.digest())) {
                found(new SealFinding(
                        Kind.SEAL_MISSING,
                        number + 1,
                        null,
                        null,
                        "the chain must end with seal " + end.number() + ", digest " + end.digest()));
            }
            long unsealed = Objects.requireNonNull(reading.execute(status -> unsealed()));
            return new SealReport(number, read, unsealed, dropped, previous, findings);
        }

        private void check(Seal seal) {
            if (seal.number() != number + 1) {
                found(new SealFinding(
                        Kind.SEAL_MISSING, number + 1, null, null, "the next one there is " + seal.number()));
            } else if (!seal.previous().equals(previous)
                    || !SealChain.digest(seal).equals(seal.digest())
                    || seal.positions().count() != seal.packets()) {
                found(new SealFinding(
                        Kind.SEAL_CHANGED,
                        seal.number(),
                        seal.day(),
                        null,
                        "its digest does not stand, or it does not follow the seal before"));
            }
            number = seal.number();
            previous = seal.digest();
            if (seal.kind() == Seal.Kind.DAY) {
                held.add(seal.positions());
            }
            sealedUpTo.merge(seal.day(), seal.upTo(), Math::max);
            if (seals.superseded(seal)) {
                dropped++;
                return;
            }
            Optional<SealFinding> difference =
                    Objects.requireNonNull(reading.execute(status -> Optional.ofNullable(difference(seal))));
            if (difference.isPresent() && !seals.superseded(seal)) { // not dropped by rule meanwhile
                found(difference.get());
            }
        }

        private @Nullable SealFinding difference(Seal seal) {
            SealedDay day = new SealedDay(seal, seals.prints(seal.number()));
            try {
                packets.read(seal, packet -> {
                    Stopped.check();
                    day.add(packet);
                    if (++read % PACKETS_PER_REPORT == 0) {
                        tell(seal);
                    }
                });
            } catch (BlockDamaged e) {
                return new SealFinding(
                        Kind.PACKET_CHANGED,
                        seal.number(),
                        seal.day(),
                        day.expected(),
                        "a block is damaged: " + e.getMessage());
            }
            tell(seal);
            return day.end();
        }

        /** Counts the packets that no seal covers, and looks whether one is missing. */
        private long unsealed() {
            List<Positions> unsealed = new ArrayList<>();
            for (LocalDate day : packets.days()) {
                Positions.Builder ofDay = new Positions.Builder();
                packets.positions(day, sealedUpTo.getOrDefault(day, 0L), position -> {
                    Stopped.check();
                    if (position <= head) { // what came since this began is not looked at
                        ofDay.add(position);
                    }
                });
                unsealed.add(ofDay.build());
            }
            List<Positions> all = new ArrayList<>(held);
            all.addAll(unsealed);
            long gap = Positions.firstNotHeldOnce(all, head);
            if (gap > 0 && findings.isEmpty()) {
                found(new SealFinding(
                        Kind.PACKET_MISSING,
                        0,
                        null,
                        gap,
                        "each position up to the log's head " + head + " must be there once"));
            }
            return unsealed.stream().mapToLong(Positions::count).sum();
        }

        private void tell(Seal seal) {
            progress.accept(new SealProgress(seal.number(), end.number(), seal.day(), read));
        }

        private void found(SealFinding finding) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }
    }
}
