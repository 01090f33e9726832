package io.yuanqing.center.registry;

import static io.yuanqing.center.registry.SupervisionClass.GENERAL;
import static io.yuanqing.center.registry.SupervisionClass.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rates of past months are those of the key enterprises of these months: the past must stay what it was. */
class ClassHistoryTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 31);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    private final ClassHistory since = new ClassHistory(List.of(new ClassPeriod(GENERAL, null, null, null)));

    @Test
    void aChangeHoldsFromItsDayOnAndNotBefore() {
        ClassHistory changed = since.changed(KEY, SPRING, "2026 list");
        assertThat(changed.at(SPRING.minusDays(1))).isEqualTo(GENERAL);
        assertThat(changed.at(SPRING)).isEqualTo(KEY);
        assertThat(changed.at(LocalDate.of(1990, 1, 1))).isEqualTo(GENERAL);
        assertThat(changed.changed(GENERAL, AUTUMN, null).at(AUTUMN.minusDays(1)))
                .isEqualTo(KEY);
    }

    @Test
    void aChangeThatWouldRewriteThePeriodInForceIsRefused() {
        ClassHistory changed = since.changed(KEY, SPRING, null);
        assertThatThrownBy(() -> changed.changed(GENERAL, SPRING, null)).hasMessageContaining("never rewrites");
        assertThatThrownBy(() -> changed.changed(GENERAL, SPRING.minusDays(40), null))
                .hasMessageContaining("2026-03-31");
    }

    @Test
    void aChangeToTheSameClassIsNone() {
        assertThatThrownBy(() -> since.changed(GENERAL, SPRING, null)).hasMessageContaining("already");
    }
}
