package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The log's state for the operator's monitoring, read from the database at most once in five seconds. */
@Component
class LogState {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(LogState.class);

    private final PacketLog packets;
    private final PartitionsAhead partitions;
    private final Sealing sealing;
    private final Clock clock;
    private @Nullable State state;
    private volatile boolean away;
    private long readAt;

    LogState(PacketLog packets, PartitionsAhead partitions, Sealing sealing, Clock clock) {
        this.packets = packets;
        this.partitions = partitions;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param partitionsAhead days after today that have their partition; -1: not even today has
     * @param unsealedSeconds since the oldest day ended that holds packets without a seal; 0: there is none
     */
    record State(Counters counters, int partitionsAhead, long unsealedSeconds) {

        /** Frames that are accounted for nowhere: must be 0. */
        long difference() {
            return counters.received() - counters.stored() - counters.duplicate() - counters.quarantined();
        }
    }

    /** A number of the present state; not a number while the database is away. */
    double present(ToDoubleFunction<State> number) {
        State present = state();
        return present == null || away ? Double.NaN : number.applyAsDouble(present);
    }

    /** A count, which never goes back: while the database is away, as it was read last. */
    double lastKnown(ToDoubleFunction<Counters> count) {
        State last = state();
        return last == null ? 0 : count.applyAsDouble(last.counters());
    }

    private synchronized @Nullable State state() {
        long now = System.nanoTime();
        if (readAt == 0 || now - readAt > KEPT.toNanos()) {
            readAt = now;
            try {
                state = read();
                away = false;
            } catch (RuntimeException e) {
                log.debug("the packet log's state cannot be read: {}", e.getMessage()); // others tell it aloud
                away = true;
            }
        }
        return state;
    }

    private State read() {
        List<LocalDate> open = sealing.leftOpen();
        Instant now = clock.instant();
        long unsealed = open.isEmpty()
                ? 0
                : Duration.between(
                                open.get(0)
                                        .plusDays(1)
                                        .atStartOfDay(Center.CITY_ZONE)
                                        .toInstant(),
                                now)
                        .toSeconds();
        return new State(packets.counters(), partitions.ahead(), unsealed);
    }
}
