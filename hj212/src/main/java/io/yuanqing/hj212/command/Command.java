package io.yuanqing.hj212.command;

import static io.yuanqing.hj212.command.Form.down;
import static io.yuanqing.hj212.command.Form.up;
import static io.yuanqing.hj212.command.Shape.*;
import static io.yuanqing.hj212.command.Sign.has;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands of the three editions (HJ/T 212-2005 clause 6.5, HJ 212-2017 table 9, HJ 212-2025 table 12), one constant
 * for each dialogue and for each kind of upload. One CN can be several commands: 2051 downwards asks for the minute
 * values that 2051 upwards brings. The clauses are those of the examples in appendix C where there is one; {@code [GAP]}
 * marks what the text of 2025 has not confirmed.
 */
public enum Command {
    SET_TIMEOUT(
            "1000",
            SET,
            "设置超时时间及重发次数",
            "set time-out and resends",
            "C topic 20",
            "C.1",
            "C.1",
            down(SetTimeout.class, SetTimeout::read)),
    SET_WARN_TIME(
            "1001",
            SET,
            "设置超限报警时间",
            "set time over the limit before an alarm",
            "C topic 21",
            null,
            null,
            down(SetParameter.class, SetParameter::read).when(has("WarnTime"))),
    HARDWARE_SERIALS(
            "1001",
            NOTICE_UP,
            "上传数采仪硬件序列号",
            "logger's hardware serials",
            null,
            null,
            "C.2",
            up(HardwareSerials.class, HardwareSerials::read)),
    SET_NETWORK_CODE(
            "1002",
            SET,
            "设置数采仪入网编码",
            "set network code (MN)",
            null,
            null,
            "C.3",
            down(SetParameter.class, SetParameter::read)),
    GET_CLOCK(
            "1011",
            GET,
            "提取现场机时间",
            "get clock",
            "C topic 2",
            "C.2",
            "C.4",
            down(FactorRequest.class, FactorRequest::read),
            up(ClockAnswer.class, ClockAnswer::read).when(has("SystemTime"))),
    SET_CLOCK("1012", SET, "设置现场机时间", "set clock", "C topic 3", "C.3", "C.5", down(SetClock.class, SetClock::read)),
    CLOCK_CALIBRATION_WANTED(
            "1013",
            NOTICE_UP,
            "现场机时间校准请求",
            "clock calibration wanted",
            null,
            "C.4",
            "C.6",
            up(CalibrationWanted.class, CalibrationWanted::read)),
    SET_KEY(
            "1014",
            SET,
            "设置新密钥",
            "set new key",
            null,
            null,
            "C.8",
            down(SetKey.class, SetKey::read).when(has("NewSK"))),
    KEY_WANTED("1014", NOTICE_UP, "请求更新密钥", "new key wanted", null, null, "C.7", up(KeyWanted.class, KeyWanted::read)),
    GET_ALARM_LIMITS(
            "1021",
            GET,
            "提取污染物报警门限值",
            "get alarm limits",
            "C topic 12",
            null,
            null,
            down(AlarmLimitsRequest.class, AlarmLimitsRequest::read),
            up(AlarmLimits.class, AlarmLimits::read).when(Sign.VALUES)),
    SET_ALARM_LIMITS(
            "1022",
            SET,
            "设置污染物报警门限值",
            "set alarm limits",
            "C topic 11",
            null,
            null,
            down(SetAlarmLimits.class, SetAlarmLimits::read)),
    GET_CENTRE_ADDRESS(
            "1031",
            GET,
            "提取上位机地址",
            "get address of the centre",
            "C topic 14",
            null,
            null,
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("AlarmTarget", "ReportTarget"))),
    SET_CENTRE_ADDRESS(
            "1032",
            SET,
            "设置上位机地址",
            "set address of the centre",
            "C topic 13",
            null,
            null,
            down(SetParameter.class, SetParameter::read)),
    GET_REPORT_TIME(
            "1041",
            GET,
            "提取数据上报时间",
            "get time of the daily report",
            "C topic 16",
            null,
            null,
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("ReportTime"))),
    SET_REPORT_TIME(
            "1042",
            SET,
            "设置数据上报时间",
            "set time of the daily report",
            "C topic 15",
            null,
            null,
            down(SetParameter.class, SetParameter::read)),
    GET_REALTIME_INTERVAL(
            "1061",
            GET,
            "提取实时数据间隔",
            "get realtime interval",
            "C topic 19",
            "C.5",
            "C.9",
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("RtdInterval"))),
    SET_REALTIME_INTERVAL(
            "1062",
            SET,
            "设置实时数据间隔",
            "set realtime interval",
            "C topic 18",
            "C.6",
            "C.10",
            down(SetParameter.class, SetParameter::read)),
    GET_MINUTE_INTERVAL(
            "1063",
            GET,
            "提取分钟数据间隔",
            "get minute interval",
            null,
            "C.7",
            "C.11",
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("MinInterval"))),
    SET_MINUTE_INTERVAL(
            "1064",
            SET,
            "设置分钟数据间隔",
            "set minute interval",
            null,
            "C.8",
            "C.12",
            down(SetParameter.class, SetParameter::read)),
    SET_PASSWORD(
            "1072",
            SET,
            "设置现场机访问密码",
            "set access password",
            "C topic 1",
            "C.9",
            "C.13",
            down(SetParameter.class, SetParameter::read)),
    START_REALTIME(
            "2011",
            SET,
            "取实时数据",
            "start realtime stream",
            "C topic 4",
            "C.10",
            "C.14",
            down(PlainRequest.class, PlainRequest::read).when(Sign.EMPTY)),
    ELECTRICITY_HISTORY(
            "2011",
            HIST,
            "取用电监控历史数据",
            "history of electricity",
            null,
            null,
            "C.39, C.40",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime")),
            "44"),
    REALTIME_DATA(
            "2011",
            UP,
            "实时数据",
            "realtime data",
            "C topic 4",
            "C.14",
            "C.18",
            up(RealtimeUpload.class, RealtimeUpload::read)),
    NOISE_REALTIME(
            "2011",
            UP,
            "噪声声级实时数据",
            "noise, realtime",
            "6.5",
            "C.25",
            "C.32",
            up(RealtimeUpload.class, RealtimeUpload::read),
            "23"),
    PROCESS_REALTIME(
            "2011",
            UP,
            "工况实时数据",
            "process conditions, realtime",
            null,
            "C.29",
            "[GAP]",
            up(RealtimeUpload.class, RealtimeUpload::read),
            "51",
            "52"),
    ELECTRICITY_REALTIME(
            "2011",
            UP,
            "用电监控实时数据",
            "electricity, realtime",
            null,
            null,
            "C.37, C.38",
            up(RealtimeUpload.class, RealtimeUpload::read),
            "44"),
    CONDITION_REALTIME(
            "2011",
            UP,
            "关键生产工况实时数据",
            "key production condition, realtime",
            null,
            null,
            "C.36",
            up(RealtimeUpload.class, RealtimeUpload::read),
            "45"),
    STOP_REALTIME(
            "2012",
            NOTICE_DOWN,
            "停止察看实时数据",
            "stop realtime stream",
            "C topic 4",
            "C.11",
            "C.15",
            down(PlainNotice.class, PlainNotice::read)),
    PERIODIC_RAW_HISTORY(
            "2013",
            HIST,
            "取周期监测原始数据",
            "history of periodic raw data",
            null,
            null,
            "C.27",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    PERIODIC_RAW_DATA(
            "2013",
            UP,
            "周期监测原始数据",
            "periodic raw data",
            null,
            null,
            "C.28",
            up(PeriodicRawData.class, PeriodicRawData::read)),
    START_DEVICE_STATUS(
            "2021",
            SET,
            "取设备运行状态数据",
            "start device status stream",
            "C topic 5",
            "C.12",
            "C.16",
            down(PlainRequest.class, PlainRequest::read).when(Sign.EMPTY)),
    DEVICE_STATUS(
            "2021",
            UP,
            "设备运行状态数据",
            "device status",
            "C topic 5",
            "C.15",
            "C.19",
            up(DeviceStatus.class, DeviceStatus::read)),
    STOP_DEVICE_STATUS(
            "2022",
            NOTICE_DOWN,
            "停止察看设备运行状态",
            "stop device status stream",
            "C topic 5",
            "C.13",
            "C.17",
            down(PlainNotice.class, PlainNotice::read)),
    DAY_HISTORY(
            "2031",
            HIST,
            "取污染物日历史数据",
            "history of day data",
            "C topic 7",
            "C.22",
            "C.26",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    DAY_DATA("2031", UP, "污染物日数据", "day data", "C topic 7", "C.18", "C.22", up(PeriodData.class, PeriodData::read)),
    NOISE_DAY("2031", UP, "噪声声级日数据", "noise, day", "6.5", "C.28", "C.35", up(NoiseData.class, NoiseData::read), "23"),
    RUN_TIME_HISTORY(
            "2041",
            HIST,
            "取设备运行时间日历史数据",
            "history of run times",
            "C topic 8",
            "C.23",
            "C.29",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    RUN_TIMES(
            "2041",
            UP,
            "设备运行时间日数据",
            "run times of a day",
            "C topic 8",
            "C.19",
            "C.23",
            up(RunTimes.class, RunTimes::read)),
    MINUTE_HISTORY(
            "2051",
            HIST,
            "取污染物分钟历史数据",
            "history of minute data",
            "C topic 6",
            "C.20",
            "C.24",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    MINUTE_DATA(
            "2051", UP, "污染物分钟数据", "minute data", "C topic 6", "C.16", "C.20", up(PeriodData.class, PeriodData::read)),
    NOISE_MINUTE(
            "2051", UP, "噪声声级分钟数据", "noise, minute", "6.5", "C.26", "C.33", up(NoiseData.class, NoiseData::read), "23"),
    NOISE_SINGLE(
            "2052",
            UP,
            "噪声单次测量数据",
            "noise, single measurement",
            null,
            null,
            "C.34",
            up(NoiseData.class, NoiseData::read)),
    HOUR_HISTORY(
            "2061",
            HIST,
            "取污染物小时历史数据",
            "history of hour data",
            "6.5",
            "C.21",
            "C.25",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    HOUR_DATA("2061", UP, "污染物小时数据", "hour data", "6.5", "C.17", "C.21", up(PeriodData.class, PeriodData::read)),
    NOISE_HOUR("2061", UP, "噪声声级小时数据", "noise, hour", "6.5", "C.27", null, up(NoiseData.class, NoiseData::read), "23"),
    STANDARD_CHECK_HISTORY(
            "2062",
            HIST,
            "取自动标样核查数据",
            "history of standard checks",
            null,
            null,
            "C.60",
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    STANDARD_CHECK(
            "2062", UP, "自动标样核查数据", "standard check", null, null, "C.59", up(StandardCheck.class, StandardCheck::read)),
    ALARM_HISTORY(
            "2071",
            HIST,
            "取污染物报警记录",
            "history of alarms",
            "C topic 9",
            null,
            null,
            down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    ALARM_RECORD(
            "2071", UP, "污染物报警记录", "alarm record", "C topic 9", null, null, up(AlarmRecord.class, AlarmRecord::read)),
    ALARM_EVENT(
            "2072", NOTICE_UP, "超标报警", "alarm event", "C topic 10", null, null, up(AlarmEvent.class, AlarmEvent::read)),
    LOGGER_START("2081", UP, "数采仪开机时间", "logger start", null, "C.24", "C.30", up(LoggerStart.class, LoggerStart::read)),
    FURNACE_TEMPERATURE(
            "2111",
            UP,
            "炉膛温度5分钟均值",
            "furnace temperature, 5-minute mean",
            null,
            null,
            "C.31",
            up(PeriodData.class, PeriodData::read)),
    CALIBRATE(
            "3011",
            SET,
            "零点校准和量程校准",
            "zero and span calibration",
            "C topic 17",
            "C.30",
            "C.41",
            down(Calibrate.class, Calibrate::read)),
    SAMPLE_NOW(
            "3012",
            SET,
            "即时采样",
            "sample now",
            "C topic 22",
            "C.31",
            "C.42",
            down(FactorRequest.class, FactorRequest::read)),
    CLEAN(
            "3013",
            SET,
            "启动清洗/反吹",
            "clean, blow back (2005: operate device)",
            "6.5",
            "C.32",
            "C.43",
            down(FactorRequest.class, FactorRequest::read)),
    SET_SAMPLING_HOURS(
            "3014",
            SET,
            "设置设备采样时间周期",
            "set hours of sampling",
            "C topic 23",
            null,
            null,
            down(SetSamplingHours.class, SetSamplingHours::read).when(has("CTime"))),
    COMPARISON_SAMPLING(
            "3014",
            SET,
            "比对采样",
            "comparison sampling",
            null,
            "C.33",
            "[GAP]",
            down(FactorRequest.class, FactorRequest::read)),
    RETAINED_SAMPLE_INFO(
            "3015",
            UP,
            "留样信息",
            "retained sample",
            null,
            null,
            "[GAP] C.63",
            up(RetainedSample.class, RetainedSample::read).when(Sign.VALUES)),
    RETAIN_SAMPLE(
            "3015",
            GET,
            "超标留样",
            "retain a sample over the limit",
            null,
            "C.34",
            "[GAP]",
            down(PlainRequest.class, PlainRequest::read),
            up(RetainedSample.class, RetainedSample::read).when(has("DataTime", "VaseNo"))),
    SET_SAMPLING_PERIOD(
            "3016",
            SET,
            "设置采样时间周期",
            "set sampling period",
            null,
            "C.35",
            "[GAP]",
            down(SetSamplingPeriod.class, SetSamplingPeriod::read)),
    GET_SAMPLING_PERIOD(
            "3017",
            GET,
            "提取采样时间周期",
            "get sampling period",
            null,
            "C.36",
            "[GAP]",
            down(FactorRequest.class, FactorRequest::read),
            up(SamplingPeriod.class, SamplingPeriod::read).when(has("CstartTime", "Ctime"))),
    GET_SAMPLE_OUTPUT_TIME(
            "3018",
            GET,
            "提取出样时间",
            "get sample-output time",
            null,
            "C.37",
            "C.44",
            down(FactorRequest.class, FactorRequest::read),
            up(SampleOutputTime.class, SampleOutputTime::read).when(has("Stime"))),
    INSTRUMENT_ID(
            "3019",
            UP,
            "上传设备唯一标识",
            "instrument ID",
            null,
            "C.39",
            "C.46",
            up(InstrumentId.class, InstrumentId::read).when(has("DataTime"))),
    GET_INSTRUMENT_ID(
            "3019",
            GET,
            "提取设备唯一标识",
            "get instrument ID",
            null,
            "C.38",
            "C.45",
            down(FactorRequest.class, FactorRequest::read),
            up(InstrumentId.class, InstrumentId::read).when(Sign.VALUES)),
    SITE_INFO(
            "3020",
            UP,
            "上传现场机信息",
            "site information",
            null,
            "C.40, C.42, C.44",
            "C.47, C.49, C.51",
            up(SiteInfo.class, SiteInfo::read).when(Sign.VALUES)),
    GET_SITE_LOG(
            "3020",
            HIST,
            "提取设备日志",
            "get site log",
            null,
            "C.41",
            "C.48",
            down(SiteInfoRequest.class, SiteInfoRequest::read).when(has("BeginTime", "EndTime"))),
    GET_SITE_INFO(
            "3020",
            GET,
            "提取现场设备信息",
            "get site state or parameter",
            null,
            "C.43, C.45",
            "C.50, C.52",
            down(SiteInfoRequest.class, SiteInfoRequest::read),
            up(SiteInfo.class, SiteInfo::read).when(Sign.VALUES)),
    SET_SITE_PARAMETER(
            "3021",
            SET,
            "设置现场设备参数",
            "set site parameter",
            null,
            "C.46",
            "C.53",
            down(SetSiteParameter.class, SetSiteParameter::read)),
    RETAIN_SAMPLE_NOW(
            "3022",
            SET,
            "即时留样",
            "retain a sample now",
            null,
            null,
            "C.62",
            down(FactorRequest.class, FactorRequest::read)),
    START_STANDARD_CHECK(
            "3024",
            SET,
            "启动自动标样核查",
            "start standard check",
            null,
            null,
            "C.61",
            down(FactorRequest.class, FactorRequest::read)),
    REQUEST_ANSWER(
            "9011",
            REPLY,
            "请求应答",
            "request answer",
            "6.5",
            "table 9",
            "table 12",
            up(RequestAnswer.class, RequestAnswer::read)),
    EXECUTION_RESULT(
            "9012",
            REPLY,
            "执行结果",
            "execution result",
            "6.5",
            "table 9",
            "table 12",
            up(ExecutionResult.class, ExecutionResult::read)),
    NOTICE_ANSWER(
            "9013",
            REPLY,
            "通知应答",
            "notice answer",
            "6.5",
            "table 9",
            "table 12",
            down(NoticeAnswer.class, NoticeAnswer::read).bothWays()),
    DATA_ANSWER(
            "9014",
            REPLY,
            "数据应答",
            "data answer",
            "6.5",
            "table 9",
            "table 12",
            down(DataAnswer.class, DataAnswer::read).bothWays()),
    HEARTBEAT("9015", NOTICE_UP, "心跳包", "heartbeat", null, null, "C.54", up(PlainNotice.class, PlainNotice::read));

    private final String cn;
    private final Shape shape;
    private final String zh;
    private final String en;
    private final @Nullable String c05;
    private final @Nullable String c17;
    private final @Nullable String c25;
    private final Form opening;
    private final @Nullable Form answer;
    private final List<String> systems;

    Command(
            String cn,
            Shape shape,
            String zh,
            String en,
            @Nullable String c05,
            @Nullable String c17,
            @Nullable String c25,
            Form opening,
            String... systems) {
        this(cn, shape, zh, en, c05, c17, c25, opening, (Form) null, systems);
    }

    Command(
            String cn,
            Shape shape,
            String zh,
            String en,
            @Nullable String c05,
            @Nullable String c17,
            @Nullable String c25,
            Form opening,
            @Nullable Form answer,
            String... systems) {
        this.cn = cn;
        this.shape = shape;
        this.zh = zh;
        this.en = en;
        this.c05 = c05;
        this.c17 = c17;
        this.c25 = c25;
        this.opening = opening;
        this.answer = answer;
        this.systems = List.of(systems);
    }

    /** Four digits. */
    public String cn() {
        return cn;
    }

    /** The course of its dialogue. */
    public Shape shape() {
        return shape;
    }

    /** Where its first packet goes. */
    public Direction direction() {
        return opening.way();
    }

    /** The Chinese name. */
    public String zh() {
        return zh;
    }

    /** The English name. */
    public String en() {
        return en;
    }

    /** The STs under which this CN means this command; empty: any. */
    public List<String> systems() {
        return systems;
    }

    /** Table or clause of the edition's text, {@code [GAP]} where that of 2025 is not confirmed; null: not in it. */
    public @Nullable String clause(Edition edition) {
        return switch (edition) {
            case E2005 -> c05;
            case E2017 -> c17;
            case E2025 -> c25;
        };
    }

    /** The editions that have it, those included where it is a [GAP]. */
    public Set<Edition> editions() {
        Set<Edition> editions = EnumSet.noneOf(Edition.class);
        Arrays.stream(Edition.values()).filter(e -> clause(e) != null).forEach(editions::add);
        return editions;
    }

    /** Whether the edition is known to have it: false where it does not, and for a [GAP]. */
    public boolean sure(Edition edition) {
        String clause = clause(edition);
        return clause != null && !clause.startsWith("[GAP]");
    }

    /** The message that opens the dialogue, or is the upload, notice or reply. */
    public Class<? extends Message> opens() {
        return opening.type();
    }

    /** The message that answers a GET; null for the other shapes. */
    public @Nullable Class<? extends Message> answers() {
        return answer == null ? null : answer.type();
    }

    /** What the packet is, by its CN, CP and ST and, where these leave it open, by the edition. */
    public static Optional<Command> find(Packet packet, Edition edition) {
        return Catalogue.find(packet, edition, Direction.BOTH).map(Catalogue.Row::command);
    }

    /** Like {@link #find(Packet, Edition)}, of a packet that is known to go {@code way}. */
    public static Optional<Command> find(Packet packet, Edition edition, Direction way) {
        return Catalogue.find(packet, edition, way).map(Catalogue.Row::command);
    }

    Form opening() {
        return opening;
    }

    @Nullable
    Form answer() {
        return answer;
    }
}
