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

    /** Which of two MNs or Flags counts decides whose data they are and whether they are answered: always the first. */
    @ParameterizedTest
    @CsvSource({
        "QN=20240601085857223;QN=20240601085857224;, QN, 20240601085857223",
        "Flag=5;flag=8;, Flag, 5",
        "Flag=5;Flag=x;, Flag, 5",
        "MN=M1;MN=M2;, MN, M1",
        "PW=1;PW=2;, PW, 1",
        "ST=22;, ST, 32",
        "CN=2051;, CN, 2011",
        "Flag=6;PNUM=3;PNO=1;PNUM=4;, PNUM, 3",
        "Flag=6;PNUM=3;PNO=1;PNO=2;, PNO, 1",
        "Flag=8;RF=1;RF=0;, RF, 1",
        "Flag=8;RF=1;RF=1;, RF, 1"
    })
    void ofTwoFieldsOfOneNameTheFirstCountsAndBothAreNamed(String fields, String name, String first) {
        String whole = "ST=32;CN=2011;" + fields;
        int value = whole.lastIndexOf('=') + 1;
        String later = whole.substring(value, whole.length() - 1);
        String without = whole.substring(0, whole.lastIndexOf(';', value) + 1);
        Decoded decoded = header(whole);
        assertThat(decoded.ok()).isTrue();
        assertThat(decoded.packet()).isEqualTo(header(without).packet());
        assertThat(decoded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.HEADER_FIELD_REPEATED);
            assertThat(problem.at()).isEqualTo(6 + value);
            assertThat(problem.declared()).isEqualTo(later);
            assertThat(problem.actual()).isEqualTo(first);
            assertThat(problem.message()).contains(name, "'" + later + "'", "'" + first + "'");
            assertThat(problem.messageZh()).contains(name, "“" + later + "”", "“" + first + "”");
        });
    }

    @Test
    void ofTwoFieldsOfOneNameOneThatCannotBeReadDoesNotCount() {
        Packet packet = header("ST=null;ST=32;CN=;CN=2011;MN=;MN=M1;Flag=x;Flag=5;PNUM=a;PNUM=2;PNO=;PNO=1;RF=y;RF=1;")
                .packet();
        assertThat(packet.st()).isEqualTo("32");
        assertThat(packet.cn()).isEqualTo("2011");
        assertThat(packet.mn()).isEqualTo("M1");
        assertThat(packet.flag()).isEqualTo(5);
        assertThat(packet.pnum()).isEqualTo(2);
        assertThat(packet.pno()).isEqualTo(1);
        assertThat(packet.backfilled()).isTrue();
        Decoded live = header("ST=32;CN=2011;Flag=8;RF=0;RF=1;");
        assertThat(live.packet().backfilled()).as("RF=0 can be read").isFalse();
    }

    /**
     * HJ/T 212-2005 appendix C prints Flag=3 in all its requests and one 9011, and no packet number: there the bit tells how
     * the data may come. In later editions, or where half of the numbers is there, something is missing.
     */
    @ParameterizedTest
    @CsvSource({
        "1011, Flag=3;, false",
        "9011, Flag=3;, false",
        "2011, Flag=2;, false",
        "2011, Flag=3;PNO=1;, true",
        "2011, Flag=3;PNUM=1;, true",
        "2011, Flag=3;PNO=1;PNUM=1;, false",
        "1011, Flag=7;, true",
        "9011, Flag=6;, true",
        "2011, Flag=11;, true"
    })
    void aFlagOf2005ThatSaysSplitMissesNoNumbers(String cn, String fields, boolean missing) {
        Decoded decoded = header("ST=32;CN=" + cn + ";" + fields);
        assertThat(decoded.has(Problem.Code.PACKET_NUMBERS_MISSING)).isEqualTo(missing);
    }

    /** At the value that is wrong, with what would be right where that follows from the rest. */
    @ParameterizedTest
    @CsvSource({
        "Flag=7;, Flag, PACKET_NUMBERS_MISSING, 7, , 'there is no PNUM, PNO'",
        "Flag=7;PNO=1;, Flag, PACKET_NUMBERS_MISSING, 7, , 'there is no PNUMFlag'",
        "Flag=7;PNUM=1;, Flag, PACKET_NUMBERS_MISSING, 7, , 'there is no PNO'",
        "Flag=5;PNUM=2;PNO=1;, Flag, PACKET_NUMBERS_UNANNOUNCED, 5, 7, 'Flag=5 does not say split'",
        "PNO=0;, PNO, PACKET_NUMBER_RANGE, 0, , 'none of 1 to PNUM.*不在 1 到 PNUM '",
        "PNUM=2;PNO=3;, PNO, PACKET_NUMBER_RANGE, 3, 2, 'none of 1 to 2.*不在 1 到 2 '",
        "QN=20240601085857999x;, QN, QN_UNREADABLE, 20240601085857999x, , 'QN'"
    })
    void whatIsWrongInAHeaderIsNamedWhereItStands(
            String fields, String name, Problem.Code code, String declared, String actual, String words) {
        String whole = "ST=32;CN=2011;" + fields;
        assertThat(header(whole).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.at()).isEqualTo(6 + whole.indexOf(name + "=") + name.length() + 1);
            assertThat(problem.declared()).isEqualTo(declared);
            assertThat(problem.actual()).isEqualTo(actual);
            assertThat(problem.message() + problem.messageZh()).containsPattern(words);
        });
    }

    /** HJ/T 212-2005 prints packet numbers beside a Flag of 1; and the last packet is one of them. */
    @ParameterizedTest
    @CsvSource({"Flag=1;PNUM=2;PNO=1;", "Flag=3;PNUM=2;PNO=2;", "PNUM=1;PNO=1;"})
    void packetNumbersThatAreAllRight(String fields) {
        assertThat(header("ST=32;CN=2011;" + fields).problems()).isEmpty();
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
