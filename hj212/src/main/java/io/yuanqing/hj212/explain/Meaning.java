package io.yuanqing.hj212.explain;

import io.yuanqing.hj212.DataTimes;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Part;
import io.yuanqing.hj212.Proof;
import io.yuanqing.hj212.Reading;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.CpField;
import io.yuanqing.hj212.command.DataFlag;
import io.yuanqing.hj212.command.DeviceState;
import io.yuanqing.hj212.command.ExeRtn;
import io.yuanqing.hj212.command.Named;
import io.yuanqing.hj212.command.QnRtn;
import io.yuanqing.hj212.command.SystemCode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a frame's part says, in words. */
final class Meaning {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME_MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private final Decoded decoded;
    private final Language in;
    private final Proof proof;

    Meaning(Decoded decoded, Language in) {
        this.decoded = decoded;
        this.in = in;
        proof = decoded.proof();
    }

    String of(Part part) {
        return switch (part.kind()) {
            case HEAD -> in.say("包头", "head");
            case LENGTH ->
                in.say(
                        "数据段长度（实际 " + proof.actualLength() + " 字节）",
                        "length of the data segment (it has " + proof.actualLength() + " bytes)");
            case HEADER -> header(part.name(), part.value());
            case CP_OPEN -> in.say("数据区开始", "the CP begins");
            case CP_NAME_VALUE -> field(part.name(), part.value());
            case CP_OPAQUE -> in.say("加密的数据区", "encrypted CP");
            case CP_CLOSE -> in.say("数据区结束", "the CP ends");
            case CRC ->
                decoded.encrypted()
                        ? in.say("校验码（明文的，没有密钥无法核对）", "CRC of the plain text: cannot be checked without the key")
                        : in.say("校验码（计算为 " + proof.computedCrc() + "）", "CRC (computed: " + proof.computedCrc() + ")");
            case TAIL -> in.say("包尾", "line end");
            case UNKNOWN -> in.say("无法解释", "cannot be explained");
        };
    }

