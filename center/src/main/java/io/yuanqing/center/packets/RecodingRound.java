package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.Recoding.Recoded;
import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.OperationalAlarms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Recodes the days that are over for long enough. The day of the log's newest packet is left as it is, so that the log's end
 * is always a row. A day that is not what was sealed is told, and looked at again on the next day.
 */
@Component
class RecodingRound {

    private static final Logger log = LoggerFactory.getLogger(RecodingRound.class);

    /** No further day is begun after so much time: sealing and partitions ahead must not wait for years of packets. */
    private static final Duration ENOUGH = Duration.ofMinutes(2);

    private final DayPackets packets;
    private final Recoding recoding;
    private final LogReader reader;
    private final OperationalAlarms alarms;
    private final Clock clock;
    private final PacketsSettings settings;
    private final Map<LocalDate, LocalDate> brokenOn = new HashMap<>();
    private volatile List<LocalDate> waiting = List.of();

    RecodingRound(
            DayPackets packets,
            Recoding recoding,
            LogReader reader,
            OperationalAlarms alarms,
            Clock clock,
            PacketsSettings settings) {
        this.packets = packets;
        this.recoding = recoding;
        this.reader = reader;
        this.alarms = alarms;
        this.clock = clock;
        this.settings = settings;
    }

    /** Returns what became of the days that were due. */
    synchronized List<Recoded> run() {
        List<LocalDate> due = due();
        List<LocalDate> left = new ArrayList<>(due);
        waiting = List.copyOf(left);
        List<Recoded> done = new ArrayList<>();
        long start = System.nanoTime();
        for (LocalDate day : due) {
            if (System.nanoTime() - start > ENOUGH.toNanos()) {
                break;
            }
            Stopped.check();
            if (today().equals(brokenOn.get(day))) {
                continue;
            }
            Recoded recoded = recoding.recode(day);
            done.add(recoded);
            tell(recoded);
            if (recoded.refusal() == null) {
                left.remove(day);
                waiting = List.copyOf(left);
            }
        }
        return done;
    }

    /** Days that are due and whose packets are rows still, ascending; as of the last round. */
    List<LocalDate> waiting() {
        return waiting;
    }

    private List<LocalDate> due() {
        Instant now = clock.instant();
        long head = reader.head();
        return packets.partitions().stream()
                .filter(day -> !day.plusDays(1)
                        .atStartOfDay(Center.CITY_ZONE)
                        .toInstant()
                        .plus(settings.recodeAfter())
                        .isAfter(now))
                .filter(day -> head == 0 || packets.lastRow(day) != head)
                .toList();
    }

    private void tell(Recoded recoded) {
        String subject = "packets received on " + recoded.day();
        if (recoded.broken()) {
            brokenOn.put(recoded.day(), today());
            log.error("the packets received on {} are not recoded: {}", recoded.day(), recoded.refusal());
            alarms.raise(
                    AlarmKind.SEAL_BROKEN,
                    subject,
                    "The packets received on " + recoded.day() + " stay as they are, uncompressed: " + recoded.refusal()
                            + ". Keep the disk as it is, and compare with a backup.");
        } else if (recoded.refusal() != null) {
            log.info("the packets received on {} are recoded later: {}", recoded.day(), recoded.refusal());
        } else {
            brokenOn.remove(recoded.day());
            alarms.clear(AlarmKind.SEAL_BROKEN, subject);
            log.info("recoded the packets received on {}: {}", recoded.day(), recoded.packets());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
    }
}
