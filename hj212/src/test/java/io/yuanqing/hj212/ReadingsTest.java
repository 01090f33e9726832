package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a CP's fields become readings. Shown as {@code factor{suffix=value, …}}. */
class ReadingsTest {

    private static String readings(String cp) {
        return packet(cp).readings().stream()
                .map(reading -> reading.factor() + reading.values())
                .collect(Collectors.joining(" "));
    }

    private static Packet packet(String cp) {
        return Packet.of("1", "32", "2061", "123456", "MN", 5, cp);
    }

    @Test
    void suffixesThatDifferFromTheFactorBefore() {
        assertThat(readings(
                        "DataTime=20240601000000;a-Min=1,a-Avg=2,a-Flag=N;b-Min=3,b-Max=4,b-Flag=D;c-Flag=N,c-Min=5"))
                .isEqualTo("a{Min=1, Avg=2, Flag=N} b{Min=3, Max=4, Flag=D} c{Flag=N, Min=5}");
    }

    /** A logger that sends all means and then all flags: nothing of a factor may be lost. */
    @Test
    void aFactorThatIsComeBackTo() {
        assertThat(readings("a-Rtd=1;b-Rtd=2;c-Rtd=3;a-Flag=N;b-Flag=D;c-Flag=M"))
                .isEqualTo("a{Rtd=1, Flag=N} b{Rtd=2, Flag=D} c{Rtd=3, Flag=M}");
    }

    @Test
    void aFactorThatIsSentTwiceComesTwice() {
        assertThat(readings("a-Rtd=1,a-Flag=N;b-Rtd=2;a-Rtd=3,a-Flag=D;a-x=1,a-x=2"))
                .isEqualTo("a{Rtd=1, Flag=N} b{Rtd=2} a{Rtd=3, Flag=D, x=1} a{x=2}");
    }

    /** 12,5 is a number with a decimal comma, whatever blanks stand around it; 12,a-… is not. */
    @Test
    void decimalCommas() {
        String cp = "a-Avg=1,5,a-Max=2 , 75,a-Min=-3,a-Flag=N";
        assertThat(readings(cp)).isEqualTo("a{Avg=1,5, Max=2,75, Min=-3, Flag=N}");
        Reading reading = packet(cp).readings().get(0);
        assertThat(reading.number("Avg")).isEqualTo("1.5");
        assertThat(reading.number("Max")).isEqualTo("2.75");
        assertThat(reading.number("Min")).isEqualTo("-3");
    }

