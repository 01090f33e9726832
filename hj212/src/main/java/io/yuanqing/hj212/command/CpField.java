package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fields of CPs (HJ/T 212-2005 table 5, HJ 212-2017 table 4, HJ 212-2025 table 5) with their width and range in each
 * edition. A {@code ?} in a rule marks a [GAP] of 2025: the rule is taken over from what is known.
 */
public enum CpField implements Named {
    /** {@code SystemTime}: a clock's time, yyyyMMddHHmmss. */
    SYSTEM_TIME("SystemTime", "系统时间", "clock", "", "T14", "T14", "T14"),
    /** {@code DataTime}: when it was measured, or when the period of a mean began, yyyyMMddHHmmss. */
    DATA_TIME("DataTime", "数据时间", "moment, or start of the period", "", "T14", "T14", "T14"),
    /** {@code BeginTime}: from when history is asked for, inclusive. */
    BEGIN_TIME("BeginTime", "开始时间", "start of the range", "", "T14", "T14", "T14"),
    /** {@code EndTime}: until when history is asked for, inclusive. */
    END_TIME("EndTime", "截止时间", "end of the range", "", "T14", "T14", "T14"),
    /** {@code RestartTime}: when the logger was started. */
    RESTART_TIME("RestartTime", "数采仪开机时间", "start of the logger", "", null, "T14", "T14"),
    /** {@code RtdInterval}: seconds between two realtime packets. */
    RTD_INTERVAL("RtdInterval", "实时数据间隔", "realtime interval", "s", "N4", "N4 30-3600", "N4 ?"),
    /** {@code MinInterval}: minutes of a period of minute data; a divisor of 60. */
    MIN_INTERVAL(
            "MinInterval",
            "分钟数据间隔",
            "minute interval",
            "min",
            null,
            "N2 {1,2,3,4,5,6,10,12,15,20,30}",
            "N2 {1,2,3,4,5,6,10,12,15,20,30}"),
    /** {@code OverTime}: seconds to wait for an answer. */
    OVER_TIME("OverTime", "超时时间", "time-out", "s", "N5 0-86400", "N2 1-99", "N2 0-99"),
    /** {@code ReCount}: how often a packet without an answer is sent again. */
    RE_COUNT("ReCount", "重发次数", "number of resends", "", "N2 0-99", "N2 1-99", "N2 0-99"),
    /** {@code WarnTime}: seconds over the limit before an alarm (2005). */
    WARN_TIME("WarnTime", "超限报警时间", "time over the limit before an alarm", "s", "N5", null, null),
    /** {@code AlarmTarget}: the centre's address, up to 20 characters (2005). */
    ALARM_TARGET("AlarmTarget", "上位机地址", "address of the centre", "", "C20", null, null),
    /** The field table's name of what the examples call AlarmTarget; read, never written. */
    REPORT_TARGET("ReportTarget", "上位机地址", "address of the centre", "", "C20", null, null),
    /** {@code ReportTime}: when day data are sent, hhmm (2005). */
    REPORT_TIME("ReportTime", "数据上报时间", "time of the daily report", "hhmm", "T4", null, null),
    /** {@code PW}: a new access password (2005). */
    PW("PW", "访问密码", "access password", "", "C6", null, null),
    /** {@code NewPW}: a new access password (since 2017). */
    NEW_PW("NewPW", "新密码", "new access password", "", null, "C6", "C6"),
    /** {@code i23005-Info}: the MN that the centre gives a logger (2025). */
    NETWORK_CODE("i23005-Info", "数采仪入网编码", "network code of the logger", "", null, null, "C24"),
    /** {@code PolId}: a factor's code; three characters in 2005, six later. */
    POL_ID("PolId", "污染因子编码", "factor code", "", "C3", "C6", "C6"),
    /** {@code InfoId}: an information's code, such as i12001 (since 2017). */
    INFO_ID("InfoId", "信息编码", "information code", "", null, "C6", "C6"),
    /** {@code CalibrationType}: 0 zero, 1 span (2025). */
    CALIBRATION_TYPE("CalibrationType", "校准类型", "0 zero, 1 span", "", null, null, "N1 {0,1}"),
    /** {@code SKCreateTime}: when a key was made, with milliseconds (2025). */
    SK_CREATE_TIME("SKCreateTime", "密钥生成时间", "creation of the key", "", null, null, "T17"),
    /** {@code NewSK}: a key of SM4, 16 characters (2025). */
    NEW_SK("NewSK", "新密钥", "new key", "", null, null, "C16"),
    /** {@code AlarmTime}: when an alarm began or ended (2005). */
    ALARM_TIME("AlarmTime", "超限报警时间", "moment of the alarm", "", "T14", null, null),
    /** {@code AlarmType}: 1 over the limit, 0 back below (2005). */
    ALARM_TYPE("AlarmType", "报警类型", "1 exceeded, 0 recovered", "", "N1 {0,1}", null, null),
    /** {@code VaseNo}: the bottle that keeps a sample (since 2017). */
    VASE_NO("VaseNo", "留样瓶编号", "number of the retained-sample bottle", "", null, "N2", "N2"),
    /** {@code CstartTime}: when sampling begins, hhmmss (since 2017). */
    CSTART_TIME("CstartTime", "采样起始时间", "start of sampling", "hhmmss", null, "T6", "T6 ?"),
    /** {@code Ctime}: hours between two samples (since 2017). */
    CTIME("Ctime", "采样周期", "sampling period", "h", null, "N2 1-24", "N2 1-24 ?"),
    /** {@code CTime} of 2005: an hour of the day at which a sample is taken; it stands once for each. */
    SAMPLING_HOUR("CTime", "采样时间", "hour of sampling", "h", "N2 0-23", null, null),
    /** {@code Stime}: minutes from sampling to the result (since 2017). */
    STIME("Stime", "出样时间", "time until a sample's result", "min", null, "N4 1-120", "N4 1-120"),
    /** {@code QN} in the CP of 2005: the number of the request that is answered. */
    QN("QN", "请求编码", "number of the request that is answered", "", "C17", null, null),
    /** {@code CN} in the CP of a 9014 of 2005: the command that is answered. */
    CN("CN", "命令编码", "command that is answered", "", "C4", null, null),
    /** {@code PNO} in the CP of a 9014 of 2005: the packet that is answered, from 1. */
    PNO("PNO", "包号", "number of the packet", "", "N4", null, null),
    /** {@code PNUM} in the CP of a 9014 of 2005: of how many packets. */
    PNUM("PNUM", "总包数", "number of packets", "", "N4", null, null),
    /** {@code QnRtn}: whether a request will be carried out, see {@link QnRtn}. */
    QN_RTN("QnRtn", "请求回应代码", "whether the request will be executed", "", "N3", "N3", "N3"),
    /** {@code ExeRtn}: how it was carried out, see {@link ExeRtn}. */
    EXE_RTN("ExeRtn", "执行结果回应代码", "result of the execution", "", "N3", "N3", "N3"),