    private String header(String name, String value) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "QN" -> named(in.say("请求编码", "request number"), time(value));
            case "ST" ->
                named(in.say("系统", "system"), in.say(SystemCode.of(value).orElse(null)));
            case "CN" -> named(in.say("命令", "command"), command());
            case "PW" -> in.say("访问密码", "password");
            case "MN" -> in.say("数采仪编码", "the logger's number");
            case "FLAG" -> named(in.say("标志", "flag"), flag());
            case "PNUM" -> in.say("总包数", "number of packets");
            case "PNO" -> in.say("包号", "number of this packet");
            case "RF" ->
                value.equals("1") ? in.say("补传数据", "sent later than measured") : in.say("补传标志", "back-fill mark");
            default -> unknown(name);
        };
    }

    private @Nullable String command() {
        Packet packet = decoded.packet();
        return packet == null
                ? null
                : in.say(Command.find(packet, decoded.edition()).orElse(null));
    }

    private @Nullable String flag() {
        Packet packet = decoded.packet();
        if (packet == null || !packet.flagPresent()) {
            return null;
        }
        int flag = packet.flag();
        int version = flag >> 2;
        String edition = version > 2
                ? in.say("未知版本 " + version, "unknown version " + version)
                : in.say(
                        Edition.ofFlag(flag).year() + " 版",
                        "edition " + Edition.ofFlag(flag).year());
        String bits = String.format(
                "%6s %d %d",
                String.format("%6s", Integer.toBinaryString(version)).replace(' ', '0'), flag >> 1 & 1, flag & 1);
        return bits
                + in.say("：", ": ")
                + edition
                + in.say("，", ", ")
                + ((flag & 2) != 0 ? in.say("分包", "split") : in.say("不分包", "not split"))
                + in.say("，", ", ")
                + ((flag & 1) != 0 ? in.say("要求应答", "answer wanted") : in.say("不要求应答", "no answer wanted"));
    }

    private String field(String name, String value) {
        CpField whole = field(name);
        if (whole != null) {
            return named(in.say(whole.zh(), whole.en()), said(name, value, whole.unit()));
        }
        int dash = name.lastIndexOf('-');
        if (dash <= 0) {
            return unknown(name);
        }
        String code = name.substring(0, dash).strip();
        String suffix = name.substring(dash + 1).strip();
        Factor factor = factor(code);
        CpField kind = field("-" + suffix);
        String what = (factor == null ? device(code) : in.say(factor.nameZh(), factor.nameEn())) + " "
                + (kind == null ? suffix : in.say(kind.zh(), kind.en().replaceFirst(", see .*", "")));
        return named(what, measured(code, kind, suffix, value, factor));
    }

    private static @Nullable CpField field(String name) {
        for (CpField field : CpField.values()) {
            if (field.spelling().equals(name)) {
                return field;
            }
        }
        for (CpField field : CpField.values()) {
            if (field.spelling().equalsIgnoreCase(name)) {
                return field;
            }
        }
        return null;
    }

    /** By its code; process and device codes end with a number that the dictionary writes as xx. */
    private static @Nullable Factor factor(String code) {
        Factor factor = Factors.find(code);
        return factor != null || code.length() < 5 ? factor : Factors.find(code.substring(0, code.length() - 2) + "xx");
    }

    private String device(String code) {
        return code.matches("(?i)SB\\d+")
                ? in.say("设备 " + code.substring(2), "device " + code.substring(2))
                : in.say(code + "（未知编码）", code + " (unknown code)");
    }

    private @Nullable String said(String name, String value, String unit) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "QNRTN" -> numbered(value, QnRtn::of);
            case "EXERTN" -> numbered(value, ExeRtn::of);
            case "POLID", "INFOID" -> {
                Factor factor = factor(value);
                yield factor == null ? null : in.say(factor.nameZh(), factor.nameEn());
            }
            default ->
                name.toUpperCase(Locale.ROOT).endsWith("TIME") && value.length() >= 8 ? time(value) : with(value, unit);
        };
    }

    private static @Nullable String with(String value, String unit) {
        return unit.isEmpty() ? null : value + " " + unit;
    }

    private @Nullable String numbered(String value, IntFunction<@Nullable Named> code) {
        return value.matches("\\d{1,3}") ? in.say(code.apply(Integer.parseInt(value))) : null;
    }

    private @Nullable String measured(
            String code, @Nullable CpField kind, String suffix, String value, @Nullable Factor factor) {
        if (kind == CpField.FLAG) {
            return in.say(DataFlag.of(value).orElse(null));
        }
        if (kind == CpField.RS) {
            return in.say(DeviceState.of(value));
        }
        if (kind == CpField.SAMPLE_TIME || kind == CpField.COMPLETE_TIME) {
            return time(value);
        }
        if (kind == null || kind == CpField.EFLAG || kind == CpField.SN || kind == CpField.INFO) {
            return null;
        }
        BigDecimal number = new Reading(code, Map.of(suffix, value)).number(suffix);
        if (number == null) {
            return in.say("没有数值", "no number");
        }
        String unit = kind == CpField.RT
                ? "h"
                : factor == null ? null : kind == CpField.COU ? factor.dischargeUnit() : factor.unit();
        return unit == null || unit.equals("1") ? number.toPlainString() : number.toPlainString() + " " + unit;
    }

    private @Nullable String time(String value) {
        LocalDateTime time = DataTimes.read(value);
        return time == null ? null : (time.getNano() == 0 ? TIME : TIME_MILLIS).format(time);
    }

    private String named(String what, @Nullable String value) {
        return value == null || value.isEmpty() ? what : what + in.say("：", ": ") + value;
    }

    private String unknown(String name) {
        return name.isEmpty()
                ? in.say("不是“名称=值”", "not name=value")
                : in.say("标准中没有的字段", "a field that the standard does not have");
    }
}
