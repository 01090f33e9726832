package io.yuanqing.center.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** A day without a backup is a day that can be lost. */
class ScheduleTest {

    private final Schedule schedule = new Schedule(LocalTime.of(2, 30)); // 18:30 UTC of the day before

    @Test
    void itIsDueOnceTheCitysTimeHasComeAndNotAgainThatDay() {
        assertThat(due("2026-11-25T18:29:59Z", "2026-11-24T18:30:00Z")).isFalse();
        assertThat(due("2026-11-25T18:30:00Z", "2026-11-24T18:30:00Z")).isTrue();
        assertThat(due("2026-11-25T18:30:30Z", "2026-11-25T18:30:00Z")).isFalse();
    }

    @Test
    void oneThatWasMissedWhileTheServerWasOffIsMadeUpForAtOnce() {
        assertThat(due("2026-11-27T01:00:00Z", "2026-11-24T18:30:00Z")).isTrue();
    }

    @Test
    void theFirstIsDueAtOnce() {
        assertThat(schedule.due(Instant.parse("2026-11-25T00:00:00Z"), null)).isTrue();
    }

    private boolean due(String now, String lastBegun) {
        return schedule.due(Instant.parse(now), Instant.parse(lastBegun));
    }
}
