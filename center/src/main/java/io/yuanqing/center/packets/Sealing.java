package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.identity.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals days of receipt that are over, also those that passed while the server was down. A day is sealed when nothing was
 * added to it between two looks: a history that is being loaded, or a queue that still empties after midnight, is not cut
 * in pieces. Packets that a day gets later (the clock was set back, a history goes on) get a further seal. A day without
 * packets has none.
 */
@Component
class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final DayPackets packets;
    private final Seals seals;
    private final LogReader reader;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<LocalDate, Long> lastLook = new HashMap<>();
    private volatile List<LocalDate> leftOpen = List.of();

    Sealing(
            DayPackets packets,
            Seals seals,
            LogReader reader,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.packets = packets;
        this.seals = seals;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One look. Returns how many seals were made. */
    synchronized int sealQuietDays() {
        int made = 0;
        List<LocalDate> open = new ArrayList<>();
        for (LocalDate day : openDays()) {
            long last = packets.last(day);
            Long before = lastLook.put(day, last);
            if (before != null && before == last && seal(day).isPresent()) {
                made++;
            } else {
                open.add(day);
            }
        }
        leftOpen = List.copyOf(open);
        return made;
    }

    /** Days that the last look left unsealed, ascending. */
    List<LocalDate> leftOpen() {
        return leftOpen;
    }

    /** Days that are over and hold packets that no seal covers, ascending. */
    List<LocalDate> openDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
        return packets.partitions().stream() // what lies in blocks is sealed
                .filter(day -> day.isBefore(today) && packets.last(day) > seals.sealedUpTo(day))
                .toList();
    }

    /** Seals what no seal covers yet; empty when there is nothing. */
    Optional<Seal> seal(LocalDate day) {
        Optional<Seal> made = java.util.Objects.requireNonNull(transaction.execute(status -> sealed(day)));
        made.ifPresent(seal -> log.info(
                "sealed {}: {} packets, seal {}, digest {}", day, seal.packets(), seal.number(), seal.digest()));
        return made;
    }

    private Optional<Seal> sealed(LocalDate day) {
        Seals.Head end = seals.lockHead();
        long after = seals.sealedUpTo(day);
        long upTo = reader.head(); // what lies at or before it is committed and does not change any more
        SealChain chain = new SealChain();
        Positions.Builder positions = new Positions.Builder();
        ByteArrayOutputStream prints = new ByteArrayOutputStream();
        packets.read(day, after, upTo, packet -> {
            Stopped.check();
            chain.add(packet);
            positions.add(packet.position());
            Prints.write(chain.print(), prints);
        });
        Positions sealed = positions.build();
        if (sealed.count() == 0) {
            return Optional.empty();
        }
        Seal seal = new Seal(
                        end.number() + 1,
                        Seal.Kind.DAY,
                        day,
                        after,
                        upTo,
                        sealed.count(),
                        sealed,
                        chain.link(),
                        end.digest(),
                        SealChain.NONE,
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                .digested();
        seals.add(seal, prints.toByteArray());
        // A second place, chained in its own way, that would have to be changed as well.
        trail.record(
                "PACKETS_SEALED",
                "seal:" + seal.number(),
                null,
                Map.of("day", day.toString(), "packets", seal.packets(), "digest", seal.digest()));
        return Optional.of(seal);
    }
}