    /** {@code xx-Rtd}: value of the moment, in the factor's unit; of 2025's air on standard dry basis. */
    RTD("-Rtd", "实时值", "realtime value", "of the factor", "F", "F", "F"),
    /** {@code xx-Min}: lowest value of the period. */
    MIN("-Min", "最小值", "minimum of the period", "of the factor", "F", "F", "F"),
    /** {@code xx-Avg}: mean of the period. */
    AVG("-Avg", "平均值", "mean of the period", "of the factor", "F", "F", "F"),
    /** {@code xx-Max}: highest value of the period. */
    MAX("-Max", "最大值", "maximum of the period", "of the factor", "F", "F", "F"),
    /** {@code xx-Cou}: total of the period, in the factor's unit of amount. */
    COU("-Cou", "累计值", "total of the period", "of the factor's amount", "F", "F", "F"),
    /** {@code xx-ZsRtd}: value of the moment, converted to reference oxygen. */
    ZS_RTD("-ZsRtd", "折算实时值", "realtime value at reference oxygen", "of the factor", "F", "F", "F"),
    /** {@code xx-ZsMin}: lowest value, converted to reference oxygen. */
    ZS_MIN("-ZsMin", "折算最小值", "minimum at reference oxygen", "of the factor", "F", "F", "F"),
    /** {@code xx-ZsAvg}: mean, converted to reference oxygen. */
    ZS_AVG("-ZsAvg", "折算平均值", "mean at reference oxygen", "of the factor", "F", "F", "F"),
    /** {@code xx-ZsMax}: highest value, converted to reference oxygen. */
    ZS_MAX("-ZsMax", "折算最大值", "maximum at reference oxygen", "of the factor", "F", "F", "F"),
    /** {@code xx-RawAvg}: mean before conversion, of minute data (2025). */
    RAW_AVG("-RawAvg", "实测平均值", "mean that is not converted, of minute data", "of the factor", null, null, "F"),
    /** {@code ixxxxx-Info}: a log entry between {@code //}, a state or a parameter (since 2017). */
    INFO("-Info", "现场信息", "site information", "of the information", null, "F", "F"),
    /** {@code xx-SampleType}: a code for the kind of sample (2025) [GAP]. */
    SAMPLE_TYPE("-SampleType", "样品类型", "kind of sample", "", null, null, "F ?"),
    /** {@code xx-SampleRd}: what the analyser read of the standard sample (2025). */
    SAMPLE_RD("-SampleRd", "核查测量值", "measured value of the standard sample", "of the factor", null, null, "F"),
    /** {@code xx-StandardValue}: what the standard sample holds (2025). */
    STANDARD_VALUE("-StandardValue", "标准样品值", "value of the standard sample", "of the factor", null, null, "F"),
    /** {@code xx-Flag}: validity of the value, see {@link DataFlag}. */
    FLAG("-Flag", "数据标记", "data flag", "", "C1", "C1", "C2"),
    /** {@code xx-EFlag}: the instrument's own status code (since 2017). */
    EFLAG("-EFlag", "设备标志", "status code of the instrument", "", null, "C4", "C4"),
    /** {@code xx-SampleTime}: when an analyser that works in turns began to sample (since 2017). */
    SAMPLE_TIME("-SampleTime", "采样时间", "start of sampling", "", null, "T14", "T14"),
    /** {@code xx-CompleteTime}: when its analysis ended (2025). */
    COMPLETE_TIME("-CompleteTime", "完成时间", "end of the analysis", "", null, null, "T14"),
    /** {@code xx-ResultType}: 1 the check was passed, 0 not (2025). */
    RESULT_TYPE("-ResultType", "核查结果", "1 passed, 0 failed", "", null, null, "N1 {0,1}"),
    /** {@code xx-SN}: the instrument's EPC-96 number, 24 characters (since 2017). */
    SN("-SN", "设备唯一标识", "instrument ID (EPC-96)", "", null, "C24", "C24"),
    /** {@code SBx-RS}: a treatment device's state, see {@link DeviceState}. */
    RS("-RS", "设备运行状态", "running state, see DeviceState", "", "N1 {0,1}", "N1 {0,1,2,3,4,5}", "N1 {0,1,2,3,4,5}"),
    /** {@code SBx-RT}: hours that a treatment device ran on a day, 0 to 24. */
    RT("-RT", "设备运行时间", "running time of a day", "h", "N14.2 0-24", "N2.2 0-24", "N2.2 0-24"),
    /** {@code Lx-Data}: a noise level of the period, dB. */
    DATA("-Data", "噪声监测值", "noise level", "dB", "N14.2", "N3.1", "N3.1"),
    /** {@code Lx-DayData}: a noise level of the day part, dB. */
    DAY_DATA("-DayData", "噪声昼间值", "noise level of the day part", "dB", "N14.2", "N3.1", "N3.1"),
    /** {@code Lx-NightData}: a noise level of the night part, dB. */
    NIGHT_DATA("-NightData", "噪声夜间值", "noise level of the night part", "dB", "N14.2", "N3.1", "N3.1"),
    /** {@code xx-Ala}: the value that raised an alarm (2005). */
    ALA("-Ala", "报警值", "value that raised the alarm", "", "N14.2", null, null),
    /** {@code xx-DayStdValue}: noise limit of the day part, dB (2005). */
    DAY_STD_VALUE("-DayStdValue", "噪声昼间标准值", "noise limit of the day part", "dB", "N14", null, null),
    /** {@code xx-NightStdValue}: noise limit of the night part, dB (2005). */
    NIGHT_STD_VALUE("-NightStdValue", "噪声夜间标准值", "noise limit of the night part", "dB", "N14", null, null),
    /** {@code xx-UpValue}: above it an alarm is raised (2005). */
    UP_VALUE("-UpValue", "报警上限", "upper alarm limit", "", "N14.2", null, null),
    /** {@code xx-LowValue}: below it an alarm is raised (2005). */
    LOW_VALUE("-LowValue", "报警下限", "lower alarm limit", "", "N14.2", null, null);

