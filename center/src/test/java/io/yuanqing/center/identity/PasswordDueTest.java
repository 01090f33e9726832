package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PasswordDueTest {

    private static final Instant SET = Instant.parse("2026-11-25T00:00:00Z");
    private static final Duration AGE = Duration.ofDays(90);

    @Test
    void aPasswordThatAnotherChoseIsDueAtOnce() {
        assertThat(PasswordDue.of(PasswordOrigin.ANOTHER, SET, SET, Duration.ZERO))
                .isEqualTo(PasswordDue.SET_BY_ANOTHER);
    }

    @Test
    void anOwnOneIsDueOnTheDayThatItIsTooOld() {
        Instant day90 = SET.plus(AGE);
        assertThat(PasswordDue.of(PasswordOrigin.OWN, SET, day90.minusSeconds(1), AGE))
                .isNull();
        assertThat(PasswordDue.of(PasswordOrigin.OWN, SET, day90, AGE)).isEqualTo(PasswordDue.TOO_OLD);
        assertThat(PasswordDue.of(PasswordOrigin.GENERATED, SET, day90, AGE)).isEqualTo(PasswordDue.TOO_OLD);
        assertThat(PasswordDue.of(PasswordOrigin.OWN, SET, day90, Duration.ZERO))
                .as("where the centre sets no age")
                .isNull();
    }

    /** Whoever installs by script would find the server shut after three months. */
    @Test
    void theEnvironmentsPasswordNeverIs() {
        assertThat(PasswordDue.of(PasswordOrigin.ENVIRONMENT, SET, SET.plus(Duration.ofDays(4000)), AGE))
                .isNull();
    }
}
