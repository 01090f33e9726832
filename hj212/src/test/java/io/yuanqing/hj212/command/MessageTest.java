package io.yuanqing.hj212.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.Corpus;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {

    private static final String QN = "20261124000000001";

    /** What one side sends, the other side reads, in each edition that has the command. */
    @ParameterizedTest
    @EnumSource(Command.class)
    void whatIsBuiltIsReadBack(Command command) {
        for (Edition edition : command.editions()) {
            for (Message message : Samples.of(command)) {
                assertThat(message.getClass()).isIn(command.opens(), command.answers());
                assertThat(message.command()).isEqualTo(command);
                String st =
                        command.systems().isEmpty() ? "32" : command.systems().get(0);
                Envelope envelope = Envelope.wantingAnswer(QN, st, "123456", "010000A8900016F000169DC0", edition);
                Packet packet = Decoder.decode(envelope.frame(message, edition)).packet();
                Received received = Received.of(packet, edition).orElseThrow();
                assertThat(received.unread()).isEmpty();
                assertThat(received.message()).as("%s", edition).isEqualTo(whatArrives(message));
                assertThat(packet.qn()).isEqualTo(QN);
            }
        }
    }

    /** An upload and an answer with the same content cannot be told from each other but by their QN. */
    private static Message whatArrives(Message sent) {
        return sent instanceof SiteInfo info && sent.command() == Command.GET_SITE_INFO
                ? new SiteInfo(Command.SITE_INFO, info.dataTime(), info.polId(), info.infos())
                : sent;
    }

    /** Whatever a device sends, the centre goes on. */
    @Test
    void readingNeverThrows() {
        long seed = 20261124;
        Random random = new Random(seed);
        String alphabet = "=;,-& /0199QNPolIdDataTime.xé";
        for (Corpus example : Corpus.all()) {
            Packet packet = Decoder.decode(example.frame()).packet();
            for (int round = 0; round < 20; round++) {
                StringBuilder cp = new StringBuilder(packet.cp());
                for (int i = 0; i <= round && !cp.isEmpty(); i++) {
                    cp.setCharAt(random.nextInt(cp.length()), alphabet.charAt(random.nextInt(alphabet.length())));
                }
                Packet damaged =
                        Packet.of(packet.qn(), packet.st(), packet.cn(), packet.pw(), packet.mn(), 5, cp.toString());
                for (Edition edition : Edition.values()) {
                    assertThat(Received.of(damaged, edition))
                            .as("seed %s, %s", seed, cp)
                            .isPresent();
                }
            }
        }
    }

    /** A logger would refuse these, or misunderstand them; the sentence says which value breaks which rule. */
    @Test
    void valuesOutsideTheEditionsRangeAreRefused() {
        refused(SetParameter.realtimeInterval(29), Edition.E2017, "RtdInterval='29'", "30-3600");
        refused(SetParameter.realtimeInterval(3601), Edition.E2017, "RtdInterval", "2017");
        refused(SetParameter.minuteInterval(7), Edition.E2025, "MinInterval='7'", "12,15");
        refused(new SetTimeout(0, 3), Edition.E2017, "OverTime='0'", "1-99");
        refused(new SetTimeout(5, 100), Edition.E2025, "ReCount='100'", "0-99");
        refused(new SetTimeout(86_401, 3), Edition.E2005, "OverTime", "0-86400");
        refused(new SetTimeout(null, 3), Edition.E2017, "OverTime is missing");
        refused(SetParameter.password("1234567"), Edition.E2017, "NewPW='1234567'", "C6");
        refused(SetParameter.password("1;CN=1"), Edition.E2017, "NewPW", "end its field");
        refused(new SetKey(Samples.MIDNIGHT, "short"), Edition.E2025, "NewSK", "16");
        refused(new KeyWanted(Samples.MIDNIGHT), Edition.E2017, "1014", "E2025");
        refused(new Calibrate("w01018", 2), Edition.E2025, "CalibrationType='2'");
        refused(new Calibrate("w01018", 0), Edition.E2017, "CalibrationType", "2017");
        refused(new SetSamplingHours("101", List.of(24)), Edition.E2005, "CTime='24'");
        refused(
                new HistoryRequest(Command.HOUR_HISTORY, Samples.MIDNIGHT.plusMinutes(1), Samples.MIDNIGHT.plusDays(1)),
                Edition.E2017,
                "BeginTime",
                "hours");
        refused(
                new HistoryRequest(Command.HOUR_HISTORY, Samples.MIDNIGHT, Samples.MIDNIGHT.minusHours(1)),
                Edition.E2017,
                "EndTime",
                "before");
        refused(
                RunTimes.of(Samples.MIDNIGHT, Map.of("SB1", new BigDecimal("24.5"))),
                Edition.E2017,
                "-RT='24.5'",
                "0-24");
        refused(DeviceStatus.of(Samples.MIDNIGHT, Map.of("SB1", DeviceState.ALARM)), Edition.E2005, "-RS='4'", "{0,1}");
        refused(
                new SiteInfo(
                        Command.SITE_INFO,
                        Samples.MIDNIGHT,
                        null,
                        List.of(FactorValues.of("i11001")
                                .put("Info", "//" + "清".repeat(296) + "//")
                                .reading())),
                Edition.E2017,
                "i11001-Info has 892 bytes",
                "890");
        refused(new PlainRequest(Command.SET_CLOCK), Edition.E2017, "PlainRequest", "SetClock");
    }

    private static void refused(Message message, Edition edition, String... words) {
        Envelope envelope = Envelope.wantingAnswer(QN, "32", "123456", "M1", edition);
        assertThatThrownBy(() -> envelope.packet(message, edition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }

    /** The centre's intake uses {@link Replies}; both ways must speak the same. */
    @ParameterizedTest
    @EnumSource(Edition.class)
    void repliesAreThoseOfTheIntake(Edition edition) {
        Packet packet =
                Packet.of(QN, "32", "2051", "123456", "010000A8900016F000169DC0", edition.versionBits() | 1, "");
        Envelope reply = Envelope.replyingTo(packet, edition);
        assertThat(reply.frame(new RequestAnswer(QN, 2), edition)).isEqualTo(Replies.requestAnswer(packet, edition, 2));
        assertThat(reply.frame(new ExecutionResult(QN, 100), edition))
                .isEqualTo(Replies.executionAnswer(packet, edition, 100));
        assertThat(reply.frame(new NoticeAnswer(QN), edition)).isEqualTo(Replies.noticeAnswer(packet, edition));
        assertThat(reply.frame(new DataAnswer(QN, "2051", null, null), edition))
                .isEqualTo(Replies.dataAnswer(packet, edition));
    }

    @Test
    void theSameNumberMeansDifferentThings() {
        assertThat(found("32", "2011", "", Edition.E2017, Direction.BOTH)).isEqualTo(Command.START_REALTIME);
        // A logger without values sends this; it comes from the field, so it starts nothing.
        assertThat(found("32", "2011", "", Edition.E2017, Direction.UP)).isEqualTo(Command.REALTIME_DATA);
        assertThat(found("44", "2011", "DataTime=20261124000000;d20105-Rtd=1", Edition.E2025, Direction.BOTH))
                .isEqualTo(Command.ELECTRICITY_REALTIME);
        assertThat(found(
                        "44", "2011", "BeginTime=20261124000000;EndTime=20261124000000", Edition.E2025, Direction.BOTH))
                .isEqualTo(Command.ELECTRICITY_HISTORY);
        assertThat(found("32", "1001", "WarnTime=5", Edition.E2025, Direction.BOTH))
                .isEqualTo(Command.SET_WARN_TIME);
        assertThat(found("32", "1001", "i23005-Info=1", Edition.E2005, Direction.BOTH))
                .isEqualTo(Command.HARDWARE_SERIALS);
        assertThat(found("32", "3014", "PolId=101", Edition.E2017, Direction.BOTH))
                .isEqualTo(Command.COMPARISON_SAMPLING);
        assertThat(found("32", "3014", "PolId=101,CTime=4", Edition.E2005, Direction.BOTH))
                .isEqualTo(Command.SET_SAMPLING_HOURS);
        assertThat(found("32", "1014", "SKCreateTime=20261124000000000", Edition.E2025, Direction.BOTH))
                .isEqualTo(Command.KEY_WANTED);
        assertThat(Command.find(Packet.of(null, "32", "3030", null, null, 4, ""), Edition.E2017))
                .isEmpty();
    }

    private static Command found(String st, String cn, String cp, Edition edition, Direction way) {
        return Command.find(Packet.of(null, st, cn, null, null, 4, cp), edition, way)
                .orElseThrow();
    }

    @Test
    void whatIsUnreadableStaysVisible() {
        Packet packet = Packet.of(
                QN, "32", "1000", "123456", "M1", 5, "overtime=5;OverTime=6;ReCount=many;x=1;DataTime=20261124");
        Received received = Received.of(packet, Edition.E2017).orElseThrow();
        assertThat(received.message()).isEqualTo(new SetTimeout(5, null));
        assertThat(received.unread())
                .extracting(Object::toString)
                .containsExactly(
                        "Field[name=OverTime, value=6]",
                        "Field[name=ReCount, value=many]",
                        "Field[name=x, value=1]",
                        "Field[name=DataTime, value=20261124]");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new SetKey(Samples.MIDNIGHT, "0123456789abcdef").toString()).doesNotContain("0123456789abcdef");
        assertThat(SetParameter.password("654321").toString()).doesNotContain("654321");
    }
}
