package io.yuanqing.hj212;

import static io.yuanqing.hj212.Problem.Code.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What field devices send is read; what is wrong is named and never thrown. */
class DecoderTest {

    private static final String HEADER = "QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=5;";

    @Test
    void everyPartOfAPacketIsRead() {
        Packet packet = ok(
                "QN=20240601085857223;ST=31;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=11;PNUM=2;PNO=1;RF=1;"
                        + "CP=&&DataTime=20240601080000;a21026-Avg=50.4,a21026-ZsAvg=61.2,a21026-Flag=N;a19001-Avg=6.1&&");
        assertThat(packet.qn()).isEqualTo("20240601085857223");
        assertThat(packet.st()).isEqualTo("31");
        assertThat(packet.cn()).isEqualTo("2061");
        assertThat(packet.pw()).isEqualTo("123456");
        assertThat(packet.mn()).isEqualTo("010000A8900016F000169DC0");
        assertThat(packet.edition()).isEqualTo(Edition.E2025);
        assertThat(packet.answerWanted()).isTrue();
        assertThat(packet.split()).isTrue();
        assertThat(packet.pnum()).isEqualTo(2);
        assertThat(packet.pno()).isEqualTo(1);
        assertThat(packet.backfilled()).isTrue();
        assertThat(packet.dataTime()).isEqualTo(LocalDateTime.of(2024, 6, 1, 8, 0));
        assertThat(packet.readings())
                .containsExactly(
                        new Reading("a21026", Map.of("Avg", "50.4", "ZsAvg", "61.2", "Flag", "N")),
                        new Reading("a19001", Map.of("Avg", "6.1")));
    }

    /** HJ/T 212-2005 prints its fields in several orders, and QN of a reply within the CP. */
    @Test
    void fieldsAreFoundByNameInAnyOrderAndCase() {
        Packet packet = ok(
                "cn=2051;MN= M1 ;st = 32;pno=1;PnUm=2;CP=&&qn=20040516010101001;datatime=20040516021000;101-AVG=1.1&&");
        assertThat(packet.cn()).isEqualTo("2051");
        assertThat(packet.st()).isEqualTo("32");
        assertThat(packet.mn()).isEqualTo("M1");
        assertThat(packet.qn()).isEqualTo("20040516010101001");
        assertThat(packet.pno()).isEqualTo(1);
        assertThat(packet.flagPresent()).isFalse();
        assertThat(packet.answerWanted()).isFalse();
        assertThat(packet.edition()).isEqualTo(Edition.E2005);
        assertThat(packet.dataTime()).isEqualTo(LocalDateTime.of(2004, 5, 16, 2, 10));
        assertThat(packet.readings().get(0).values()).containsExactly(Map.entry("Avg", "1.1"));
    }

    /** Misprints of the standards' own examples (2017 C.19, C.22, C.25, C.42) that devices copied. */
    @Test
    void printedErrorsOfTheStandardAreTolerated() {
        assertThat(ok("QN=1,ST=32;CN=2041;MN=M1;Flag=5CP=&&DataTime=20160801000000; SB1-RT=1.1 &&")
                        .cn())
                .isEqualTo("2041");
        assertThat(ok(HEADER + "CP=&& &&").items()).isEmpty();
        assertThat(ok(HEADER + "CP=&& PolId=w01018;i12003-Info =0&&").readings())
                .containsExactly(new Reading("i12003", Map.of("Info", "0")));
        assertThat(ok(HEADER + "CP=&&PolId=101;PolId=102;&&").items())
                .containsExactly(item("PolId", "101"), item("PolId", "102"));
        assertThat(ok(HEADER + "CP=&&a-Rtd=1,&&").readings()).hasSize(1);
        Packet commas = ok(HEADER + "CP=&&BeginTime=20240601,EndTime=20240602&&");
        assertThat(commas.value("endtime")).isEqualTo("20240602");
    }

