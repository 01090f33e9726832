package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A message of each kind of packet, with values that all editions allow which have it. */
final class Samples {

    static final LocalDateTime MIDNIGHT = LocalDateTime.of(2026, 11, 24, 0, 0);
    private static final LocalDateTime CREATED = MIDNIGHT.plusNanos(223_000_000);

    private Samples() {}

    /** The opening, and of a GET the answer too. */
    static List<Message> of(Command command) {
        List<Message> messages = new ArrayList<>(List.of(opening(command)));
        if (command.answers() != null) {
            messages.add(answer(command));
        }
        return messages;
    }

    private static Message opening(Command command) {
        return switch (command) {
            case SET_TIMEOUT -> new SetTimeout(5, 3);
            case SET_WARN_TIME -> SetParameter.warnTime(5);
            case HARDWARE_SERIALS -> HardwareSerials.of("6970000000001ABCDEFG1234", "A800200A8C6D", "E86A", "A763");
            case SET_NETWORK_CODE -> SetParameter.networkCode("010000A8900016F000169DC0");
            case SET_CLOCK -> new SetClock(null, MIDNIGHT);
            case CLOCK_CALIBRATION_WANTED -> new CalibrationWanted("w01018");
            case SET_KEY -> new SetKey(CREATED, "0123456789abcdef");
            case KEY_WANTED -> new KeyWanted(CREATED);
            case GET_ALARM_LIMITS -> new AlarmLimitsRequest(List.of("101", "102"));
            case SET_ALARM_LIMITS -> new SetAlarmLimits(limits());
            case SET_CENTRE_ADDRESS -> SetParameter.centreAddress("3882566");
            case SET_REPORT_TIME -> SetParameter.reportTime(LocalTime.of(1, 5));
            case SET_REALTIME_INTERVAL -> SetParameter.realtimeInterval(30);
            case SET_MINUTE_INTERVAL -> SetParameter.minuteInterval(10);
            case SET_PASSWORD -> SetParameter.password("654321");
            case GET_CENTRE_ADDRESS,
                    GET_REPORT_TIME,
                    GET_REALTIME_INTERVAL,
                    GET_MINUTE_INTERVAL,
                    START_REALTIME,
                    START_DEVICE_STATUS,
                    RETAIN_SAMPLE -> new PlainRequest(command);
            case ELECTRICITY_HISTORY,
                    PERIODIC_RAW_HISTORY,
                    DAY_HISTORY,
                    RUN_TIME_HISTORY,
                    MINUTE_HISTORY,
                    HOUR_HISTORY,
                    STANDARD_CHECK_HISTORY,
                    ALARM_HISTORY -> new HistoryRequest(command, MIDNIGHT, MIDNIGHT.plusDays(1));
            case REALTIME_DATA, NOISE_REALTIME, PROCESS_REALTIME, ELECTRICITY_REALTIME, CONDITION_REALTIME ->
                new RealtimeUpload(command, MIDNIGHT, values("Rtd"));
            case STOP_REALTIME, STOP_DEVICE_STATUS, HEARTBEAT -> new PlainNotice(command);
            case PERIODIC_RAW_DATA -> new PeriodicRawData(MIDNIGHT, values("Avg"));
            case DEVICE_STATUS -> DeviceStatus.of(MIDNIGHT, Map.of("SB1", DeviceState.RUNNING));
            case DAY_DATA, MINUTE_DATA, HOUR_DATA, FURNACE_TEMPERATURE ->
                new PeriodData(command, MIDNIGHT, values("Avg"));
            case NOISE_DAY, NOISE_MINUTE, NOISE_HOUR, NOISE_SINGLE -> new NoiseData(command, MIDNIGHT, levels());
            case RUN_TIMES -> RunTimes.of(MIDNIGHT, Map.of("SB1", new BigDecimal("23.5")));
            case STANDARD_CHECK ->
                new StandardCheck(
                        MIDNIGHT,
                        List.of(FactorValues.of("w01018")
                                .put("SampleRd", "15.3")
                                .put("ResultType", "1")
                                .reading()));
            case ALARM_RECORD -> new AlarmRecord(MIDNIGHT, values("Ala"));
            case ALARM_EVENT ->
                new AlarmEvent(
                        MIDNIGHT,
                        List.of(FactorValues.of("101").put("Ala", "1.1").reading()),
                        1);
            case LOGGER_START -> new LoggerStart(MIDNIGHT, MIDNIGHT.minusMinutes(2));
            case CALIBRATE -> new Calibrate("101", null);
            case SET_SAMPLING_HOURS -> new SetSamplingHours("101", List.of(4, 10));
            case SET_SAMPLING_PERIOD -> new SetSamplingPeriod("w01018", LocalTime.of(6, 0, 30), 2);
            case SITE_INFO -> new SiteInfo(command, MIDNIGHT, "w01018", log());
            case GET_SITE_LOG -> new SiteInfoRequest(command, null, "i11001", MIDNIGHT, MIDNIGHT.plusSeconds(1));
            case GET_SITE_INFO -> new SiteInfoRequest(command, "w01018", "i12001", null, null);
            case SET_SITE_PARAMETER ->
                new SetSiteParameter(
                        "w01018",
                        "i13004",
                        List.of(FactorValues.of("i13004").put("Info", "168.0").reading()));
            case INSTRUMENT_ID -> new InstrumentId(command, MIDNIGHT, "w01018", serial());
            case RETAINED_SAMPLE_INFO -> new RetainedSample(command, MIDNIGHT, 1, log());
            case GET_CLOCK,
                    SAMPLE_NOW,
                    CLEAN,
                    COMPARISON_SAMPLING,
                    GET_SAMPLING_PERIOD,
                    GET_SAMPLE_OUTPUT_TIME,
                    GET_INSTRUMENT_ID,
                    RETAIN_SAMPLE_NOW,
                    START_STANDARD_CHECK -> new FactorRequest(command, "101");
            case REQUEST_ANSWER -> new RequestAnswer("20261124000000001", 1);
            case EXECUTION_RESULT -> new ExecutionResult("20261124000000001", 100);
            case NOTICE_ANSWER -> new NoticeAnswer("20261124000000001");
            case DATA_ANSWER -> new DataAnswer("20261124000000001", null, null, null);
        };
    }

