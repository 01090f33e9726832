package io.yuanqing.center.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A receipt time is evidence: when the clock that stamps it was set, somebody must be told. */
class ClockWatchTest {

    private static final StoreSettings LIMITS = new StoreSettings(
            DataSize.ofGigabytes(5),
            DataSize.ofGigabytes(1),
            DataSize.ofMegabytes(256),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ofSeconds(5));

    private final TestClock clock = new TestClock();
    private final List<Object> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OperationalAlarms alarms = new OperationalAlarms(told::add, clock, meters);
    private final ClockWatch watch = new ClockWatch(clock, () -> clock.steadyNanos, LIMITS, alarms, meters);

    @Test
    void aClockThatIsCorrectedByLittleIsNoAlarm() {
        clock.pass(Duration.ofSeconds(1));
        clock.set(Duration.ofSeconds(-9));
        watch.look();
        assertThat(alarms.standing()).isEmpty();
    }

    @Test
    void aClockThatGoesBackByHoursIsToldWithBothTimesUntilAnHourHasPassed() {
        clock.pass(Duration.ofSeconds(1));
        clock.set(Duration.ofHours(-3));
        watch.look();
        assertThat(alarms.standing()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.CLOCK_JUMPED);
            assertThat(alarm.detail()).contains("2026-11-25T00:00:01Z", "back", "2026-11-24T21:00:01Z", "10800 s");
        });
        clock.pass(Duration.ofMinutes(59));
        watch.look();
        assertThat(alarms.standing()).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        watch.look();
        assertThat(alarms.standing()).isEmpty();
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isInstanceOf(AlarmChange.Raised.class);
        assertThat(told.get(1)).isInstanceOf(AlarmChange.Cleared.class);
    }

    @Test
    void eachJumpIsCountedAndTheNewestOneShown() {
        clock.set(Duration.ofHours(5));
        watch.look();
        clock.set(Duration.ofHours(-5));
        watch.look();
        assertThat(meters.get("yuanqing.clock.jumps").counter().count()).isEqualTo(2);
        assertThat(alarms.standing())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.detail()).contains("back"));
    }

    private static final class TestClock extends Clock {

        private long steadyNanos;
        private Instant now = Instant.parse("2026-11-25T00:00:00Z");

        void pass(Duration time) {
            steadyNanos += time.toNanos();
            now = now.plus(time);
        }

        void set(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
