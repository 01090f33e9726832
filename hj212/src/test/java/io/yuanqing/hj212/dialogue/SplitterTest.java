package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A receiver with a buffer of 1,036 bytes, as the standard allows, would cut a longer frame (clause 6.3.1). */
class SplitterTest {

    private static final String MN = "010000A8900016F000169DC0";

    private final QnSequence qns =
            new QnSequence(Clock.fixed(Instant.parse("2016-08-01T00:58:57.535Z"), ZoneOffset.UTC));

    private static Packet hour(int factors) {
        return packet("DataTime=20160801080000;" + items(0, factors));
    }

    private static String items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "w%05d-Cou=63.0,w%05d-Min=40.1,w%05d-Avg=40.1,w%05d-Max=40.1,w%05d-Flag=N"
                        .formatted(i, i, i, i, i))
                .collect(Collectors.joining(";"));
    }

    private static Packet packet(String cp) {
        return Packet.of("20160801085857534", "32", "2061", "123456", MN, 5, cp);
    }

    private List<Packet> split(Packet packet) {
        return Splitter.split(packet, Edition.E2017, qns::next);
    }

    @Test
    void aMessageThatFitsIsSentAsItIs() {
        Packet packet = hour(10);
        assertThat(split(packet)).containsExactly(packet);
    }

    @Test
    void partsRepeatTheTimeHoldWholeItemsAndCountTheirNumbersAsInC50() {
        List<Packet> parts = split(hour(20));

        assertThat(parts).extracting(Packet::pno).containsExactly(1, 2);
        assertThat(parts).extracting(Packet::pnum).containsOnly(2);
        assertThat(parts).extracting(Packet::flag).as("bit 1 set, bit 0 kept").containsOnly(7);
        assertThat(parts).extracting(Packet::qn).containsExactly("20160801085857534", "20160801085857535");
        assertThat(parts).extracting(part -> part.value("DataTime")).containsOnly("20160801080000");
        assertThat(parts.stream().flatMap(part -> part.readings().stream()).toList())
                .isEqualTo(hour(20).readings());
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.readings())
                        .allSatisfy(reading -> assertThat(reading.flag())
                                .as("the item is whole")
                                .isEqualTo("N")));
    }

    @Test
    void eachPartIsAFrameThatIsRightByItselfAndWithinBothLimits() {
        for (Packet part : split(hour(300))) {
            Decoded decoded = Decoder.decode(Encoder.frame(part, Edition.E2017));
            assertThat(decoded.problems()).isEmpty();
            assertThat(decoded.bytes().length).isLessThanOrEqualTo(1036);
            assertThat(part.cp().length()).isLessThanOrEqualTo(950);
        }
    }

    @Test
    void aCpOf950WithALongHeaderIsSplitForItsSegmentWouldExceed1024() {
        String cp = "DataTime=20160801080000;" + items(0, 11);
        Packet packet = packet(cp + ";w99999-Cou=" + "1".repeat(950 - cp.length() - 12));
        assertThat(packet.cp()).hasSize(950);
        assertThat(split(packet)).hasSize(2);
    }

    @Test
    void in2005AllPartsHaveTheRequestsQn() {
        Packet packet = Packet.of("20040516010101001", "32", "2051", "123456", "88888880000001", 1, hour(20).cp());
        List<Packet> parts = Splitter.split(packet, Edition.E2005, () -> {
            throw new AssertionError("no further QN is needed");
        });
        assertThat(parts).hasSize(2).extracting(Packet::qn).containsOnly("20040516010101001");
        assertThat(parts).extracting(Packet::flag).containsOnly(3);
    }

    @Test
    void backfilledDataStayMarkedInEveryPart() {
        Packet live = hour(20);
        Packet late = new Packet(
                live.qn(),
                live.st(),
                live.cn(),
                live.pw(),
                live.mn(),
                9,
                true,
                null,
                null,
                true,
                live.cp(),
                live.items());
        assertThat(Splitter.split(late, Edition.E2025, qns::next)).allMatch(Packet::backfilled);
    }

    @Test
    void chineseTextIsCountedInBytes() {
        Packet log = packet("DataTime=20160801080000;PolId=w01018;i11001-Info=//" + "清".repeat(280)
                + "//;i11002-Info=//" + "洗".repeat(100) + "//");
        assertThat(log.cp().length()).as("characters would fit").isLessThan(500);
        List<Packet> parts = split(log);
        assertThat(parts).hasSize(2).extracting(part -> part.value("PolId")).containsOnly("w01018");
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(Encoder.frame(part, Edition.E2017).length).isLessThanOrEqualTo(1036));
    }

    @Test
    void separatorsWithinALogDoNotDivideIt() {
        String text = "//" + "a;b,c ".repeat(100) + "//";
        List<Packet> parts = split(packet("DataTime=20160801080000;i11001-Info=" + text + ";i11002-Info=" + text));
        assertThat(parts)
                .extracting(part -> part.items().get(1).fields().get(0).value())
                .containsOnly(text);
    }

    @Test
    void anItemThatIsTooLongAloneIsRefusedByName() {
        assertThatThrownBy(() -> split(packet("DataTime=20160801080000;i11001-Info=//" + "x".repeat(950) + "//")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("i11001-Info=//xxx")
                .hasMessageContaining("966 bytes");
    }

    @Test
    void aPartIsNotSplitAgain() {
        Packet part = split(hour(20)).get(0);
        assertThatThrownBy(() -> split(part)).hasMessageContaining("PNUM=2");
    }
}
