package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LockOutTest {

    private final Moving clock = new Moving();

    private final LockOut lockOut = new LockOut(
            new IdentitySettings("", 3, 5, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(10)),
            clock);

    @Test
    void theThirdWrongPasswordLocksTheNameForFiveMinutesAndNoLonger() {
        assertThat(lockOut.failed("a", "1")).isEmpty();
        assertThat(lockOut.failed("a", "2")).isEmpty();
        assertThat(lockOut.until("a", "9")).isEmpty();
        assertThat(lockOut.failed("a", "3")).contains(clock.instant().plusSeconds(300));
        assertThat(lockOut.until("a", "9")).isPresent();
        clock.forward(Duration.ofSeconds(299));
        assertThat(lockOut.until("a", "9")).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(lockOut.until("a", "9")).isEmpty();
        assertThat(lockOut.failed("a", "9")).as("the count begins anew").isEmpty();
    }

    @Test
    void wrongPasswordsFarApartDoNotAddUp() {
        lockOut.failed("a", "1");
        lockOut.failed("a", "1");
        clock.forward(Duration.ofMinutes(16));
        assertThat(lockOut.failed("a", "1")).isEmpty();
    }

    @Test
    void theRightPasswordEndsTheCount() {
        lockOut.failed("a", "1");
        lockOut.failed("a", "1");
        lockOut.succeeded("a");
        assertThat(lockOut.failed("a", "1")).isEmpty();
    }

    @Test
    void anAddressThatTriesManyNamesIsLockedOutFromAllOfThem() {
        for (String name : new String[] {"a", "b", "c", "d"}) {
            assertThat(lockOut.failed(name, "1")).isEmpty();
        }
        assertThat(lockOut.failed("e", "1")).isPresent();
        assertThat(lockOut.until("never tried", "1")).isPresent();
        assertThat(lockOut.until("never tried", "2")).isEmpty();
    }

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
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
