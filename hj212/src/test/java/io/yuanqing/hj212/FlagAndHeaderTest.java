package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of the Flag and of the header's numbers. */
class FlagAndHeaderTest {

    /**
     * Bits 7 to 2 are a version number and no set of bits (clause 6.3.4): who tests one bit takes packets of 2025 for
     * those of 2005.
     */
    @ParameterizedTest
    @CsvSource({
        "0, E2005, false", "1, E2005, true", "3, E2005, true", "4, E2017, false", "5, E2017, true", "6, E2017, false",
        "7, E2017, true", "8, E2025, false", "9, E2025, true", "11, E2025, true", "12, E2025, false",
                "16, E2025, false",
        "255, E2025, true"
    })
    void theFlagSaysEditionAndWhetherAnAnswerIsWanted(int flag, Edition edition, boolean answerWanted) {
        Packet packet = header("ST=32;CN=2011;Flag=" + flag + ";").packet();
        assertThat(packet.flagPresent()).isTrue();
        assertThat(packet.flag()).isEqualTo(flag);
        assertThat(packet.edition()).isEqualTo(edition);
        assertThat(packet.answerWanted()).isEqualTo(answerWanted);
    }

    @Test
    void anEditionHasItsYearAndItsBits() {
        for (Edition edition : Edition.values()) {
            assertThat(edition.name()).isEqualTo("E" + edition.year());
            assertThat(Edition.ofYear(edition.year())).isEqualTo(edition);
            assertThat(Edition.ofFlag(edition.versionBits() | 3)).isEqualTo(edition);
        }
        assertThat(List.of(Edition.values())).extracting(Edition::versionBits).containsExactly(0, 4, 8);
        assertThatThrownBy(() -> Edition.ofYear("2018"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2018'");
    }

    /** PNUM=1 is a message of one packet: nobody must wait for others. */
    @ParameterizedTest
    @CsvSource({"'', false", "PNUM=0;, false", "PNUM=1;, false", "PNUM=2;, true", "PNUM=123456789;, true"})
    void splitIsWhatHasMoreThanOnePacket(String pnum, boolean split) {
        assertThat(header("ST=32;CN=2011;" + pnum).packet().split()).isEqualTo(split);
    }

    @Test
    void packetNumbersOfUpToNineDigitsAreRead() {
        Packet packet = header("ST=32;CN=2011;PNUM=123456789;PNO=000000002;").packet();
        assertThat(packet.pnum()).isEqualTo(123456789);
        assertThat(packet.pno()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"256, FLAG_UNREADABLE", "5x, FLAG_UNREADABLE", "'', FLAG_UNREADABLE", "-1, FLAG_UNREADABLE"})
    void aFlagThatIsNoByteIsNamedWithItsPlace(String written, Problem.Code code) {
        String head = "ST=32;CN=2011;Flag=";
        Decoded decoded = header(head + written + ";");
        assertThat(decoded.packet().flagPresent()).isFalse();
        assertThat(decoded.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.declared()).isEqualTo(written);
            assertThat(problem.at()).isEqualTo(6 + head.length());
        });
    }

    @Test
    void emptyPiecesOfAHeaderAreNothing() {
        assertThat(header("ST=32;; ;CN=2011;,").problems()).isEmpty();
    }

    @Test
    void aHeaderWithoutAFieldIsNoPacket() {
        assertThat(header("").packet()).isNull();
        assertThat(header("junk;").packet()).isNull();
        assertThat(header("CN=2011;").packet()).isNotNull();
    }

    private static Decoded header(String header) {
        return DecoderProperties.hold(Encoder.frame(header + "CP=&&&&"));
    }
}
