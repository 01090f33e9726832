package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and units on every screen and in every report come from here: a wrong unit is a wrong figure. */
class FactorsTest {

    @Test
    void theDictionaryIsCompleteAndFoundByCodeInAnyCase() {
        assertThat(Factors.all()).hasSize(501);
        assertThat(Factors.find("W01018"))
                .isEqualTo(new Factor(
                        "w01018",
                        "011",
                        "化学需氧量",
                        "Chemical oxygen demand (COD, CODCr)",
                        "water",
                        "mg/L",
                        "kg",
                        new ValueType(ValueType.Kind.NUMBER, 5, 1),
                        "HJ 212-2017 B.1",
                        Confidence.STANDARD));
        assertThat(Factors.find("a24016").nameZh()).isEqualTo("1,1-二氯乙烷");
        assertThat(Factors.find("nobody")).isNull();
        assertThat(Factors.find("")).isNull();
    }

    @Test
    void eachEditionsTablesHaveTheirNumberOfRows() {
        assertThat(Factors.all().stream().collect(Collectors.groupingBy(Factor::confidence, Collectors.counting())))
                .isEqualTo(Map.of(
                        Confidence.STANDARD, 468L,
                        Confidence.QUOTED, 18L,
                        Confidence.INFERRED, 10L,
                        Confidence.PRACTICE, 5L));
        assertThat(Factors.all().stream()
                        .filter(factor -> factor.edition() == Edition.E2005)
                        .map(Factor::medium)
                        .distinct())
                .containsExactlyInAnyOrder("noise-2005", "air-2005", "water-2005");
        assertThat(Factors.all())
                .allSatisfy(factor -> assertThat(factor.source()).isNotBlank());
    }

    /** The code of a process names its device: e10103 is the flow of inlet 03. */
    @ParameterizedTest
    @CsvSource({
        "e10103, e101xx, 03",
        "E10199, e101xx, 99",
        "g12701, g127xx, 01",
        "i33312, i3331x, 2",
        "p99102, p991xx, 02",
        "d20199, d2xxxx, 0199",
        "d30999, d3xxxx, 0999",
        "SB1, SBxxx, 1",
        "sb012, SBxxx, 012"
    })
    void numberedDevicesAreFoundByTheirPattern(String sent, String pattern, String device) {
        Factor factor = Factors.find(sent);
        assertThat(factor.code()).isEqualTo(pattern);
        assertThat(factor.device(sent)).isEqualTo(device);
    }

    /** A code with a row of its own is that row, not its pattern's. */
    @ParameterizedTest
    @ValueSource(strings = {"d20105", "p99101", "i11001", "LMx", "L10", "w21003", "i13108"})
    void aRowOfItsOwnCountsFirst(String code) {
        assertThat(Factors.find(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"e1010", "e101003", "e101ab", "e99901", "SB", "SB1234", "LM1", "i333101", "d2010", "e101٠٣"})
    void whatOnlyLooksLikeAPatternIsUnknown(String code) {
        assertThat(Factors.find(code)).isNull();
        assertThat(Factors.meanings(code)).isEmpty();
    }

    /** HJ 212-2017 prints e701xx and g119xx twice (B.5, B.7): whoever reads such a value must be told. */
    @Test
    void codesThatTheStandardPrintsTwiceAreAmbiguous() {
        TreeSet<String> ambiguous = Factors.all().stream()
                .map(Factor::code)
                .filter(Factors::ambiguous)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ambiguous).containsExactly("e701xx", "g119xx");
        assertThat(Factors.ambiguous("e70101")).isTrue();
        assertThat(Factors.meanings("e70101")).extracting(Factor::nameZh).containsExactly("污水提升泵", "加药量");
        assertThat(Factors.ambiguous("w01018")).isFalse();
        assertThat(Factors.ambiguous("nobody")).isFalse();
    }

