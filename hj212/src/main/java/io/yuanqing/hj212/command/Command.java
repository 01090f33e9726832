package io.yuanqing.hj212.command;

import static io.yuanqing.hj212.command.Form.down;
import static io.yuanqing.hj212.command.Form.up;
import static io.yuanqing.hj212.command.Sign.has;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands of the three editions (HJ/T 212-2005 clause 6.5, HJ 212-2017 table 9, HJ 212-2025 table 12), one constant
 * for each dialogue and for each kind of upload. One CN can be several commands: 2051 downwards asks for the minute
 * values that 2051 upwards brings. The clauses are those of the examples in appendix C where there is one; {@code [GAP]}
 * marks what the text of 2025 has not confirmed. CN, names, clauses and systems stand in {@code commands.tsv}.
 */
public enum Command implements Named {
    /** 1000, down: time-out (OverTime, s) and number of resends (ReCount). */
    SET_TIMEOUT(down(SetTimeout.class, SetTimeout::read)),
    /** 1001 of 2005, down: how long (WarnTime, s) a value is over its limit before an alarm. */
    SET_WARN_TIME(down(SetParameter.class, SetParameter::read).when(has("WarnTime"))),
    /** 1001 of 2025, up: the logger tells the numbers of its hardware, to be given a network code. */
    HARDWARE_SERIALS(up(HardwareSerials.class, HardwareSerials::read)),
    /** 1002 of 2025, down: the MN that the logger is to use (i23005-Info). */
    SET_NETWORK_CODE(down(SetParameter.class, SetParameter::read)),
    /** 1011, down: which time is it; up: SystemTime of the logger, or of the analyser PolId. */
    GET_CLOCK(
            down(FactorRequest.class, FactorRequest::read),
            up(ClockAnswer.class, ClockAnswer::read).when(has("SystemTime"))),
    /** 1012, down: SystemTime for the logger, or for the analyser PolId. */
    SET_CLOCK(down(SetClock.class, SetClock::read)),
    /** 1013 since 2017, up: asks to be sent 1012. */
    CLOCK_CALIBRATION_WANTED(up(CalibrationWanted.class, CalibrationWanted::read)),
    /** 1014 of 2025, down: a new SM4 key (NewSK) and when it was made. */
    SET_KEY(down(SetKey.class, SetKey::read).when(has("NewSK"))),
    /** 1014 of 2025, up: asks for a new key; SKCreateTime is that of the one in use. */
    KEY_WANTED(up(KeyWanted.class, KeyWanted::read)),
    /** 1021 of 2005, down: which alarm limits do factors have; up: LowValue and UpValue of each. */
    GET_ALARM_LIMITS(
            down(AlarmLimitsRequest.class, AlarmLimitsRequest::read),
            up(AlarmLimits.class, AlarmLimits::read).when(Sign.VALUES)),
    /** 1022 of 2005, down: LowValue and UpValue of factors. */
    SET_ALARM_LIMITS(down(SetAlarmLimits.class, SetAlarmLimits::read)),
    /** 1031 of 2005, down: which centre does it report to; up: AlarmTarget. */
    GET_CENTRE_ADDRESS(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("AlarmTarget", "ReportTarget"))),
    /** 1032 of 2005, down: the centre's address (AlarmTarget). */
    SET_CENTRE_ADDRESS(down(SetParameter.class, SetParameter::read)),
    /** 1041 of 2005, down: when are day data sent; up: ReportTime, hhmm. */
    GET_REPORT_TIME(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("ReportTime"))),
    /** 1042 of 2005, down: when day data are to be sent (ReportTime, hhmm). */
    SET_REPORT_TIME(down(SetParameter.class, SetParameter::read)),
    /** 1061, down: how often are realtime data sent; up: RtdInterval, s. */
    GET_REALTIME_INTERVAL(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("RtdInterval"))),
    /** 1062, down: how often realtime data are to be sent (RtdInterval, s). */
    SET_REALTIME_INTERVAL(down(SetParameter.class, SetParameter::read)),
    /** 1063 since 2017, down: how long is a period of minute data; up: MinInterval, min. */
    GET_MINUTE_INTERVAL(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("MinInterval"))),
    /** 1064 since 2017, down: how long a period of minute data is to be (MinInterval, min). */
    SET_MINUTE_INTERVAL(down(SetParameter.class, SetParameter::read)),
    /** 1072, down: a new PW (NewPW, in 2005 PW); this dialogue still runs on the old one. */
    SET_PASSWORD(down(SetParameter.class, SetParameter::read)),
    /** 2011 without CP, down: send realtime data from now on. */
    START_REALTIME(down(PlainRequest.class, PlainRequest::read).when(Sign.EMPTY)),
    /** 2011 under ST=44 of 2025, down: electricity data between BeginTime and EndTime. */
    ELECTRICITY_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2011, up: values of the moment DataTime. */
    REALTIME_DATA(up(RealtimeUpload.class, RealtimeUpload::read)),
    /** 2011 under ST=23, up: the A-weighted level of the moment, dB. */
    NOISE_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    /** 2011 under ST=51 and 52 of 2017, up: conditions of treatment plant. */
    PROCESS_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    /** 2011 under ST=44 of 2025, up: voltages and currents of production and treatment plant. */
    ELECTRICITY_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    /** 2011 under ST=45 of 2025, up: marks of production, as text (p99101-Rtd=St). */
    CONDITION_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    /** 2012, down: no more realtime data. */
    STOP_REALTIME(down(PlainNotice.class, PlainNotice::read)),
    /** 2013 of 2025, down: raw data of periodic analysers between BeginTime and EndTime. */
    PERIODIC_RAW_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2013 of 2025, up: what a periodic analyser found in one sample, with the times of sampling. */
    PERIODIC_RAW_DATA(up(PeriodicRawData.class, PeriodicRawData::read)),
    /** 2021 without CP, down: send the states of treatment devices from now on. */
    START_DEVICE_STATUS(down(PlainRequest.class, PlainRequest::read).when(Sign.EMPTY)),
    /** 2021, up: which treatment devices run (SBx-RS). */
    DEVICE_STATUS(up(DeviceStatus.class, DeviceStatus::read)),
    /** 2022, down: no more states of devices. */
    STOP_DEVICE_STATUS(down(PlainNotice.class, PlainNotice::read)),
    /** 2031, down: day data between BeginTime and EndTime. */
    DAY_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2031, up: totals, lowest, mean and highest values of the day that begins at DataTime. */
    DAY_DATA(up(PeriodData.class, PeriodData::read)),
    /** 2031 under ST=23, up: noise levels of a day and of its two parts, dB. */
    NOISE_DAY(up(NoiseData.class, NoiseData::read)),
    /** 2041, down: running times of devices between BeginTime and EndTime. */
    RUN_TIME_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2041, up: how many hours each treatment device ran on the day DataTime (SBx-RT). */
    RUN_TIMES(up(RunTimes.class, RunTimes::read)),
    /** 2051, down: minute data between BeginTime and EndTime. */
    MINUTE_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2051, up: totals, lowest, mean and highest values of the minutes that begin at DataTime. */
    MINUTE_DATA(up(PeriodData.class, PeriodData::read)),
    /** 2051 under ST=23, up: noise levels of the minutes that begin at DataTime, dB. */
    NOISE_MINUTE(up(NoiseData.class, NoiseData::read)),
    /** 2052 of 2025, up: noise levels of a single measurement that began at DataTime, dB. */
    NOISE_SINGLE(up(NoiseData.class, NoiseData::read)),
    /** 2061, down: hour data between BeginTime and EndTime. */
    HOUR_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2061, up: totals, lowest, mean and highest values of the hour that begins at DataTime. */
    HOUR_DATA(up(PeriodData.class, PeriodData::read)),
    /** 2061 under ST=23, up: noise levels of the hour that begins at DataTime, dB (not in 2025). */
    NOISE_HOUR(up(NoiseData.class, NoiseData::read)),
    /** 2062 of 2025, down: results of standard-sample checks between BeginTime and EndTime. */
    STANDARD_CHECK_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2062 of 2025, up: what an analyser read of a standard sample, its value, and whether it passed. */
    STANDARD_CHECK(up(StandardCheck.class, StandardCheck::read)),
    /** 2071 of 2005, down: alarm records between BeginTime and EndTime. */
    ALARM_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    /** 2071 of 2005, up: one value that raised an alarm. */
    ALARM_RECORD(up(AlarmRecord.class, AlarmRecord::read)),
    /** 2072 of 2005, up: an alarm begins (AlarmType=1) or ends (0). */
    ALARM_EVENT(up(AlarmEvent.class, AlarmEvent::read)),
    /** 2081 since 2017, up: when the logger was started (RestartTime). */
    LOGGER_START(up(LoggerStart.class, LoggerStart::read)),
    /** 2111 of 2025, up: five-minute mean of a waste incinerator's furnace temperature, degrees Celsius. */
    FURNACE_TEMPERATURE(up(PeriodData.class, PeriodData::read)),
    /** 3011, down: calibrate the analyser PolId; in 2025 zero or span (CalibrationType). */
    CALIBRATE(down(Calibrate.class, Calibrate::read)),
    /** 3012, down: the analyser PolId is to take a sample at once. */
    SAMPLE_NOW(down(FactorRequest.class, FactorRequest::read)),
    /** 3013, down: operate a device (2005), clean or blow back the analyser PolId (since 2017). */
    CLEAN(down(FactorRequest.class, FactorRequest::read)),
    /** 3014 of 2005, down: at which hours of the day (CTime) PolId is sampled. */
    SET_SAMPLING_HOURS(down(SetSamplingHours.class, SetSamplingHours::read).when(has("CTime"))),
    /** 3014 of 2017, down: take a sample of PolId for comparison. */
    COMPARISON_SAMPLING(down(FactorRequest.class, FactorRequest::read)),
    /** 3015 of 2025 [GAP], up: which bottle keeps a sample, and what is known of it. */
    RETAINED_SAMPLE_INFO(up(RetainedSample.class, RetainedSample::read).when(Sign.VALUES)),
    /** 3015 of 2017, down: keep a sample of what is over its limit; up: the bottle (VaseNo). */
    RETAIN_SAMPLE(
            down(PlainRequest.class, PlainRequest::read),
            up(RetainedSample.class, RetainedSample::read).when(has("DataTime", "VaseNo"))),
    /** 3016 of 2017, down: when sampling begins (CstartTime) and how often (Ctime, h). */
    SET_SAMPLING_PERIOD(down(SetSamplingPeriod.class, SetSamplingPeriod::read)),
    /** 3017 of 2017, down: which period does PolId have; up: CstartTime and Ctime, h. */
    GET_SAMPLING_PERIOD(
            down(FactorRequest.class, FactorRequest::read),
            up(SamplingPeriod.class, SamplingPeriod::read).when(has("CstartTime", "Ctime"))),
    /** 3018 since 2017, down: how long until a result of PolId; up: Stime, min. */
    GET_SAMPLE_OUTPUT_TIME(
            down(FactorRequest.class, FactorRequest::read),
            up(SampleOutputTime.class, SampleOutputTime::read).when(has("Stime"))),
    /** 3019 since 2017 with DataTime, up: an analyser's number (xx-SN), sent by the logger's own choice. */
    INSTRUMENT_ID(up(InstrumentId.class, InstrumentId::read).when(has("DataTime"))),
    /** 3019 since 2017, down: which number has the analyser PolId; up: xx-SN. */
    GET_INSTRUMENT_ID(
            down(FactorRequest.class, FactorRequest::read),
            up(InstrumentId.class, InstrumentId::read).when(Sign.VALUES)),
    /** 3020 since 2017, up: logs, states, parameters, sent by the logger's own choice. */
    SITE_INFO(up(SiteInfo.class, SiteInfo::read).when(Sign.VALUES)),
    /** 3020 since 2017, down: the logs between BeginTime and EndTime. */
    GET_SITE_LOG(down(SiteInfoRequest.class, SiteInfoRequest::read).when(has("BeginTime", "EndTime"))),
    /** 3020 since 2017, down: which state or parameter is InfoId; up: its value. */
    GET_SITE_INFO(
            down(SiteInfoRequest.class, SiteInfoRequest::read),
            up(SiteInfo.class, SiteInfo::read).when(Sign.VALUES)),
    /** 3021 since 2017, down: a parameter InfoId of the analyser PolId. */
    SET_SITE_PARAMETER(down(SetSiteParameter.class, SetSiteParameter::read)),
    /** 3022 of 2025, down: keep a sample at once. */
    RETAIN_SAMPLE_NOW(down(FactorRequest.class, FactorRequest::read)),
    /** 3024 of 2025, down: the analyser PolId is to check a standard sample. */
    START_STANDARD_CHECK(down(FactorRequest.class, FactorRequest::read)),
    /** 9011, up: whether a request will be carried out (QnRtn). */
    REQUEST_ANSWER(up(RequestAnswer.class, RequestAnswer::read)),
    /** 9012, up: how it was carried out (ExeRtn). */
    EXECUTION_RESULT(up(ExecutionResult.class, ExecutionResult::read)),
    /** 9013, both ways: a notice has arrived. */
    NOTICE_ANSWER(down(NoticeAnswer.class, NoticeAnswer::read).bothWays()),
    /** 9014, both ways: data have arrived, and of a centre: are stored. */
    DATA_ANSWER(down(DataAnswer.class, DataAnswer::read).bothWays()),
    /** 9015 of 2025, up: the line is alive; answered by 9013. */
    HEARTBEAT(up(PlainNotice.class, PlainNotice::read));

    private final CommandRow row;
    private final Form opening;
    private final @Nullable Form answer;

    Command(Form opening) {
        this(opening, null);
    }

    Command(Form opening, @Nullable Form answer) {
        this.row = CommandRow.of(name());
        this.opening = opening;
        this.answer = answer;
    }

    /** Four digits. */
    public String cn() {
        return row.cn();
    }

    /** The course of its dialogue. */
    public Shape shape() {
        return row.shape();
    }

    /** Where its first packet goes. */
    public Direction direction() {
        return opening.way();
    }

    @Override
    public String zh() {
        return row.zh();
    }

    @Override
    public String en() {
        return row.en();
    }

    /** The STs under which this CN means this command; empty: any. */
    public List<String> systems() {
        return row.systems();
    }

    /** Table or clause of the edition's text, {@code [GAP]} where that of 2025 is not confirmed; null: not in it. */
    public @Nullable String clause(Edition edition) {
        return row.clauses().get(edition);
    }

    /** The editions that have it, those included where it is a [GAP]. */
    public Set<Edition> editions() {
        return row.clauses().keySet();
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
