package io.yuanqing.center.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Terms of law are counted in the days that the State Council arranges: a day off by one makes a filing late or not. */
@SpringBootTest(classes = Center.class)
@ContextConfiguration(initializers = TestDatabase.class)
class WorkingDaysTest {

    @Autowired
    Calendar calendar;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 5, 2026-11-30", // Monday: the next Monday
        "2026-11-27, 1, 2026-11-30", // Friday: the weekend does not count
        "2026-11-28, 1, 2026-11-30", // an event on a Saturday
        "2026-02-13, 5, 2026-02-27", // Spring Festival 15 to 23, the Saturday before it is worked
        "2026-02-27, 1, 2026-02-28", // a Saturday that is worked
        "2026-04-30, 2, 2026-05-07", // Labour Day 1 to 5
        "2026-09-30, 1, 2026-10-08", // National Day 1 to 7
        "2026-10-09, 1, 2026-10-10", // a Saturday that is worked
        "2025-09-30, 3, 2025-10-11", // 2025: National Day 1 to 8, Saturday 11 is worked
        "2025-12-31, 1, 2026-01-04", // over the turn of the year; Sunday 4 is worked
    })
    void aTermEndsOnItsLastWorkingDay(LocalDate event, int days, LocalDate last) {
        assertThat(calendar.workingDays().after(event, days)).isEqualTo(last);
    }

    @Test
    void aYearThatIsNotArrangedYetIsSaidToBeSo() {
        assertThat(calendar.workingDays().arrangedFor(LocalDate.of(2026, 12, 31)))
                .isTrue();
        assertThat(calendar.workingDays().arrangedFor(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.workingDays().isWorking(LocalDate.of(2027, 1, 2)))
                .as("weekends alone are free there")
                .isFalse();
    }

    @Test
    void aTermOfNoDaysIsRefused() {
        assertThatThrownBy(() -> calendar.workingDays().after(LocalDate.of(2026, 11, 23), 0))
                .hasMessageContaining("at least one");
    }
}