    /** 2005 prints day and night the other way round; 2025 changes widths. */
    @Test
    void anEditionMeansItsOwnRow() {
        assertThat(Factors.find("Ln", Edition.E2005).nameZh()).isEqualTo("昼间等效声级Ln");
        assertThat(Factors.find("Ln", Edition.E2017).nameZh()).isEqualTo("夜间等效声级");
        assertThat(Factors.find("a21002", Edition.E2017).type()).hasToString("N5.1");
        assertThat(Factors.find("a21002", Edition.E2025).type()).hasToString("N4.2");
        assertThat(Factors.find("w01018", Edition.E2025).edition()).isEqualTo(Edition.E2017);
        assertThat(Factors.find("nobody", Edition.E2025)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"011, w01018", "060, w21003", "02, a21026", "s01, a19001", "B01, w00000", "B02, a00000", "001, w01001"})
    void legacyCodesAreFoundBothWays(String legacy, String today) {
        assertThat(Factors.ofLegacy(legacy).code()).isEqualTo(today);
        Factor of2005 = Factors.legacyOf(today);
        // B02 has no row of its own in the table of 2005: only 2017 names it.
        if (!legacy.equals("B02")) {
            assertThat(of2005.code()).isEqualToIgnoringCase(legacy);
            assertThat(of2005.edition()).isEqualTo(Edition.E2005);
        }
    }

    /** What the rows of 2005 say of their successor is what those of 2017 say of their predecessor. */
    @Test
    void bothTablesAgreeOnTheSuccessor() {
        for (Factor factor : Factors.all()) {
            int at = factor.source().indexOf("2017 code = ");
            if (at < 0 || factor.source().endsWith("same")) {
                continue;
            }
            String successor = factor.source().substring(at + "2017 code = ".length());
            Factor today = Factors.ofLegacy(factor.code());
            assertThat(today == null ? "none" : today.code()).as("%s", factor).isEqualTo(successor);
        }
    }

    @Test
    void codesWithoutACounterpartHaveNone() {
        assertThat(Factors.ofLegacy("025")).isNull();
        assertThat(Factors.legacyOf("w20138")).isNull();
        assertThat(Factors.legacyOf("nobody")).isNull();
        assertThat(Factors.ofLegacy("w01018")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"N5.1, NUMBER, 5, 1", "N14, NUMBER, 14, 0", "C890, TEXT, 890, 0"})
    void typesAreReadAsTheStandardWritesThem(String written, ValueType.Kind kind, int length, int decimals) {
        assertThat(ValueType.read(written))
                .isEqualTo(new ValueType(kind, length, decimals))
                .hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N", "5.1", "C5.1", "N5.", "NN5", "N5.1 "})
    void whatIsNoTypeIsNone(String written) {
        assertThat(ValueType.read(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "O3, a05024",
        "pm25, a34004",
        "PM2.5, a34004",
        "LA, LA",
        "S01, S01",
        " COD , w01018",
        "化学需氧量, w01018",
        "氨氮, w21003",
        "NH3-N, w21003",
        "E10103, e10103",
        "sb2, SB2",
        "W01018, w01018"
    })
    void devicesThatSendNamesAreUnderstood(String sent, String code) {
        assertThat(Aliases.USUAL.code(sent)).isEqualTo(code);
        assertThat(Aliases.USUAL.find(sent)).isNotNull();
    }

    /** Arsenic is w20141 in water and a20007 in air: a guess would file one under the other. */
    @ParameterizedTest
    @ValueSource(strings = {"砷", "铅", "nobody", ""})
    void aNameOfTwoMeaningsIsNotGuessed(String sent) {
        assertThat(Aliases.USUAL.code(sent)).isNull();
        assertThat(Aliases.USUAL.find(sent)).isNull();
    }

    @Test
    void aDevicesOwnAliasesCountFirst() {
        Aliases device = Aliases.of(Map.of("砷", "w20141", "T1", "a01001", "O3", "w01009", "P9", "e30101"));
        assertThat(device.code("砷")).isEqualTo("w20141");
        assertThat(device.code(" t1")).isEqualTo("a01001");
        assertThat(device.code("O3")).isEqualTo("w01009");
        assertThat(device.find("P9").nameZh()).isEqualTo("污水提升泵");
        assertThat(device.code("PM10")).isEqualTo("a34002");
        assertThatThrownBy(() -> Aliases.of(Map.of("x", "q1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x'")
                .hasMessageContaining("'q1'");
    }

    @Test
    void everyUsualAliasStandsForAKnownCode() {
        for (List<String> row : FactorFile.rows("aliases.csv")) {
            assertThat(Factors.find(row.get(1))).as("%s", row).isNotNull();
            assertThat(row.get(2)).isNotNull();
        }
    }
}
