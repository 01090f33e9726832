package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks are looked for in bytes that end anywhere: what is not there yet is never read. */
class MarksTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "QN=, true",
                "Flag=1, true",
                "pnum =1, true",
                "'; ,QN=', true",
                "XX=, false",
                "QNX=, false",
                "=, false",
                "Q, ?",
                "QN, ?",
                "'QN ', ?",
                "'; ', ?",
                "'', ?",
                "QZ, ?",
                "QN{, false",
                "QN@, false",
                "ABCDE, ?",
                "ABCDEF, false",
            })
    void aHeaderFieldIsOneOfTheStandardsNamesAndAnEqualsSign(String text, @Nullable Boolean known) {
        byte[] bytes = bytes(text);
        assertThat(Marks.headerField(bytes, 0, bytes.length)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "CP=, 0, 0",
        "cp=, 0, 0",
        "'CP = ', 0, 0",
        "XCP=, 0, 1",
        "XCP=, 1, 1",
        "XCP=, 2, -1",
        "CP=, 3, -1",
        "P=, 0, -1",
        "=, 0, -1",
        "C=, 0, -1",
        "CX=, 0, -1",
        "CP, 0, -1",
        "'', 0, -1",
    })
    void cpIsFoundBeforeItsMarksAndNotBeforeTheSegment(String text, int from, int place) {
        byte[] bytes = bytes(text);
        assertThat(Marks.cpBefore(bytes, bytes.length, from)).isEqualTo(place);
    }

    @Test
    void digitsAreCountedUpToOneMoreThanALengthMayHave() {
        assertThat(Marks.digits(bytes("12a"), 0, 3)).isEqualTo(2);
        assertThat(Marks.digits(bytes("12"), 0, 2)).isEqualTo(2);
        assertThat(Marks.digits(bytes("123"), 1, 2)).isEqualTo(1);
        assertThat(Marks.digits(bytes("123456789"), 0, 9)).isEqualTo(9);
        assertThat(Marks.digits(bytes("12345678901"), 0, 11)).isEqualTo(10);
        assertThat(Marks.hexDigits(bytes("aF0g"), 0, 4)).isEqualTo(3);
        assertThat(Marks.hexDigits(bytes("12345"), 0, 5)).isEqualTo(4);
        assertThat(Marks.hexDigits(bytes("12"), 0, 2)).isEqualTo(2);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
