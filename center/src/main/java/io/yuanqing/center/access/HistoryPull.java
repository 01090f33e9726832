package io.yuanqing.center.access;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.command.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks loggers for what is missing in the log: after a connection and from time to time, one small request after the other,
 * of a few loggers at once. Its state belongs to its one thread, which may wait for the database; what was asked and what
 * came of it stands among the point's commands.
 */
@Component
class HistoryPull implements DisposableBean {

    static final String REASON = "gap";

    private static final Logger log = LoggerFactory.getLogger(HistoryPull.class);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final Points points;
    private final PacketLog packets;
    private final LoggerCommands commands;
    private final CommandRows rows;
    private final HistorySettings settings;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<String, Deque<Pull>> asking = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    HistoryPull(
            Points points,
            PacketLog packets,
            LoggerCommands commands,
            LoggerLines lines,
            Sessions sessions,
            CommandRows rows,
            HistorySettings settings,
            Clock clock) {
        this.points = points;
        this.packets = packets;
        this.commands = commands;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "access-history");
            made.setDaemon(true);
            return made;
        });
        lines.onEnd((mn, job, state) -> {
            if (job.automatic() && job.command().shape() == Shape.HIST) {
                later(settings.pause(), () -> next(mn));
            }
        });
        long every = Math.max(1, settings.every().toMillis());
        thread.scheduleWithFixedDelay(
                guarded(() -> sessions.list().forEach(session -> look(session.mn()))),
                every,
                every,
                TimeUnit.MILLISECONDS);
    }

    /** A connection has named an MN for the first time. */
    void connected(String normalMn) {
        later(settings.afterConnection(), () -> look(normalMn));
    }

    private void look(String mn) {
        if (asking.containsKey(mn) || waiting.contains(mn) || settings.back().isZero()) {
            return;
        }
        if (asking.size() >= settings.loggersAtOnce()) {
            waiting.add(mn);
            return;
        }
        Optional<MonitoringPoint> point = point(mn);
        if (point.isPresent()) {
            List<Pull> pulls = plan(point.get());
            if (!pulls.isEmpty()) {
                log.info("{} lacks data; {} requests for its history follow", mn, pulls.size());
                asking.put(mn, new ArrayDeque<>(pulls));
                next(mn);
            }
        }
    }

    /** The next request to a logger, or the next logger. */
    private void next(String mn) {
        Deque<Pull> left = asking.get(mn);
        if (left == null) {
            return;
        }
        Pull pull = left.poll();
        Optional<MonitoringPoint> point = pull == null ? Optional.empty() : point(mn);
        if (pull == null || point.isEmpty() || !ask(point.get(), pull)) {
            asking.remove(mn);
            while (!waiting.isEmpty() && asking.size() < settings.loggersAtOnce()) {
                look(waiting.remove());
            }
        }
    }

    private boolean ask(MonitoringPoint point, Pull pull) {
        Map<String, Object> range =
                Map.of("BeginTime", DIGITS.format(pull.begin()), "EndTime", DIGITS.format(pull.end()));
        return commands.askAutomatically(point, pull.command(), range, REASON);
    }

    /** What would be asked for now: hours, then days, then minutes. */
    List<Pull> plan(MonitoringPoint point) {
        Instant now = clock.instant();
        LocalDateTime end = local(now.minus(settings.dueAfter()));
        LocalDateTime first = local(now.minus(settings.back()));
        if (point.connectedFrom() != null
                && point.connectedFrom().atStartOfDay().isAfter(first)) {
            first = point.connectedFrom().atStartOfDay();
        }
        List<Pull> settled =
                rows.settledPulls(point.id(), now.minus(settings.back()).minus(Duration.ofDays(1)));
        List<Pull> pulls = new ArrayList<>();
        for (Gaps.Kind kind : kinds(point)) {
            if (kind.command().clause(Edition.ofYear(point.edition())) != null) {
                LocalDateTime from = floor(first, kind.period());
                LocalDateTime to = floor(end, kind.period());
                if (point.endStamped()) {
                    from = from.plus(kind.period());
                    to = to.plus(kind.period());
                }
                pulls.addAll(Gaps.pulls(kind, from, to, present(point, kind, from, to), settled));
            }
        }
        return pulls;
    }

    private static List<Gaps.Kind> kinds(MonitoringPoint point) {
        Integer minutes = point.minuteInterval();
        return minutes == null
                ? List.of(Gaps.Kind.HOURS, Gaps.Kind.DAYS)
                : List.of(Gaps.Kind.HOURS, Gaps.Kind.DAYS, Gaps.Kind.minutes(minutes));
    }

    private Set<LocalDateTime> present(MonitoringPoint point, Gaps.Kind kind, LocalDateTime from, LocalDateTime to) {
        List<String> mns = points.bindingsOf(point.id()).stream()
                .map(LoggerBinding::mn)
                .distinct()
                .toList();
        Set<LocalDateTime> present = new HashSet<>();
        packets.series(mns, List.of(kind.command().cn()), instant(from), instant(to), packet -> {
            if (packet.dataTime() != null) {
                present.add(floor(local(packet.dataTime()), kind.period()));
            }
        });
        return present;
    }

    private Optional<MonitoringPoint> point(String mn) {
        return points.bindingAt(mn, clock.instant())
                .flatMap(binding -> points.byId(binding.pointId()))
                .filter(MonitoringPoint::autoCommands);
    }

    private static LocalDateTime floor(LocalDateTime time, Duration period) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        long periods = Duration.between(day, time).dividedBy(period);
        return day.plus(period.multipliedBy(periods));
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, Center.CITY_ZONE);
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(Center.CITY_ZONE).toInstant();
    }

    private void later(Duration delay, Runnable task) {
        try {
            thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.debug("no more history: the server stops");
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("gaps could not be looked for; the next look tries again: {}", e.getMessage());
            }
        };
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
