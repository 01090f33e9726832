package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void asManyFramesAsAreAllowedPassInASecondAndTheNextOneWaitsForItsEnd() {
        Pace pace = new Pace(2);
        assertThat(pace.pause(0)).isZero();
        assertThat(pace.pause(SECOND / 4)).isZero();
        assertThat(pace.pause(SECOND / 2)).isEqualTo(501);
        assertThat(pace.pause(SECOND + 1)).isZero();
    }

    @Test
    void aRateSettlesAtWhatComesAndFadesWhenNothingDoes() {
        Instant at = Instant.parse("2026-11-25T00:00:00Z");
        FrameRate rate = FrameRate.NONE;
        for (int i = 0; i < 6_000; i++) {
            at = at.plusMillis(100);
            rate = rate.and(at);
        }
        assertThat(rate.at(at)).isBetween(9.5, 10.5);
        assertThat(rate.at(at.plusSeconds(600))).isLessThan(0.01);
    }
}
