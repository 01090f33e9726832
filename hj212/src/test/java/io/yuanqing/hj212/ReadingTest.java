package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource({
        "20.5, 20.5",
        "+1, 1",
        "-0.3, -0.3",
        "007, 7",
        ".5, 0.5",
        "5., 5",
        "1e-05, 0.00001",
        "1E3, 1000",
        "'12,5', 12.5",
        "999.9, 999.9",
        "19999, 19999",
        "0, 0"
    })
    void waysToWriteANumber(String text, BigDecimal number) {
        assertThat(new Reading("a", Map.of("Rtd", text)).number("Rtd")).isEqualByComparingTo(number);
    }

    /** A value that cannot be read must be missing, never 0: a 0 would count as a measured, compliant value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "--",
                "***",
                "NaN",
                "nan",
                "inf",
                "-Infinity",
                "1.#INF",
                "-1.#IND",
                "9999",
                "9999.99",
                "-9999.99",
                "9999.990",
                "99999.9",
                "St",
                "1.2.3",
                "12mg",
                "0x1F",
                "1e",
                "1e999999999",
                "١٢",
                "1 2",
                "e5",
                "+",
                "."
            })
    void whatIsNoNumberIsNull(String text) {
        assertThat(new Reading("a", Map.of("Rtd", text)).number("Rtd")).isNull();
    }

    /** A total may well be 9,999 m3. */
    @ParameterizedTest
    @CsvSource({"9999, 9999", "9999.9, 9999.9"})
    void aTotalOfNinesIsATotal(String text, BigDecimal number) {
        assertThat(new Reading("a", Map.of("Cou", text)).number("Cou")).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({"N,N", "' d ',D", "Td,TD"})
    void flagsAreTrimmedAndInUpperCase(String written, String flag) {
        assertThat(new Reading("a", Map.of("Flag", written)).flag()).isEqualTo(flag);
    }
}
