package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.command.Envelope;
import io.yuanqing.hj212.command.ExecutionResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTest {

    @Test
    void theFramesThatTheStandardsPrint() {
        assertThat(text(Encoder.frame(
                        Packet.of(
                                "20160801085857223",
                                "32",
                                "1062",
                                "100000",
                                "010000A8900016F000169DC0",
                                5,
                                "RtdInterval=30"),
                        Edition.E2017)))
                .isEqualTo("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&RtdInterval=30&&1C80\r\n");
        assertThat(text(Encoder.frame(
                        Packet.of("20240601085857223", "32", "1011", "123456", "010000A8900016F000169DC0", 9, ""),
                        Edition.E2025)))
                .isEqualTo(
                        "##0087QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&2200\r\n");
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void whatIsWrittenIsReadBack(Edition edition) {
        for (Corpus example : Corpus.all()) {
            if (example.crcFits()) {
                Packet packet = Decoder.decode(example.frame()).packet();
                Decoded again = Decoder.decode(Encoder.frame(packet, edition));
                assertThat(again.ok()).as("%s %s", example, again.problems()).isTrue();
                assertThat(again.packet()).as("%s", example).isEqualTo(packet);
            }
        }
    }

    /** Most examples of the later editions are written in the standard's own order, byte by byte as the encoder does. */
    @Test
    void framesInTheStandardsOrderAreReproducedByteByByte() {
        long same = 0;
        List<Corpus> examples = Corpus.all().stream()
                .filter(example -> example.crcFits()
                        && !example.edition().equals("2005")
                        && !example.source().contains("third-party"))
                .toList();
        for (Corpus example : examples) {
            Packet packet = Decoder.decode(example.frame()).packet();
            same += text(Encoder.frame(packet, packet.edition())).equals(text(example.frame())) ? 1 : 0;
        }
        assertThat(same).isGreaterThan(examples.size() * 9L / 10);
    }

    @Test
    void aFieldThatWouldBreakTheFrameIsRefused() {
        assertThatThrownBy(() -> Encoder.frame(Packet.of(null, "32", "1011", "1;CN=1072", "M", 5, ""), Edition.E2017))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PW");
        assertThatThrownBy(() -> Encoder.frame("x".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000");
    }

    /** HJ/T 212-2005 and HJ 212-2017, appendix C; the loggers wait for exactly these. */
    @Test
    void replies() {
        Packet upload2005 = Decoder.decode(
                        Encoder.frame(
                                "ST=32;CN=2051;QN=20040516010101001;PW=123456;MN=88888880000001;PNO=1;PNUM=1;CP=&&DataTime=20040516021000&&"))
                .packet();
        assertThat(text(Replies.dataAnswer(upload2005, Edition.E2005)))
                .contains("ST=91;CN=9014;CP=&&QN=20040516010101001;CN=2051;PNO=1;PNUM=1&&");
        assertThat(text(Replies.noticeAnswer(upload2005, Edition.E2005)))
                .isEqualTo(
                        "##0076ST=91;CN=9013;PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20040516010101001&&30C0\r\n");
        assertThat(text(Replies.requestAnswer(upload2005, Edition.E2005, 1)))
                .isEqualTo(
                        "##0084ST=91;CN=9011;PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20040516010101001;QnRtn=1&&7200\r\n");

        Packet upload = Packet.of("20160801085857223", "32", "2011", "123456", "010000A8900016F000169DC0", 5, "");
        assertThat(text(Replies.dataAnswer(upload, Edition.E2017)))
                .startsWith(
                        "##0087QN=20160801085857223;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&");
        assertThat(text(Replies.noticeAnswer(upload, Edition.E2017)))
                .isEqualTo(
                        "##0087QN=20160801085857223;ST=91;CN=9013;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&2A80\r\n");
        assertThat(text(Replies.requestAnswer(upload, Edition.E2017, 1)))
                .isEqualTo(
                        "##0094QN=20160801085857223;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=1&&1B00\r\n");
        assertThat(text(Replies.executionAnswer(upload, Edition.E2017, 1)))
                .isEqualTo(
                        "##0095QN=20160801085857223;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&ExeRtn=1&&6240\r\n");
    }

    /**
     * A device looks for its own version bits: a surface-water station that is registered as 2017 and sends Flag=9, or one
     * of 2005's form that sends Flag=5, would drop an answer with others and send its data for ever.
     */
    @ParameterizedTest
    @CsvSource({
        // edition, Flag of the packet (empty: none), Flag of the replies
        "E2005, ,  0",
        "E2005, 0, 0",
        "E2005, 3, 0",
        "E2005, 5, 4",
        "E2017, ,  4",
        "E2017, 1, 0",
        "E2017, 4, 4",
        "E2017, 7, 4",
        "E2017, 9, 8",
        "E2025, ,  8",
        "E2025, 5, 4",
        "E2025, 8, 8",
        "E2025, 11, 8",
        "E2025, 12, 8",
        "E2017, 243, 4"
    })
    void aReplyCarriesTheVersionBitsOfWhatItAnswers(Edition edition, @Nullable Integer flag, int expected) {
        Packet packet = Decoder.decode(Encoder.frame("QN=20160801085857223;ST=21;CN=9015;PW=123456;MN=M1;"
                        + (flag == null ? "" : "Flag=" + flag + ";") + "CP=&&&&"))
                .packet();
        List<byte[]> replies = new ArrayList<>(List.of(
                Replies.noticeAnswer(packet, edition),
                Replies.requestAnswer(packet, edition, 1),
                Replies.executionAnswer(packet, edition, 1),
                Envelope.replyingTo(packet, edition).frame(new ExecutionResult(packet.qn(), 1), edition)));
        if (edition != Edition.E2005) {
            replies.add(Replies.dataAnswer(packet, edition));
        }
        for (byte[] reply : replies) {
            Packet answer = Decoder.decode(reply).packet();
            assertThat(answer.flagPresent()).isTrue();
            assertThat(answer.flag()).as(text(reply)).isEqualTo(expected);
            assertThat(answer.qn()).isEqualTo(packet.qn());
        }
        // A 9014 of 2005 has none (2005 table 6).
        assertThat(text(Replies.dataAnswer(packet, edition)).contains("Flag=")).isEqualTo(edition != Edition.E2005);
    }

    /** Whatever an upload held, its answer is a readable frame. */
    @Test
    void everyReadableExampleCanBeAnswered() {
        for (Corpus example : Corpus.all()) {
            Packet packet = Decoder.decode(example.frame()).packet();
            for (Edition edition : Edition.values()) {
                assertThat(Decoder.decode(Replies.dataAnswer(packet, edition)).ok())
                        .isTrue();
                assertThat(Decoder.decode(Replies.noticeAnswer(packet, edition)).ok())
                        .isTrue();
            }
        }
    }

    /** An answer is built from what a device sent; it must not become another command. */
    @Test
    void valuesThatWouldBreakAReplyAreLeftOut() {
        for (String bad : List.of("1&&", "a\nb", "##0001", "x".repeat(5000), "&")) {
            Packet packet = Packet.of("1", "32", "2011", bad, "M1", 5, "QN=//1;CN=1072//");
            for (Edition edition : Edition.values()) {
                Packet answer =
                        Decoder.decode(Replies.noticeAnswer(packet, edition)).packet();
                assertThat(answer.cn()).isEqualTo("9013");
                assertThat(answer.mn()).isEqualTo("M1");
                assertThat(answer.pw()).isNull();
            }
        }
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }
}
