package io.yuanqing.hj212.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Part;
import io.yuanqing.hj212.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A frame drawn for people: what they see in a terminal, where a Chinese character takes two columns. */
class ExplanationTest {

    private static final String SEGMENT = "QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=5;"
            + "CP=&&DataTime=20240601085800;w01018-Rtd=20.5,w01018-Flag=N&&";

    private static final Decoded CLEAN = Decoder.decode(Encoder.frame(SEGMENT));

    /** The length counts the CRC, and a log in Chinese stands before the place that a problem points at. */
    private static final Decoded BROKEN = Decoder.decode(broken());

    @Test
    void aCleanFrameInEnglish() {
        assertThat(Explanation.of(CLEAN, Language.EN)).isEqualTo("""
                Frame of 130 bytes, HJ 212-2017: intact
                     0  ##                        head
                     2  0118                      length of the data segment (it has 118 bytes)
                     6  QN=20240601085857223;     request number: 2024-06-01 08:58:57.223
                    27  ST=32;                    system: surface-water pollution source
                    33  CN=2011;                  command: realtime data
                    41  PW=123456;                password
                    51  MN=M1;                    the logger's number
                    57  Flag=5;                   flag: 000001 0 1: edition 2017, not split, answer wanted
                    64  CP=&&                     the CP begins
                    69  DataTime=20240601085800;  moment, or start of the period: 2024-06-01 08:58:00
                    93  w01018-Rtd=20.5,          Chemical oxygen demand (COD, CODCr) realtime value: 20.5 mg/L
                   109  w01018-Flag=N             Chemical oxygen demand (COD, CODCr) data flag: normal
                   122  &&                        the CP ends
                   124  4540                      CRC (computed: 4540)
                   128  \\r\\n                      line end
                """);
    }

    @Test
    void aCleanFrameInChinese() {
        assertThat(Explanation.of(CLEAN, Language.ZH)).isEqualTo("""
                报文 130 字节，HJ 212-2017：完整有效
                     0  ##                        包头
                     2  0118                      数据段长度（实际 118 字节）
                     6  QN=20240601085857223;     请求编码：2024-06-01 08:58:57.223
                    27  ST=32;                    系统：地表水体环境污染源
                    33  CN=2011;                  命令：实时数据
                    41  PW=123456;                访问密码
                    51  MN=M1;                    数采仪编码
                    57  Flag=5;                   标志：000001 0 1：2017 版，不分包，要求应答
                    64  CP=&&                     数据区开始
                    69  DataTime=20240601085800;  数据时间：2024-06-01 08:58:00
                    93  w01018-Rtd=20.5,          化学需氧量 实时值：20.5 mg/L
                   109  w01018-Flag=N             化学需氧量 数据标记：正常
                   122  &&                        数据区结束
                   124  4540                      校验码（计算为 4540）
                   128  \\r\\n                      包尾
                """);
    }

    @Test
    void aBrokenFrameInEnglish() {
        assertThat(Explanation.of(BROKEN, Language.EN)).isEqualTo("""
                Frame of 78 bytes, HJ 212-2017: cannot be taken as data
                     0  ##                         head
                     2  0070                       length of the data segment (it has 66 bytes)
                     6  ST=32;                     system: surface-water pollution source
                    12  CN=3020;                   command: site information
                    20  MN=M1;                     the logger's number
                    26  Flag=4;                    flag: 000001 0 0: edition 2017, not split, no answer wanted
                    33  CP=&&                      the CP begins
                    38  i11001-Info=//清洗管路//;  Instrument: operation log site information
                    67  huh                        not name=value
                    70  &&                         the CP ends
                    72  65C0                       CRC (computed: 65C0)
                    76  \\r\\n                       line end
                ✗ error LENGTH_MISMATCH, byte 2: the length says 0070, the data segment has 0066 bytes
                    ##0070ST=32;CN=3020;MN=M1;Flag=4;CP=&…
                      ^
                    Likely cause: length counts the CRC as well (or the length's own four digits)
                    Rule: 6.3.1, table 2: the length counts the data segment alone, from QN to the closing &&
                ! warning CP_FIELD, byte 67: 'huh' is not name=value
                    …&i11001-Info=//清洗管路//;huh&&65C0\\r\\n
                                               ^
                    Rule: 6.3.3: fields are name=value, separated by , and ;
                """);
    }

