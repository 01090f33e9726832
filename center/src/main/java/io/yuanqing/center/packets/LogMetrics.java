package io.yuanqing.center.packets;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** One meter for each thing that must always hold of the log; docs/operations.md says what each means. */
@Component
class LogMetrics implements MeterBinder {

    private final PacketLog log;
    private final LogState state;
    private final VerificationJob verification;
    private final RecodingRound recoding;

    LogMetrics(PacketLog log, LogState state, VerificationJob verification, RecodingRound recoding) {
        this.log = log;
        this.state = state;
        this.verification = verification;
        this.recoding = recoding;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        frames(registry, "received", Counters::received);
        frames(registry, "stored", Counters::stored);
        frames(registry, "duplicate", Counters::duplicate);
        frames(registry, "quarantined", Counters::quarantined);
        frames(registry, "acknowledged", Counters::acknowledged);
        gauge(
                registry,
                "difference",
                "Received less stored, duplicate and quarantined frames: must be 0",
                found -> found.difference());
        gauge(
                registry,
                "noise.bytes",
                "Bytes that belonged to no frame",
                found -> found.counters().noiseBytes());
        gauge(
                registry,
                "partitions.ahead",
                "Days after today that have their partition",
                LogState.State::partitionsAhead);
        gauge(
                registry,
                "unsealed.seconds",
                "Since the oldest day ended that holds packets without a seal; 0: none does",
                LogState.State::unsealedSeconds);
        Gauge.builder("yuanqing.log.head", log, PacketLog::head)
                .description("Position of the last packet that is committed")
                .register(registry);
        Gauge.builder("yuanqing.log.queue.frames", log, PacketLog::queued)
                .description("Frames that wait for the next commit")
                .register(registry);
        Gauge.builder("yuanqing.log.queue.fill", log, PacketLog::queueFill)
                .description("Share of the queue that is taken; at 1 no socket is read")
                .register(registry);
        Gauge.builder("yuanqing.log.queue.oldest.seconds", log, PacketLog::oldestWaitingSeconds)
                .description("How long the oldest frame waits whose fate is not committed yet")
                .register(registry);
        Gauge.builder(
                        "yuanqing.log.recode.waiting.days",
                        recoding,
                        found -> found.waiting().size())
                .description("Days that should be compressed blocks by now and are rows still")
                .register(registry);
        FunctionCounter.builder("yuanqing.log.write.failures", log, PacketLog::writeFailures)
                .description("Appends that the database did not take and that were tried again")
                .register(registry);
        Gauge.builder("yuanqing.log.seals.intact", verification, LogMetrics::intact)
                .description("Outcome of the last verification: 1 intact, 0 broken; none yet: not a number")
                .register(registry);
    }

    private static double intact(VerificationJob verification) {
        return switch (verification.status().state()) {
            case INTACT -> 1;
            case BROKEN -> 0;
            case NEVER, RUNNING, FAILED -> Double.NaN;
        };
    }

    private void frames(MeterRegistry registry, String fate, ToDoubleFunction<Counters> count) {
        FunctionCounter.builder("yuanqing.log.frames", state, found -> found.lastKnown(count))
                .description("Frames since the data directory was made")
                .tag("fate", fate)
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<LogState.State> value) {
        Gauge.builder("yuanqing.log." + name, state, found -> found.present(value))
                .description(description)
                .register(registry);
    }
}
