package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.command.Command;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final LocalDateTime DAY = LocalDateTime.of(2026, 11, 24, 0, 0);

    @Test
    void nothingIsAskedForWhereNothingIsMissing() {
        Set<LocalDateTime> all = new HashSet<>();
        for (int hour = 0; hour < 24; hour++) {
            all.add(DAY.plusHours(hour));
        }
        assertThat(Gaps.pulls(Gaps.Kind.HOURS, DAY, DAY.plusDays(1), all, List.of()))
                .isEmpty();
    }

    @Test
    void neighbouringHoursMakeOneRequestAndTheNewestGapComesFirst() {
        Set<LocalDateTime> present = new HashSet<>();
        for (int hour : new int[] {0, 1, 4, 5, 6, 8, 9}) {
            present.add(DAY.plusHours(hour));
        }
        assertThat(Gaps.pulls(Gaps.Kind.HOURS, DAY, DAY.plusHours(10), present, List.of()))
                .containsExactly(
                        new Pull(Command.HOUR_HISTORY, DAY.plusHours(7), DAY.plusHours(7)),
                        new Pull(Command.HOUR_HISTORY, DAY.plusHours(2), DAY.plusHours(3)));
    }

    /** A logger on a slow line must not be busy with the past for long: live data go first. */
    @Test
    void aLongGapIsCutIntoDaysOfHoursAndHoursOfMinutes() {
        assertThat(Gaps.pulls(Gaps.Kind.HOURS, DAY, DAY.plusHours(50), Set.of(), List.of()))
                .containsExactly(
                        new Pull(Command.HOUR_HISTORY, DAY.plusHours(48), DAY.plusHours(49)),
                        new Pull(Command.HOUR_HISTORY, DAY.plusHours(24), DAY.plusHours(47)),
                        new Pull(Command.HOUR_HISTORY, DAY, DAY.plusHours(23)));
        assertThat(Gaps.pulls(Gaps.Kind.minutes(10), DAY, DAY.plusHours(2), Set.of(), List.of()))
                .containsExactly(
                        new Pull(Command.MINUTE_HISTORY, DAY.plusMinutes(60), DAY.plusMinutes(110)),
                        new Pull(Command.MINUTE_HISTORY, DAY, DAY.plusMinutes(50)));
        assertThat(Gaps.pulls(Gaps.Kind.minutes(1), DAY, DAY.plusHours(1), Set.of(), List.of()))
                .containsExactly(new Pull(Command.MINUTE_HISTORY, DAY, DAY.plusMinutes(59)));
    }

    /** A logger that has no data would otherwise be asked for ever. */
    @Test
    void whatWasSettledIsNotAskedForAgainAndTheRestIs() {
        List<Pull> settled = List.of(
                new Pull(Command.HOUR_HISTORY, DAY.plusHours(2), DAY.plusHours(3)),
                new Pull(Command.DAY_HISTORY, DAY, DAY.plusDays(9)));
        assertThat(Gaps.pulls(Gaps.Kind.HOURS, DAY, DAY.plusHours(6), Set.of(), settled))
                .containsExactly(
                        new Pull(Command.HOUR_HISTORY, DAY.plusHours(4), DAY.plusHours(5)),
                        new Pull(Command.HOUR_HISTORY, DAY, DAY.plusHours(1)));
    }

    @Test
    void everyMissingPeriodIsAskedForOnceAndNoOther() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Set<LocalDateTime> present = new HashSet<>();
            Set<LocalDateTime> missing = new HashSet<>();
            int hours = random.nextInt(80);
            for (int hour = 0; hour < hours; hour++) {
                (random.nextInt(3) == 0 ? present : missing).add(DAY.plusHours(hour));
            }
            Set<LocalDateTime> asked = new HashSet<>();
            for (Pull pull : Gaps.pulls(Gaps.Kind.HOURS, DAY, DAY.plusHours(hours), present, List.of())) {
                for (LocalDateTime t = pull.begin(); !t.isAfter(pull.end()); t = t.plusHours(1)) {
                    assertThat(asked.add(t))
                            .as("seed %d round %d: %s twice", seed, round, t)
                            .isTrue();
                }
            }
            assertThat(asked).as("seed %d round %d", seed, round).isEqualTo(missing);
        }
    }
}
