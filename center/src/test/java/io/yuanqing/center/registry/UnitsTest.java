package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A limit printed in one unit and a station that sends another must not be told apart by a factor of a thousand. */
class UnitsTest {

    @Test
    void aValueKeepsItsDigitsWhenThePointMoves() {
        assertThat(times("41.0", "μg/L", "mg/L")).isEqualTo("0.0410");
        assertThat(times("0.50", "mg/L", "ug/L")).isEqualTo("500");
        assertThat(times("0.5", "g/m3", "mg/m3")).isEqualTo("500");
    }

    @Test
    void spellingsOfOneUnitAreOne() {
        assertThat(Units.factor("µg/m³", "ug/m3")).contains(BigDecimal.ONE);
        assertThat(Units.factor("mg/Nm3", "mg/m3")).contains(BigDecimal.ONE);
        assertThat(Units.factor("无量纲", "1")).contains(BigDecimal.ONE);
        assertThat(Units.factor("°C", "℃")).contains(BigDecimal.ONE);
    }

    @Test
    void aFlowPerHourBecomesOnePerSecond() {
        assertThat(times("7200", "m3/h", "m3/s")).isEqualTo("2.00000000000");
        assertThat(times("36", "m3/h", "L/s")).startsWith("10.0000");
    }

    @Test
    void whatMeasuresDifferentThingsIsNotConverted() {
        assertThat(Units.factor("mg/L", "m3/h")).isEmpty();
        assertThat(Units.factor("ppm", "mg/m3")).as("needs the molar mass").isEmpty();
        assertThat(Units.factor(null, "mg/m3")).isEmpty();
    }

    private static String times(String value, String from, String to) {
        return Units.times(new BigDecimal(value), Units.factor(from, to).orElseThrow())
                .toPlainString();
    }
}
