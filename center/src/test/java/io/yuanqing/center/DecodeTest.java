package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Encoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecodeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GOOD =
            "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n";
    private static final String LOWER_CASE_CRC =
            "##0136ST=32;CN=2011;PW=000000;MN=LD130133000015;CP=&&DataTime=20160824003817;011-Rtd=231.0,011-Flag=N;"
                    + "B01-Rtd=36.91;060-Rtd=1.803,060-Flag=N&&1dc0\r\n";
    private static final String WRONG_CRC =
            "##0136ST=32;CN=2011;PW=123456;MN=LD130133000015;CP=&&DataTime=20160824003817;B01-Rtd=36.91;"
                    + "011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&4980\r\n";

    private static final Path EXAMPLES =
            Path.of("..", "hj212", "src", "test", "resources", "io", "yuanqing", "hj212", "standard-examples.tsv");

    @TempDir
    Path directory;

    @Test
    void aFrameBecomesOneLineWithItsValuesAsNumbers() {
        JsonNode line = decode(LOWER_CASE_CRC).get(0);
        assertThat(line.get("ok").booleanValue()).isTrue();
        assertThat(line.get("edition").stringValue()).isEqualTo("2005");
        assertThat(line.get("st").stringValue()).isEqualTo("32");
        assertThat(line.get("cn").stringValue()).isEqualTo("2011");
        assertThat(line.get("command").get("zh").stringValue()).isEqualTo("实时数据");
        assertThat(line.get("command").get("en").stringValue()).isEqualTo("realtime data");
        assertThat(line.get("mn").stringValue()).isEqualTo("LD130133000015");
        assertThat(line.get("qn").isNull()).isTrue();
        assertThat(line.get("flag").isNull()).isTrue();
        assertThat(line.get("dataTime").stringValue()).isEqualTo("2016-08-24T00:38:17+08:00");
        assertThat(line.get("problems")).isEmpty();
        JsonNode first = line.get("readings").get(0);
        assertThat(first.get("factor").stringValue()).isEqualTo("011");
        assertThat(first.get("rtd").decimalValue()).isEqualByComparingTo("231.0");
        assertThat(first.get("flag").stringValue()).isEqualTo("N");
        assertThat(line.get("readings").get(1).get("flag").isNull()).isTrue();
    }

    @Test
    void whatIsNoNumberIsNullAndNeverMadeUp() {
        JsonNode readings = decode(
                        frame(
                                "ST=31;CN=2061;MN=M1;Flag=5;CP=&&DataTime=20240601080000;a-Avg=-,a-ZsAvg=9999.99,a-Cou=9999,a-Flag=n;"
                                        + "p99101-Rtd=St;b-Avg=1e-05,b-Min=NaN,b-Max=+.5,b-EFlag=0012,b-Rtd=1e999999999;i11001-Info=//清洗;管路//&&"))
                .get(0)
                .get("readings");
        JsonNode a = readings.get(0);
        assertThat(a.get("avg").isNull()).isTrue();
        assertThat(a.get("zsAvg").isNull()).isTrue();
        assertThat(a.get("cou").intValue()).isEqualTo(9999);
        assertThat(a.get("flag").stringValue()).isEqualTo("N");
        assertThat(readings.get(1).get("rtd").isNull()).isTrue();
        assertThat(readings.get(1).get("text").get("rtd").stringValue()).isEqualTo("St");
        JsonNode b = readings.get(2);
        assertThat(b.get("avg").decimalValue()).isEqualByComparingTo(new BigDecimal("0.00001"));
        assertThat(b.get("min").isNull()).isTrue();
        assertThat(b.get("max").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(b.get("eFlag").stringValue()).isEqualTo("0012");
        assertThat(b.get("rtd").isNull()).isTrue();
        assertThat(readings.get(3).get("info").stringValue()).isEqualTo("//清洗;管路//");
    }

    @Test
    void aWrongCrcAndAWrongLengthAreNamedWithBothValues() {
        JsonNode crc = decode(WRONG_CRC).get(0);
        assertThat(crc.get("ok").booleanValue()).isFalse();
        JsonNode problem = crc.get("problems").get(0);
        assertThat(problem.get("code").stringValue()).isEqualTo("CRC_MISMATCH");
        assertThat(problem.get("declared").stringValue()).isEqualTo("4980");
        assertThat(problem.get("actual").stringValue()).isEqualTo("3C00");
        assertThat(problem.get("message").stringValue()).contains("4980", "3C00");

        JsonNode length = decode(GOOD.replace("##0101", "##0900")).get(0);
        assertThat(length.get("ok").booleanValue()).isFalse();
        assertThat(length.get("problems").get(0).get("code").stringValue()).isEqualTo("LENGTH_MISMATCH");
        assertThat(length.get("problems").get(0).get("declared").stringValue()).isEqualTo("0900");
        assertThat(length.get("problems").get(0).get("actual").stringValue()).isEqualTo("0101");
    }

    /** A technician on site reads what is wrong, where, and why, without knowing the codes. */
    @Test
    void framesAreDrawnForPeopleInTheirLanguage() {
        String modbus = GOOD.replace("1C80", "0759");
        String chinese = text("PING" + modbus + GOOD, "--explain", "--lang", "zh");
        assertThat(chinese).contains("设备似乎使用 Modbus 校验", "包头", "不能采用", "完整有效", "4 个字节不属于任何报文");
        String english = text(modbus, "--explain", "--lang", "en");
        assertThat(english).contains("the device seems to use Modbus CRC", "cannot be taken as data");
        List<String> lines = english.lines().toList();
        int caret = lines.indexOf(lines.stream()
                .filter(line -> line.strip().equals("^"))
                .findFirst()
                .orElseThrow());
        assertThat(lines.get(caret - 1).substring(lines.get(caret).indexOf('^')))
                .startsWith("0759");
    }

    @Test
    void theLengthPolicyIsAnOption() {
        String counted = GOOD.replace("##0101", "##0105");
        assertThat(text(counted)).startsWith("{\"ok\":false").contains("LENGTH_MISMATCH");
        assertThat(text(counted, "--length", "accept-if-crc-fits"))
                .startsWith("{\"ok\":true")
                .contains("LENGTH_ACCEPTED");
        assertThat(text(counted.replace("1C80", "1C81"), "--length", "accept-if-crc-fits"))
                .startsWith("{\"ok\":false")
                .contains("LENGTH_MISMATCH", "CRC_MISMATCH");
    }

    @Test
    void theCrcPolicyIsAnOption() {
        String modbus = GOOD.replace("1C80", "0759");
        assertThat(text(modbus)).startsWith("{\"ok\":false").contains("CRC_MISMATCH");
        assertThat(text(modbus, "--crc", "accept-modbus"))
                .startsWith("{\"ok\":true")
                .contains("CRC_MODBUS");
        assertThat(text(modbus.replace("0759", "4040"), "--crc", "ignore"))
                .startsWith("{\"ok\":true")
                .contains("CRC_IGNORED");
    }

    @Test
    void aRunOfJunkIsOneLineHoweverLong() {
        List<JsonNode> lines = decode("PING\r\nPONG" + GOOD + "\r\n \n" + GOOD + "x".repeat(200_000) + GOOD);
        assertThat(lines.stream().map(line -> line.get("ok").booleanValue()))
                .containsExactly(false, true, true, false, true);
        assertThat(lines.get(3).get("problems")).hasSize(1);
        assertThat(lines.get(3).get("problems").get(0).get("code").stringValue())
                .isEqualTo("NOISE");
        assertThat(lines.get(3).get("problems").get(0).get("actual").stringValue())
                .isEqualTo("200000");
    }

    @Test
    void anEmptyStreamGivesNothing() {
        assertThat(decode("")).isEmpty();
        assertThat(decode("\r\n\r\n")).isEmpty();
    }

    @Test
    void asAProcessItReadsAFileWithoutStartingTheServer() throws Exception {
        Path file = Files.writeString(directory.resolve("packets.txt"), GOOD + WRONG_CRC);
        Process process = start("decode", file.toString());
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(err).isZero();
        assertThat(out.lines().map(line -> JSON.readTree(line).get("ok").booleanValue()))
                .containsExactly(true, false);
        assertThat(err).isEmpty();
    }

    @Test
    void asAProcessItRefusesAnUnreadableFile() throws Exception {
        for (Path unreadable : List.of(directory.resolve("missing.txt"), directory)) {
            Process process = start("decode", unreadable.toString());
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(out).isEmpty();
            assertThat(err).contains(unreadable.toString());
        }
    }

    /** The process gets less memory than it is sent. */
    @Test
    void aStreamOfAnyLengthTakesTheSameMemory() throws Exception {
        byte[] block = (GOOD + "junk ##9999ST=1;" + WRONG_CRC).repeat(2000).getBytes(StandardCharsets.UTF_8);
        int blocks = 40 * 1024 * 1024 / block.length;
        Process process = start("decode");
        Thread sender = new Thread(
                () -> {
                    try (OutputStream in = process.getOutputStream()) {
                        for (int i = 0; i < blocks; i++) {
                            in.write(block);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "sender");
        sender.start();
        long lines = process.inputReader(StandardCharsets.UTF_8).lines().count();
        sender.join();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        // The good frame, the junk with half a frame in it, the bad frame.
        assertThat(lines).isEqualTo(4L * 2000 * blocks);
    }

    /** HJ 212-2025 A.2 example 4; the later line of an MN is its newer key, and both are tried. */
    @Test
    void encryptedFramesAreReadWithTheKeysOfAFile() throws IOException {
        byte[] frame = Files.readAllLines(EXAMPLES).stream()
                .filter(line -> line.contains("A.2 example 4"))
                .map(DecodeTest::encrypted)
                .findFirst()
                .orElseThrow();
        Path keys = Files.writeString(
                directory.resolve("keys"),
                "# of the standard\n010000a8900016f000169dc0 0000000000000000\n010000A8900016F000169DC0\t1234567890abcdef\n");
        JsonNode closed = JSON.readTree(run(frame).out());
        assertThat(closed.get("ok").booleanValue()).isFalse();
        assertThat(closed.get("problems").get(0).get("code").stringValue()).isEqualTo("ENCRYPTED");
        JsonNode opened = JSON.readTree(run(frame, "--keys", keys.toString()).out());
        assertThat(opened.get("ok").booleanValue()).isTrue();
        assertThat(opened.get("decrypted").booleanValue()).isTrue();
        assertThat(opened.get("dataTime").stringValue()).isEqualTo("2024-05-20T21:06:00+08:00");
        assertThat(opened.get("readings")).isNotEmpty();
    }

    @Test
    void aFileOfKeysThatCannotBeReadIsToldWithItsLineAndNotWithItsKey() throws IOException {
        Path keys = Files.writeString(directory.resolve("keys"), "M1 0000000000000000\nM2 too-short-key\n");
        Ran bad = run(new byte[0], "--keys", keys.toString());
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err()).contains("line 2").doesNotContain("too-short-key");
        assertThat(run(new byte[0], "--keys", directory.resolve("none").toString())
                        .code())
                .isEqualTo(2);
    }

    private record Ran(int code, String out, String err) {}

    private static Ran run(byte[] stream, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Decode decode = new Decode(new ByteArrayInputStream(stream), out, new PrintStream(err));
        int code = new CommandLine(decode).execute(arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static byte[] encrypted(String line) {
        String written = line.split("\t", -1)[3].replace("\\r\\n", "\r\n");
        int open = written.indexOf("<HEX>");
        int close = written.indexOf("</HEX>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(written.substring(0, open).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(HexFormat.of().parseHex(written.substring(open + 5, close)));
        bytes.writeBytes(written.substring(close + 6).getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Yuanqing.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static String frame(String segment) {
        return new String(Encoder.frame(segment), StandardCharsets.UTF_8);
    }

    private static String text(String stream, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8));
        assertThat(new CommandLine(new Decode(in, out, new PrintStream(err))).execute(options))
                .as(err.toString())
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> decode(String stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8));
        int code = new CommandLine(new Decode(in, out, new PrintStream(err))).execute();
        assertThat(code).as(err.toString()).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }
}
