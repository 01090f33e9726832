package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.registry.FactorRule;
import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuledReadingsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @Test
    void withoutARuleOfTheDayTheReadingsAreThemselves() {
        List<Reading> sent = List.of(new Reading("w01018", Map.of("Rtd", "41.0")));
        assertThat(RuledReadings.of(sent, List.of(), DAY)).isSameAs(sent);
        FactorRule later = rule("w01018", "w01018", "1000", DAY.plusDays(1), null);
        FactorRule over = rule("w01018", "w01018", "1000", null, DAY);
        assertThat(RuledReadings.of(sent, List.of(later, over), DAY)).isSameAs(sent);
    }

    @Test
    void anotherUnitConvertsValuesWithTheirDigitsButNoTotals() {
        Map<String, String> values =
                Map.of("Avg", "0.0410", "Min", "-", "ZsAvg", "0.05", "Cou", "12.5", "Flag", "N", "EFlag", "A01");
        List<Reading> ruled = RuledReadings.of(
                List.of(new Reading("W01018", values)), List.of(rule("w01018", "w01018", "1000", DAY, null)), DAY);
        assertThat(ruled).singleElement().satisfies(reading -> {
            assertThat(reading.factor()).isEqualTo("w01018");
            assertThat(reading.values())
                    .containsEntry("Avg", "41.0")
                    .containsEntry("ZsAvg", "50")
                    .containsEntry("Min", "-")
                    .containsEntry("Cou", "12.5")
                    .containsEntry("Flag", "N")
                    .containsEntry("EFlag", "A01");
        });
    }

    @Test
    void anAliasThatMeetsTheFactorsOwnCodeGivesWay() {
        List<Reading> ruled = RuledReadings.of(
                List.of(new Reading("w01018", Map.of("Rtd", "41.0")), new Reading("cod2", Map.of("Rtd", "40.0"))),
                List.of(rule("cod2", "w01018", "1", null, null)),
                DAY);
        assertThat(ruled)
                .extracting(reading -> reading.factor() + "=" + reading.number("Rtd"))
                .containsExactly("w01018=40.0", "w01018=41.0");
        assertThat(Measured.of(ruled))
                .singleElement()
                .satisfies(measured -> assertThat(measured.rtd()).isEqualTo(new BigDecimal("41.0")));
    }

    @Test
    void whatIsNoNumberIsNoneAfterwards() {
        List<Reading> ruled = RuledReadings.of(
                List.of(new Reading("a21026", Map.of("Rtd", "NaN", "Flag", "D"))),
                List.of(rule("a21026", "a21026", "2.86", null, null)),
                DAY);
        assertThat(ruled.get(0).number("Rtd")).isNull();
        assertThat(ruled.get(0).values()).containsEntry("Rtd", "NaN");
    }

    private static FactorRule rule(
            String sentAs, String factor, String multiplier, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new FactorRule(
                1, 1, sentAs, factor, null, new BigDecimal(multiplier), from, to, "", Instant.EPOCH, "test");
    }
}
