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
public enum Command {
    SET_TIMEOUT(down(SetTimeout.class, SetTimeout::read)),
    SET_WARN_TIME(down(SetParameter.class, SetParameter::read).when(has("WarnTime"))),
    HARDWARE_SERIALS(up(HardwareSerials.class, HardwareSerials::read)),
    SET_NETWORK_CODE(down(SetParameter.class, SetParameter::read)),
    GET_CLOCK(
            down(FactorRequest.class, FactorRequest::read),
            up(ClockAnswer.class, ClockAnswer::read).when(has("SystemTime"))),
    SET_CLOCK(down(SetClock.class, SetClock::read)),
    CLOCK_CALIBRATION_WANTED(up(CalibrationWanted.class, CalibrationWanted::read)),
    SET_KEY(down(SetKey.class, SetKey::read).when(has("NewSK"))),
    KEY_WANTED(up(KeyWanted.class, KeyWanted::read)),
    GET_ALARM_LIMITS(
            down(AlarmLimitsRequest.class, AlarmLimitsRequest::read),
            up(AlarmLimits.class, AlarmLimits::read).when(Sign.VALUES)),
    SET_ALARM_LIMITS(down(SetAlarmLimits.class, SetAlarmLimits::read)),
    GET_CENTRE_ADDRESS(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("AlarmTarget", "ReportTarget"))),
    SET_CENTRE_ADDRESS(down(SetParameter.class, SetParameter::read)),
    GET_REPORT_TIME(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("ReportTime"))),
    SET_REPORT_TIME(down(SetParameter.class, SetParameter::read)),
    GET_REALTIME_INTERVAL(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("RtdInterval"))),
    SET_REALTIME_INTERVAL(down(SetParameter.class, SetParameter::read)),
    GET_MINUTE_INTERVAL(
            down(PlainRequest.class, PlainRequest::read),
            up(ParameterAnswer.class, ParameterAnswer::read).when(has("MinInterval"))),
    SET_MINUTE_INTERVAL(down(SetParameter.class, SetParameter::read)),
    SET_PASSWORD(down(SetParameter.class, SetParameter::read)),
    START_REALTIME(down(PlainRequest.class, PlainRequest::read).when(Sign.EMPTY)),
    ELECTRICITY_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    REALTIME_DATA(up(RealtimeUpload.class, RealtimeUpload::read)),
    NOISE_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    PROCESS_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    ELECTRICITY_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    CONDITION_REALTIME(up(RealtimeUpload.class, RealtimeUpload::read)),
    STOP_REALTIME(down(PlainNotice.class, PlainNotice::read)),
    PERIODIC_RAW_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    PERIODIC_RAW_DATA(up(PeriodicRawData.class, PeriodicRawData::read)),
    START_DEVICE_STATUS(down(PlainRequest.class, PlainRequest::read).when(Sign.EMPTY)),
    DEVICE_STATUS(up(DeviceStatus.class, DeviceStatus::read)),
    STOP_DEVICE_STATUS(down(PlainNotice.class, PlainNotice::read)),
    DAY_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    DAY_DATA(up(PeriodData.class, PeriodData::read)),
    NOISE_DAY(up(NoiseData.class, NoiseData::read)),
    RUN_TIME_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    RUN_TIMES(up(RunTimes.class, RunTimes::read)),
    MINUTE_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    MINUTE_DATA(up(PeriodData.class, PeriodData::read)),
    NOISE_MINUTE(up(NoiseData.class, NoiseData::read)),
    NOISE_SINGLE(up(NoiseData.class, NoiseData::read)),
    HOUR_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    HOUR_DATA(up(PeriodData.class, PeriodData::read)),
    NOISE_HOUR(up(NoiseData.class, NoiseData::read)),
    STANDARD_CHECK_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    STANDARD_CHECK(up(StandardCheck.class, StandardCheck::read)),
    ALARM_HISTORY(down(HistoryRequest.class, HistoryRequest::read).when(has("BeginTime", "EndTime"))),
    ALARM_RECORD(up(AlarmRecord.class, AlarmRecord::read)),
    ALARM_EVENT(up(AlarmEvent.class, AlarmEvent::read)),
    LOGGER_START(up(LoggerStart.class, LoggerStart::read)),
    FURNACE_TEMPERATURE(up(PeriodData.class, PeriodData::read)),
    CALIBRATE(down(Calibrate.class, Calibrate::read)),
    SAMPLE_NOW(down(FactorRequest.class, FactorRequest::read)),
    CLEAN(down(FactorRequest.class, FactorRequest::read)),
    SET_SAMPLING_HOURS(down(SetSamplingHours.class, SetSamplingHours::read).when(has("CTime"))),
    COMPARISON_SAMPLING(down(FactorRequest.class, FactorRequest::read)),
    RETAINED_SAMPLE_INFO(up(RetainedSample.class, RetainedSample::read).when(Sign.VALUES)),
    RETAIN_SAMPLE(
            down(PlainRequest.class, PlainRequest::read),
            up(RetainedSample.class, RetainedSample::read).when(has("DataTime", "VaseNo"))),
    SET_SAMPLING_PERIOD(down(SetSamplingPeriod.class, SetSamplingPeriod::read)),
    GET_SAMPLING_PERIOD(
            down(FactorRequest.class, FactorRequest::read),
            up(SamplingPeriod.class, SamplingPeriod::read).when(has("CstartTime", "Ctime"))),
    GET_SAMPLE_OUTPUT_TIME(
            down(FactorRequest.class, FactorRequest::read),
            up(SampleOutputTime.class, SampleOutputTime::read).when(has("Stime"))),
    INSTRUMENT_ID(up(InstrumentId.class, InstrumentId::read).when(has("DataTime"))),
    GET_INSTRUMENT_ID(
            down(FactorRequest.class, FactorRequest::read),
            up(InstrumentId.class, InstrumentId::read).when(Sign.VALUES)),
    SITE_INFO(up(SiteInfo.class, SiteInfo::read).when(Sign.VALUES)),
    GET_SITE_LOG(down(SiteInfoRequest.class, SiteInfoRequest::read).when(has("BeginTime", "EndTime"))),
    GET_SITE_INFO(
            down(SiteInfoRequest.class, SiteInfoRequest::read),
            up(SiteInfo.class, SiteInfo::read).when(Sign.VALUES)),
    SET_SITE_PARAMETER(down(SetSiteParameter.class, SetSiteParameter::read)),
    RETAIN_SAMPLE_NOW(down(FactorRequest.class, FactorRequest::read)),
    START_STANDARD_CHECK(down(FactorRequest.class, FactorRequest::read)),
    REQUEST_ANSWER(up(RequestAnswer.class, RequestAnswer::read)),
    EXECUTION_RESULT(up(ExecutionResult.class, ExecutionResult::read)),
    NOTICE_ANSWER(down(NoticeAnswer.class, NoticeAnswer::read).bothWays()),
    DATA_ANSWER(down(DataAnswer.class, DataAnswer::read).bothWays()),
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

    /** The Chinese name. */
    public String zh() {
        return row.zh();
    }

    /** The English name. */
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