    /** A list that is read as a number is a value that nobody measured: it stays text, with no number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PolId=101,102                  | PolId | 101,102",
                "PolId=101 , 102;a-Rtd=1        | PolId | 101,102",
                "PolId=101,102,103              | PolId | 101,102,103",
                "InfoId=1,2,PolId=3             | InfoId | 1,2",
                "OverTime=5,3                   | OverTime | 5,3",
                "a-Cou=4,5,6,a-Flag=N           | a-Cou | 4,5,6",
                "a-Cou=4, ,5,, 6                | a-Cou | 4,5,6",
                "a-SN=1234,5678                 | a-SN | 1234,5678",
                "a-SampleTime=20240601,20240602 | a-SampleTime | 20240601,20240602",
                "a-EFlag=1,2                    | a-EFlag | 1,2",
                "SB1-RS=1,2                     | SB1-RS | 1,2",
                "i12001-Info=1,2                | i12001-Info | 1,2"
            })
    void listsStayText(String cp, String name, String value) {
        Packet packet = packet(cp);
        assertThat(packet.items().get(0).fields().get(0)).isEqualTo(new Field(name, value));
        assertThat(packet.value(name)).isEqualTo(value);
        packet.readings().stream()
                .filter(reading -> name.startsWith(reading.factor() + "-"))
                .forEach(reading -> {
                    String suffix = name.substring(name.lastIndexOf('-') + 1);
                    assertThat(reading.values()).containsEntry(suffix, value);
                    assertThat(reading.number(suffix)).isNull();
                    assertThat(new Reading("a", Map.of(suffix, value)).number(suffix))
                            .isNull();
                });
        Decoded decoded = Decoder.decode(Encoder.frame("ST=32;CN=2011;Flag=4;CP=&&" + cp + "&&"));
        assertThat(decoded.ok()).isTrue();
        assertThat(decoded.problems())
                .as("said, with its first part that is no name=value")
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Problem.Code.CP_FIELD);
                    assertThat(problem.declared()).isEqualTo(value.split(",")[1]);
                });
    }

    /** What is no digit is no decimal, and a decimal comma is no fault. */
    @Test
    void onlyDigitsBehindANumberOfTheSameItemAreDecimals() {
        assertThat(readings("a-Rtd=1;5")).isEqualTo("a{Rtd=1}");
        assertThat(readings("a-Rtd=1-2,5")).isEqualTo("a{Rtd=1-2}");
        assertThat(readings("a-Rtd=1,5x")).isEqualTo("a{Rtd=1}");
        assertThat(readings("a-Rtd=1.2,5")).isEqualTo("a{Rtd=1.2}");
        assertThat(readings("a-own=7,25")).isEqualTo("a{own=7,25}");
        assertThat(packet("a-own=7,25").readings().get(0).number("own")).isEqualTo("7.25");
        for (String sound : List.of("a-Rtd=12,5", "a-Rtd=-12 , 5 ", "a-Rtd=12,,5", "SB1-RT=1,5;", "LA-Data=50,1,")) {
            assertThat(Decoder.decode(Encoder.frame("ST=32;CN=2011;Flag=4;CP=&&" + sound + "&&"))
                            .problems())
                    .as(sound)
                    .isEmpty();
        }
    }

    @Test
    void spellingBlanksAndEmptyValues() {
        assertThat(readings(
                        " a - rtd = 1 , a-FLAG=\tN;b-zsrtd=,b-Own=x y;;,;c-Info=//1;2,3//,c-Flag=N; =5;-Rtd=6;d-=7"))
                .isEqualTo("a{Rtd=1, Flag=N} b{ZsRtd=, Own=x y} c{Info=//1;2,3//, Flag=N}");
    }

    @Test
    void theValuesAreAMapLikeAnyOther() {
        Map<String, String> values =
                packet("a-Rtd=12.50,a-Flag=N").readings().get(0).values();
        Map<String, String> same = new LinkedHashMap<>();
        same.put("Rtd", "12.50");
        same.put("Flag", "N");
        assertThat(values).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(same).isEqualTo(values);
        assertThat(new ArrayList<>(values.keySet())).containsExactly("Rtd", "Flag");
        assertThat(values.get(null)).isNull();
        assertThat(values.get(new String("Rtd"))).isEqualTo("12.50");
        assertThat(values.containsKey("Avg")).isFalse();
        List<String> each = new ArrayList<>();
        values.forEach((suffix, value) -> each.add(suffix + value));
        assertThat(each).containsExactly("Rtd12.50", "FlagN");
        assertThatThrownBy(() -> values.put("Rtd", "1")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> values.remove("Rtd")).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Numbers are read without a text of their own; the result, scale included, is BigDecimal's. */
    @Test
    void numbersAreThoseOfBigDecimal() {
        Random random = new Random(212);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal number =
                    new BigDecimal(new java.math.BigInteger(1 + random.nextInt(80), random), random.nextInt(6));
            String text = (random.nextBoolean() ? "-" : "") + number.toPlainString();
            BigDecimal read = packet("a-Cou=" + text).readings().get(0).number("Cou");
            if (read == null) {
                assertThat(text).as("seed 212").startsWith("-9999");
            } else {
                assertThat(read).as("seed 212").isEqualTo(new BigDecimal(text));
            }
        }
    }
}