    private final String name;
    private final String zh;
    private final String en;
    private final String unit;
    private final @Nullable Rule r05;
    private final @Nullable Rule r17;
    private final @Nullable Rule r25;

    CpField(
            String name,
            String zh,
            String en,
            String unit,
            @Nullable String r05,
            @Nullable String r17,
            @Nullable String r25) {
        this.name = name;
        this.zh = zh;
        this.en = en;
        this.unit = unit;
        this.r05 = r05 == null ? null : Rule.of(r05);
        this.r17 = r17 == null ? null : Rule.of(r17);
        this.r25 = r25 == null ? null : Rule.of(r25);
    }

    /** As the standard's table spells it; with a dash in front when it follows a factor's or device's code. */
    public String spelling() {
        return name;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** s, min, h, dB, hhmm …; empty for what has none. */
    public String unit() {
        return unit;
    }

    /** The edition's rule, null where the edition has no such field. */
    public @Nullable Rule ruleOf(Edition edition) {
        return switch (edition) {
            case E2005 -> r05;
            case E2017 -> r17;
            case E2025 -> r25;
        };
    }

    boolean isNamed(String written) {
        return name.equalsIgnoreCase(written);
    }

    Rule rule(Edition edition) {
        Rule rule = ruleOf(edition);
        if (rule == null) {
            throw new IllegalArgumentException(name + " is no field of the edition " + edition.year());
        }
        return rule;
    }

    void check(String value, Edition edition) {
        Rule rule = rule(edition);
        if (!rule.allows(value)) {
            throw new IllegalArgumentException(name + "='" + value + "' breaks the rule " + rule.text()
                    + (unit.isEmpty() ? "" : " " + unit) + " of the edition " + edition.year());
        }
    }

    static @Nullable CpField ofSuffix(String suffix) {
        String wanted = "-" + suffix.strip().toLowerCase(Locale.ROOT);
        for (CpField field : values()) {
            if (field.isNamed(wanted)) {
                return field;
            }
        }
        return null;
    }
}
