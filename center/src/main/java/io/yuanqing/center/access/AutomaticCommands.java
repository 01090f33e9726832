package io.yuanqing.center.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.yuanqing.center.registry.LoggerDoors;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Command;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Commands that nobody asked for, to points that take such: the first words after a connection, and the clock to those who
 * ask for it. On a thread of its own, which may wait for the database.
 */
@Component
class AutomaticCommands implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AutomaticCommands.class);
    private static final int MOST_MN = 100_000;

    private final Points points;
    private final LoggerCommands commands;
    private final HistoryPull history;
    private final AutomaticSettings settings;
    private final CommandSettings timing;
    private final Clock clock;

    /** Who had its first words lately, or will have them soon. */
    private final Cache<String, Boolean> greeted;

    private final ScheduledThreadPoolExecutor thread;

    AutomaticCommands(
            Points points,
            LoggerCommands commands,
            LoggerLines lines,
            LoggerDoors doors,
            HistoryPull history,
            AutomaticSettings settings,
            CommandSettings timing,
            Clock clock) {
        this.points = points;
        this.commands = commands;
        this.history = history;
        this.settings = settings;
        this.timing = timing;
        this.clock = clock;
        this.greeted = Caffeine.newBuilder()
                .maximumSize(MOST_MN)
                .expireAfterWrite(settings.initialEvery())
                .build();
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "access-automatic");
            made.setDaemon(true);
            return made;
        });
        lines.onEnd((mn, job, state) -> {
            if (job.command() == Command.SET_PASSWORD && state == CommandState.DONE) {
                job.parameters().values().forEach(pw -> later(0, () -> doors.passwordTaken(mn, pw.toString())));
            }
        });
    }

    /**
     * A packet is committed and its answer, where it gets one, has gone out.
     *
     * @param first whether its connection has named the MN for the first time
     */
    void answered(Packet packet, boolean first) {
        if (packet.mn() == null || !first && !packet.cn().equals("1013")) {
            return;
        }
        String mn = Mn.normal(packet.mn());
        if (settings.clockAfterRequest() && packet.cn().equals("1013")) {
            String polId = packet.value("PolId");
            later(0, () -> point(mn).ifPresent(point -> setClock(point, polId)));
        }
        if (first) {
            history.connected(mn);
        }
        if (first && !settings.initial().isEmpty() && greeted.asMap().putIfAbsent(mn, true) == null) {
            long within = Math.max(1, settings.initialWithin().toMillis());
            later(ThreadLocalRandom.current().nextLong(within), () -> point(mn).ifPresent(this::greet));
        }
    }

    private void setClock(MonitoringPoint point, @Nullable String polId) {
        Map<String, Object> parameters = polId == null || polId.isEmpty() ? Map.of() : Map.of("PolId", polId);
        commands.askAutomatically(point, Command.SET_CLOCK, parameters, "1013");
    }

    private void greet(MonitoringPoint point) {
        for (Command command : settings.initial()) {
            Map<String, Object> parameters = parameters(command, point);
            if (parameters != null && !commands.askAutomatically(point, command, parameters, "connected")) {
                log.debug("{} was not sent to {}", command, point.mn());
            }
        }
    }

    /** Null: not known, so the logger's own value stands. */
    private @Nullable Map<String, Object> parameters(Command command, MonitoringPoint point) {
        return switch (command) {
            case SET_TIMEOUT -> Map.of("OverTime", timing.reply().toSeconds(), "ReCount", timing.resends());
            case SET_REALTIME_INTERVAL ->
                Map.of("RtdInterval", settings.realtimeInterval().toSeconds());
            case SET_MINUTE_INTERVAL ->
                point.minuteInterval() == null ? null : Map.of("MinInterval", point.minuteInterval());
            default -> Map.of();
        };
    }

    /** The point that an MN speaks for now, if it takes such commands. */
    private Optional<MonitoringPoint> point(String mn) {
        return points.bindingAt(mn, clock.instant())
                .flatMap(binding -> points.byId(binding.pointId()))
                .filter(MonitoringPoint::autoCommands);
    }

    private void later(long milliseconds, Runnable task) {
        try {
            thread.schedule(
                    () -> {
                        try {
                            task.run();
                        } catch (RuntimeException e) {
                            log.warn("a command that nobody asked for was not sent: {}", e.getMessage());
                        }
                    },
                    milliseconds,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.debug("no more commands: the server stops");
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