    @Test
    void aBrokenFrameInChinese() {
        assertThat(Explanation.of(BROKEN, Language.ZH)).isEqualTo("""
                报文 78 字节，HJ 212-2017：不能采用
                     0  ##                         包头
                     2  0070                       数据段长度（实际 66 字节）
                     6  ST=32;                     系统：地表水体环境污染源
                    12  CN=3020;                   命令：上传现场机信息
                    20  MN=M1;                     数采仪编码
                    26  Flag=4;                    标志：000001 0 0：2017 版，不分包，不要求应答
                    33  CP=&&                      数据区开始
                    38  i11001-Info=//清洗管路//;  运行日志 现场信息
                    67  huh                        不是“名称=值”
                    70  &&                         数据区结束
                    72  65C0                       校验码（计算为 65C0）
                    76  \\r\\n                       包尾
                ✗ 错误 LENGTH_MISMATCH，第 2 字节：长度写的是 0070，数据段实际有 0066 字节
                    ##0070ST=32;CN=3020;MN=M1;Flag=4;CP=&…
                      ^
                    可能原因：长度包含了校验码（或长度自身的 4 位）
                    规范：6.3.1 表 2：长度只计数据段，从 QN 到结尾的 &&
                ! 提示 CP_FIELD，第 67 字节：“huh”不是“名称=值”
                    …&i11001-Info=//清洗管路//;huh&&65C0\\r\\n
                                               ^
                    规范：6.3.3：字段为“名称=值”，以 , 和 ; 分隔
                """);
    }

    /** Whoever looks down a column reads meanings only, also behind bytes that are Chinese. */
    @Test
    void meaningsBeginInOneColumn() {
        for (Decoded decoded : List.of(CLEAN, BROKEN)) {
            for (Language language : Language.values()) {
                List<Part> parts = decoded.parts();
                List<String> lines = Explanation.of(decoded, language).lines().toList();
                Meaning meaning = new Meaning(decoded, language);
                assertThat(IntStream.range(0, parts.size()).mapToObj(i -> {
                            String said = meaning.of(parts.get(i));
                            String line = lines.get(i + 1);
                            assertThat(line).endsWith("  " + said);
                            return Columns.width(line.substring(0, line.length() - said.length()));
                        }))
                        .containsOnly(Columns.width(lines.get(1)) - Columns.width(meaning.of(parts.get(0))));
            }
        }
    }

    @Test
    void remarksAreCounted() {
        String segment = "CN=2011;MN=M1;Flag=4;CP=&&a-Rtd=1&&";
        Decoded one = Decoder.decode(Encoder.frame("ST=32;" + segment.replace("a-Rtd=1", "huh;a-Rtd=1")));
        Decoded two = Decoder.decode(Encoder.frame(segment.replace("a-Rtd=1", "huh;a-Rtd=1")));
        assertThat(Explanation.of(one, Language.EN)).contains(": can be taken, with 1 remark\n");
        assertThat(Explanation.of(two, Language.EN)).contains(": can be taken, with 2 remarks\n");
        assertThat(Explanation.of(one, Language.ZH)).contains("：可以采用，有 1 处不合规范\n");
    }

    @Test
    void noiseIsOneLine() {
        assertThat(Explanation.of(Problem.noise(9, "heartbeat"), Language.EN))
                .isEqualTo("✗ error NOISE 9 bytes belong to no frame: heartbeat\n");
        assertThat(Explanation.of(Problem.noise(9, "heartbeat"), Language.ZH))
                .isEqualTo("✗ 错误 NOISE 9 个字节不属于任何报文：heartbeat\n");
    }

    private static byte[] broken() {
        String segment = "ST=32;CN=3020;MN=M1;Flag=4;CP=&&i11001-Info=//清洗管路//;huh&&";
        byte[] frame = Encoder.frame(segment);
        int length = segment.getBytes(StandardCharsets.UTF_8).length;
        byte[] wrong = String.format("%04d", length + 4).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(wrong, 0, frame, 2, 4);
        return frame;
    }
}