    @Test
    void factorsSeparatedByCommasComeApart() {
        assertThat(ok(HEADER + "CP=&&DataTime=20240601080000,a-Rtd=1,a-Flag=N,b-Rtd=2,Flag=D,b-Total=3&&")
                        .readings())
                .containsExactly(
                        new Reading("a", Map.of("Rtd", "1", "Flag", "N")),
                        new Reading("b", Map.of("Rtd", "2", "Flag", "D", "Total", "3")));
    }

    @Test
    void namesWithoutFactorOrSuffixAreNoReadings() {
        assertThat(ok(HEADER + "CP=&&-Rtd=1;a-=2;a-\u3000=3;\u3000-Rtd=4;b-\u3000rtd=5&&")
                        .readings())
                .containsExactly(new Reading("b", Map.of("Rtd", "5")));
    }

    @Test
    void aFactorSentTwiceComesTwice() {
        assertThat(ok(HEADER + "CP=&&a-Rtd=1;a-Rtd=2&&").readings()).hasSize(2);
    }

    @Test
    void wordsForNothingAreNothing() {
        Decoded decoded = decode("ST=null;CN=2011;PW=;MN=NULL;CP=&&DataTime=20240601080000&&");
        assertThat(decoded.ok()).isTrue();
        assertThat(decoded.packet().st()).isEmpty();
        assertThat(decoded.packet().pw()).isNull();
        assertThat(decoded.packet().mn()).isNull();
        assertThat(decoded.has(ST_MISSING)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void logsMayHoldChineseAndSeparators(String charset) {
        byte[] segment = (HEADER.replace("2011", "3020")
                        + "CP=&&DataTime=20100301145000;PolId=w01018;i11001-Info=//清洗;管路,第1次=好//;i11002-Info=//0A0B//&&")
                .getBytes(Charset.forName(charset));
        Decoded decoded = Decoder.decode(frame(segment, segment.length));
        assertThat(decoded.ok()).as("%s", decoded.problems()).isTrue();
        assertThat(decoded.packet().value("i11001-Info")).isEqualTo("//清洗;管路,第1次=好//");
        assertThat(decoded.packet().value("i11002-Info")).isEqualTo("//0A0B//");
        assertThat(decoded.parts())
                .anyMatch(part ->
                        part.name().equals("i11001-Info") && part.value().equals("//清洗;管路,第1次=好//"));
    }

    /** The 2017 text counts "characters" and encodes Chinese in UTF-8: both readings are in the field. */
    @Test
    void aLengthInCharactersIsAccepted() {
        String segment = HEADER + "CP=&&i11001-Info=//清洗管路//&&";
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        Decoded decoded = Decoder.decode(frame(bytes, segment.length()));
        assertThat(decoded.ok()).isTrue();
        assertThat(codes(decoded)).containsExactly(LENGTH_IN_CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({
        "20240601085857, 2024-06-01T08:58:57",
        "20240601085857223, 2024-06-01T08:58:57.223",
        "202406010858, 2024-06-01T08:58",
        "20240601, 2024-06-01T00:00",
        "2024-06-01 08:58:57, 2024-06-01T08:58:57",
        "2024-1-1 10:00:00, 2024-01-01T10:00:00",
        "2024-10-1 8:05:03, 2024-10-01T08:05:03",
        "2024/6/15 8:05, 2024-06-15T08:05",
        "2024-6-1, 2024-06-01T00:00",
        "20240601240000, 2024-06-02T00:00"
    })
    void waysToWriteDataTime(String written, LocalDateTime read) {
        assertThat(ok(HEADER + "CP=&&DataTime=" + written + "&&").dataTime()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20241301085857",
                "2024060108585",
                "yesterday",
                "-",
                "",
                "20240601086057",
                "2024-111 10:00:00",
                "24-1-1 10:00:00"
            })
    void aDataTimeThatIsNoneIsAWarning(String written) {
        Decoded decoded = decode(HEADER + "CP=&&DataTime=" + written + "&&");
        assertThat(decoded.packet().dataTime()).isNull();
        assertThat(decoded.ok()).isTrue();
        assertThat(codes(decoded)).containsExactly(DATA_TIME_UNREADABLE);
    }

    @Test
    void lengthAndCrcProblemsSayDeclaredAndActual() {
        Problem length = only(Decoder.decode(frame("ST=32;CN=1;CP=&&&&", 90)));
        assertThat(length.code()).isEqualTo(LENGTH_MISMATCH);
        assertThat(length.error()).isTrue();
        assertThat(length.declared()).isEqualTo("0090");
        assertThat(length.actual()).isEqualTo("0018");
        assertThat(length.message()).contains("0090", "0018");

        String good = latin(Encoder.frame("ST=32;CN=1;CP=&&&&"));
        int at = good.length() - 6;
        Problem crc = only(Decoder.decode(bytes(good.substring(0, at) + "0100\r\n")));
        assertThat(crc.code()).isEqualTo(CRC_MISMATCH);
        assertThat(crc.at()).isEqualTo(at);
        assertThat(crc.declared()).isEqualTo("0100");
        assertThat(crc.actual()).isEqualTo(good.substring(at, at + 4));
    }

    @Test
    void theProofIsGivenForGoodFramesToo() {
        String good = latin(Encoder.frame("ST=32;CN=1;CP=&&&&"));
        String crc = good.substring(24, 28);
        assertThat(Decoder.decode(bytes(good)).proof()).isEqualTo(new Proof("0018", 18, crc, crc));
        assertThat(Decoder.decode(bytes("##ST=32")).proof().declaredCrc()).isNull();
        assertThat(Decoder.decode(bytes("")).proof().actualLength()).isZero();
    }

    @Test
    void lowerCaseAndShortCrcsFit() {
        for (int i = 0; i < 300; i++) {
            String frame = latin(Encoder.frame("ST=32;CN=1;MN=" + i + ";CP=&&&&"));
            int at = frame.length() - 6;
            String crc = frame.substring(at, at + 4);
            assertThat(Decoder.decode(bytes(frame.substring(0, at) + crc.toLowerCase() + "\n"))
                            .problems())
                    .isEmpty();
            String bare = Integer.toHexString(Integer.parseInt(crc, 16));
            Decoded decoded = Decoder.decode(bytes(frame.substring(0, at) + bare + "\r\n"));
            assertThat(decoded.ok()).isTrue();
            assertThat(decoded.has(CRC_DIGITS)).isEqualTo(bare.length() < 4);
        }
    }

    @Test
    void theLengthsDigitsAreCountedAndMissed() {
        String segment = "ST=32;CN=2011;CP=&&&&";
        String crc = latin(Encoder.frame(segment)).substring(6 + segment.length());
        assertThat(codes(Decoder.decode(bytes("##21" + segment + crc)))).containsExactly(LENGTH_DIGITS);
        assertThat(Decoder.decode(bytes("##000021" + segment + crc)).ok()).isTrue();
        Decoded none = Decoder.decode(bytes("##" + segment + crc));
        assertThat(none.ok()).isFalse();
        assertThat(codes(none)).containsExactly(LENGTH_MISSING);
    }

    @Test
    void aLongSegmentIsAWarningOnly() {
        Decoded decoded = decode("ST=31;CN=2011;MN=M;CP=&&a-Rtd=" + "1".repeat(1000) + "&&");
        assertThat(decoded.ok()).isTrue();
        assertThat(codes(decoded)).containsExactly(SEGMENT_LONG);
    }

    @Test
    void whatMakesAPacketUnreadable() {
        assertThat(codes(decode("ST=32;MN=M1;CP=&&&&"))).containsExactly(HEADER_UNREADABLE);
        assertThat(codes(decode("ST=32;CN=2011;MN=M1"))).containsExactly(CP_UNREADABLE);
        assertThat(codes(decode("ST=32;CN=2011;CP=&&just a text&&"))).containsExactly(CP_UNREADABLE);
        assertThat(codes(Decoder.decode(bytes("##0101ST=32;CN=2011;MN=M1;CP=&&DataTime=2016"))))
                .containsExactly(LENGTH_MISMATCH, TRUNCATED, CP_UNREADABLE);
    }

    @Test
    void oddFieldsAreWarnings() {
        Decoded decoded = decode("ST=32;huh;CN=2011;Flag=x;PNUM=a;RF=2;VER=1;CP=&&a-Rtd=1;b&&");
        assertThat(decoded.ok()).isTrue();
        assertThat(codes(decoded))
                .containsExactly(HEADER_FIELD, FLAG_UNREADABLE, PACKET_NUMBER_UNREADABLE, RF_VALUE, CP_FIELD);
        assertThat(decoded.packet().backfilled()).isFalse();
    }

    @Test
    void theCipherBytesOfTheEdition2025AreNotTakenForAWrongCrc() {
        String segment = HEADER + "CP=&&{0xE4,0x3E,0x15,0x9A,0xCF,0xAB}&&";
        Decoded literal = Decoder.decode(bytes(String.format("##%04d", segment.length()) + segment + "2200\r\n"));
        assertThat(literal.encrypted()).isTrue();
        assertThat(literal.ok()).isFalse();
        assertThat(literal.packet().cn()).isEqualTo("2011");
        assertThat(literal.packet().readings()).isEmpty();
        assertThat(literal.parts()).anyMatch(part -> part.kind() == Part.Kind.CP_OPAQUE);
    }

    @Test
    void anyBytesAreDecodedWithoutAnException() {
        List<Corpus> examples = Corpus.all();
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = examples.get(random.nextInt(examples.size())).frame().clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) "#&=;,\r\n -/01AZ\u00e4\u0000".charAt(random.nextInt(16));
            }
            bytes = java.util.Arrays.copyOfRange(
                    bytes, 0, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
            Decoded decoded = Decoder.decode(bytes);
            int at = 0;
            for (Part part : decoded.parts()) {
                assertThat(part.start()).as("seed %d", seed).isEqualTo(at);
                at = part.end();
            }
            assertThat(at).as("seed %d", seed).isEqualTo(bytes.length);
            if (decoded.packet() != null) {
                decoded.packet().dataTime();
                decoded.packet()
                        .readings()
                        .forEach(reading -> reading.values().keySet().forEach(reading::number));
                for (Edition edition : Edition.values()) {
                    // The reply echoes the QN as it came.
                    assertThat(codes(Decoder.decode(Replies.dataAnswer(decoded.packet(), edition))))
                            .as("seed %d", seed)
                            .isSubsetOf(QN_UNREADABLE);
                    Replies.noticeAnswer(decoded.packet(), edition);
                    Replies.requestAnswer(decoded.packet(), edition, 1);
                    Replies.executionAnswer(decoded.packet(), edition, 1);
                }
            }
        }
    }

    private static Packet ok(String segment) {
        Decoded decoded = decode(segment);
        assertThat(decoded.ok()).as("%s", decoded.problems()).isTrue();
        return decoded.packet();
    }

    private static Decoded decode(String segment) {
        return Decoder.decode(Encoder.frame(segment));
    }

    private static Item item(String name, String value) {
        return new Item(List.of(new Field(name, value)));
    }

    private static Problem only(Decoded decoded) {
        assertThat(decoded.problems()).hasSize(1);
        return decoded.problems().get(0);
    }

    private static List<Problem.Code> codes(Decoded decoded) {
        return decoded.problems().stream().map(Problem::code).toList();
    }

    private static byte[] frame(String segment, int declared) {
        return frame(bytes(segment), declared);
    }

    private static byte[] frame(byte[] segment, int declared) {
        return bytes(String.format("##%04d", declared) + latin(segment)
                + String.format("%04X", Crc.of(segment, 0, segment.length)) + "\r\n");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
