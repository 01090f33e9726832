package io.yuanqing.center.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Compares the clock that stamps receipts with the machine's steady one. A receipt keeps the clock's time, also a wrong
 * one, because the log is never mended; that it was wrong, and by how much, is what this says. The order of packets is
 * their position's, whatever the clock does.
 */
@Component
class ClockWatch implements Watch {

    private static final String SUBJECT = "clock";

    private final Clock clock;
    private final LongSupplier steadyNanos;
    private final StoreSettings limits;
    private final OperationalAlarms alarms;
    private final Counter jumps;
    private Instant lastTime;
    private long lastNanos;
    private @Nullable Long jumpedAtNanos;

    @Autowired
    ClockWatch(Clock clock, StoreSettings limits, OperationalAlarms alarms, MeterRegistry meters) {
        this(clock, System::nanoTime, limits, alarms, meters);
    }

    ClockWatch(
            Clock clock,
            LongSupplier steadyNanos,
            StoreSettings limits,
            OperationalAlarms alarms,
            MeterRegistry meters) {
        this.clock = clock;
        this.steadyNanos = steadyNanos;
        this.limits = limits;
        this.alarms = alarms;
        this.jumps = Counter.builder("yuanqing.clock.jumps")
                .description("Times that the clock was set by more than its tolerance, or the machine slept")
                .register(meters);
        this.lastTime = clock.instant();
        this.lastNanos = steadyNanos.getAsLong();
    }

    @Override
    public void look() {
        Instant time = clock.instant();
        long nanos = steadyNanos.getAsLong();
        Instant expected = lastTime.plusNanos(nanos - lastNanos);
        Duration jump = Duration.between(expected, time);
        if (jump.abs().compareTo(limits.clockTolerance()) > 0) {
            jumps.increment();
            alarms.clear(AlarmKind.CLOCK_JUMPED, SUBJECT); // the newest jump is told, with its own figures
            alarms.raise(AlarmKind.CLOCK_JUMPED, SUBJECT, sentence(expected, time, jump));
            jumpedAtNanos = nanos;
        } else if (jumpedAtNanos != null
                && nanos - jumpedAtNanos > limits.clockAlarm().toNanos()) {
            alarms.clear(AlarmKind.CLOCK_JUMPED, SUBJECT);
            jumpedAtNanos = null;
        }
        lastTime = time;
        lastNanos = nanos;
    }

    private static String sentence(Instant expected, Instant time, Duration jump) {
        return "The clock went from " + expected + " " + (jump.isNegative() ? "back" : "forth") + " to " + time
                + ", by "
                + jump.abs().toSeconds() + " s. Packets received meanwhile carry the clock's time, and a DataTime is"
                + " judged by it. Check the machine's time service.";
    }
}