    private static Message answer(Command command) {
        return switch (command) {
            case GET_CLOCK -> new ClockAnswer("101", MIDNIGHT);
            case GET_ALARM_LIMITS -> new AlarmLimits(limits());
            case GET_CENTRE_ADDRESS -> new ParameterAnswer(command, "3882566");
            case GET_REPORT_TIME -> new ParameterAnswer(command, "0105");
            case GET_REALTIME_INTERVAL -> new ParameterAnswer(command, "30");
            case GET_MINUTE_INTERVAL -> new ParameterAnswer(command, "10");
            case RETAIN_SAMPLE -> new RetainedSample(command, MIDNIGHT, 1, List.of());
            case GET_SAMPLING_PERIOD -> new SamplingPeriod("w01018", LocalTime.of(6, 0, 30), 2);
            case GET_SAMPLE_OUTPUT_TIME -> new SampleOutputTime("w01018", 40);
            case GET_INSTRUMENT_ID -> new InstrumentId(command, null, "w01018", serial());
            case GET_SITE_INFO -> new SiteInfo(command, MIDNIGHT, "w01018", log());
            default -> throw new IllegalArgumentException(command + " is no GET");
        };
    }

    private static List<Reading> values(String suffix) {
        return List.of(
                FactorValues.of("w01018")
                        .put(suffix, new BigDecimal("20.50"))
                        .flag(DataFlag.NORMAL)
                        .reading(),
                FactorValues.of("w01001")
                        .put(suffix, "7.1")
                        .flag(DataFlag.FAULT)
                        .reading());
    }

    private static List<Reading> levels() {
        return List.of(
                FactorValues.of("L5").put("Data", "53.0").put("DayData", "54.0").reading(),
                FactorValues.of("LMx")
                        .put("Data", "55.0")
                        .put("DayData", "56.0")
                        .reading());
    }

    private static List<Reading> limits() {
        return List.of(FactorValues.of("101")
                .put("LowValue", "1.1")
                .put("UpValue", "9.9")
                .reading());
    }

    private static List<Reading> log() {
        return List.of(FactorValues.of("i11001").put("Info", "//清洗管路; 2//").reading());
    }

    private static List<Reading> serial() {
        return List.of(
                FactorValues.of("w01018").put("SN", "010000A8900016F000169DC1").reading());
    }
}
