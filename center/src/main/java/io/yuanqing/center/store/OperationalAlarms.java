package io.yuanqing.center.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The alarms that stand at this moment. They live in memory, because the first thing that may be missing is the database:
 * after a restart whoever watches finds out again.
 */
@Component
public class OperationalAlarms {

    private static final Logger log = LoggerFactory.getLogger(OperationalAlarms.class);

    private record Key(AlarmKind kind, String subject) {}

    private final Map<Key, OperationalAlarm> standing = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public OperationalAlarms(ApplicationEventPublisher events, Clock clock, MeterRegistry meters) {
        this.events = events;
        this.clock = clock;
        for (AlarmKind kind : AlarmKind.values()) {
            Gauge.builder("yuanqing.alarm", this, alarms -> alarms.count(kind))
                    .description("Alarms of this kind that stand")
                    .tag("kind", kind.name())
                    .register(meters);
        }
    }

    /** Begins an alarm; nothing happens when it stands already: its first sentence and time remain. */
    public void raise(AlarmKind kind, String subject, String detail) {
        OperationalAlarm alarm = new OperationalAlarm(kind, subject, clock.instant(), detail);
        if (standing.putIfAbsent(new Key(kind, subject), alarm) == null) {
            log.error("ALARM {} ({}): {}", kind, subject, detail);
            events.publishEvent(new AlarmChange.Raised(alarm));
        }
    }

    /** Ends an alarm; nothing happens when none stands. */
    public void clear(AlarmKind kind, String subject) {
        OperationalAlarm alarm = standing.remove(new Key(kind, subject));
        if (alarm != null) {
            log.warn("alarm {} ({}) is over; it stood since {}", kind, subject, alarm.since());
            events.publishEvent(new AlarmChange.Cleared(alarm, clock.instant()));
        }
    }

    /** Oldest first. */
    public List<OperationalAlarm> standing() {
        return standing.values().stream()
                .sorted(Comparator.comparing(OperationalAlarm::since).thenComparing(OperationalAlarm::kind))
                .toList();
    }

    private long count(AlarmKind kind) {
        return standing.keySet().stream().filter(key -> key.kind == kind).count();
    }
}
