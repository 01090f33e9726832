package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(classes = Center.class)
@ContextConfiguration(initializers = TestDatabase.class)
@Transactional
class LockOutTest {

    private final Moving clock = new Moving();

    @Autowired
    JdbcClient jdbc;

    private LockOut lockOut;

    @BeforeEach
    void threeForANameFiveForAnAddress() {
        lockOut = afterRestart();
    }

    private LockOut afterRestart() {
        return new LockOut(
                new IdentitySettings("", 3, 5, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(10)),
                clock,
                jdbc);
    }

    /** Whoever can make the server restart, or waits for it, must not get fresh attempts. */
    @Test
    void aRestartForgivesNothing() {
        lockOut.failed("a", "1");
        lockOut.failed("a", "1");
        assertThat(afterRestart().failed("a", "1")).isPresent();
        assertThat(afterRestart().until("a", "9")).isPresent();
    }

    /** Two attempts that were both let in before the lock: the later one must not begin a new count. */
    @Test
    void aWrongPasswordDuringALockOutNeitherEndsNorLengthensIt() {
        for (int i = 0; i < 3; i++) {
            lockOut.failed("a", "" + i);
        }
        Instant until = clock.instant().plusSeconds(300);
        clock.forward(Duration.ofSeconds(100));
        assertThat(lockOut.failed("a", "9")).contains(until);
        assertThat(lockOut.until("a", "9")).contains(until);
    }

    @Test
    void whatIsLongPastIsForgotten() {
        lockOut.failed("a", "1");
        clock.forward(Duration.ofMinutes(16));
        lockOut.failed("b", "2");
        assertThat(jdbc.sql("select key from lock_out").query(String.class).list())
                .containsExactlyInAnyOrder("name b", "address 2");
    }

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
        lockOut.forgive("a");
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
