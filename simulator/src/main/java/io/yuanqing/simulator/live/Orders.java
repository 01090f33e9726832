package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import io.yuanqing.hj212.command.Answer;
import io.yuanqing.hj212.command.ClockAnswer;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Envelope;
import io.yuanqing.hj212.command.ExeRtn;
import io.yuanqing.hj212.command.FactorRequest;
import io.yuanqing.hj212.command.HistoryRequest;
import io.yuanqing.hj212.command.InstrumentId;
import io.yuanqing.hj212.command.ParameterAnswer;
import io.yuanqing.hj212.command.SetClock;
import io.yuanqing.hj212.command.SetParameter;
import io.yuanqing.hj212.command.SetTimeout;
import io.yuanqing.hj212.command.SiteInfo;
import io.yuanqing.hj212.command.SiteInfoRequest;
import io.yuanqing.simulator.wire.Period;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a logger does when the centre commands it. */
final class Orders {

    static final Set<Command> KNOWN = EnumSet.of(
            Command.SET_TIMEOUT,
            Command.GET_CLOCK,
            Command.SET_CLOCK,
            Command.GET_REALTIME_INTERVAL,
            Command.SET_REALTIME_INTERVAL,
            Command.GET_MINUTE_INTERVAL,
            Command.SET_MINUTE_INTERVAL,
            Command.START_REALTIME,
            Command.STOP_REALTIME,
            Command.START_DEVICE_STATUS,
            Command.STOP_DEVICE_STATUS,
            Command.DAY_HISTORY,
            Command.RUN_TIME_HISTORY,
            Command.MINUTE_HISTORY,
            Command.HOUR_HISTORY,
            Command.GET_INSTRUMENT_ID,
            Command.GET_SITE_LOG,
            Command.GET_SITE_INFO);

    static final Result CONDITION_ERROR = new Result(List.of(), ExeRtn.CONDITION_ERROR);

    private static final Result DONE = new Result(List.of(), ExeRtn.DONE);
    private static final Result NO_DATA = new Result(List.of(), ExeRtn.NO_DATA);
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Set<Integer> MINUTE_INTERVALS = Set.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);

    /** Data to be sent, then the 9012's code. */
    record Result(List<Packet> data, ExeRtn exeRtn) {}

    private final DataLogger logger;
    private final LineClock clock;
    private final Patience patience;
    private final Recall recall;

    Orders(DataLogger logger, LineClock clock, Patience patience) {
        this.logger = logger;
        this.clock = clock;
        this.patience = patience;
        this.recall = new Recall(logger);
    }

    Result carryOut(Packet request, Command command, long nanos) {
        return switch (command) {
            case SET_TIMEOUT -> timeout(SetTimeout.of(request));
            case GET_CLOCK ->
                answer(
                        request,
                        new ClockAnswer(FactorRequest.of(request, command).polId(), local(clock.ownSecond(nanos))));
            case SET_CLOCK -> setClock(SetClock.of(request).systemTime(), nanos);
            case GET_REALTIME_INTERVAL ->
                answer(request, new ParameterAnswer(command, Integer.toString(logger.realtimeSeconds())));
            case GET_MINUTE_INTERVAL ->
                answer(
                        request,
                        new ParameterAnswer(
                                command, Integer.toString(logger.point().minuteInterval())));
            case SET_REALTIME_INTERVAL ->
                realtime(SetParameter.of(request, command).number(), nanos);
            case SET_MINUTE_INTERVAL ->
                minutes(SetParameter.of(request, command).number(), nanos);
            case START_REALTIME -> stream(Task.REALTIME, true);
            case STOP_REALTIME -> stream(Task.REALTIME, false);
            case START_DEVICE_STATUS -> stream(Task.DEVICE_STATES, true);
            case STOP_DEVICE_STATUS -> stream(Task.DEVICE_STATES, false);
            case DAY_HISTORY, HOUR_HISTORY, MINUTE_HISTORY, RUN_TIME_HISTORY -> {
                HistoryRequest asked = HistoryRequest.of(request, command);
                yield history(command, asked.begin(), asked.end(), nanos);
            }
            case GET_SITE_LOG -> {
                SiteInfoRequest asked = SiteInfoRequest.of(request, command);
                yield "i11001".equalsIgnoreCase(asked.infoId())
                        ? history(command, asked.begin(), asked.end(), nanos)
                        : NO_DATA;
            }
            case GET_SITE_INFO -> state(request, SiteInfoRequest.of(request, command), nanos);
            case GET_INSTRUMENT_ID ->
                serial(request, FactorRequest.of(request, command).polId());
            default -> CONDITION_ERROR;
        };
    }

    private Result answer(Packet request, Answer answer) {
        var edition = logger.point().edition();
        return new Result(List.of(Envelope.answering(request, edition).packet(answer, edition)), ExeRtn.DONE);
    }

    private Result timeout(SetTimeout asked) {
        Integer seconds = asked.overTimeSeconds();
        Integer reCount = asked.reCount();
        if (seconds == null || reCount == null || seconds < 1 || seconds > 86_400 || reCount < 0 || reCount > 99) {
            return CONDITION_ERROR;
        }
        patience.set(seconds, reCount);
        return DONE;
    }

    private Result setClock(@Nullable LocalDateTime time, long nanos) {
        if (time == null) {
            return CONDITION_ERROR;
        }
        long before = clock.ownSecond(nanos);
        clock.set(time.toEpochSecond(CHINA), nanos);
        logger.clockSet(before, clock.ownSecond(nanos));
        return DONE;
    }

    private Result realtime(@Nullable Integer seconds, long nanos) {
        if (seconds == null || seconds < 1 || seconds > 3600) {
            return CONDITION_ERROR;
        }
        logger.realtimeSeconds(seconds, clock.ownSecond(nanos));
        return DONE;
    }

    private Result minutes(@Nullable Integer minutes, long nanos) {
        if (minutes == null || !MINUTE_INTERVALS.contains(minutes)) {
            return CONDITION_ERROR;
        }
        logger.minuteInterval(minutes, clock.ownSecond(nanos));
        return DONE;
    }

    private Result stream(Task task, boolean wanted) {
        logger.stream(task, wanted);
        return DONE;
    }

    private Result history(Command command, @Nullable LocalDateTime begin, @Nullable LocalDateTime end, long nanos) {
        if (begin == null || end == null || end.isBefore(begin)) {
            return CONDITION_ERROR;
        }
        long from = begin.toEpochSecond(CHINA);
        long to = end.toEpochSecond(CHINA);
        long now = clock.ownSecond(nanos);
        List<Packet> records = switch (command) {
            case DAY_HISTORY -> recall.means(Period.DAY, from, to, now);
            case HOUR_HISTORY -> recall.means(Period.HOUR, from, to, now);
            case MINUTE_HISTORY -> recall.means(Period.MINUTES, from, to, now);
            case RUN_TIME_HISTORY -> recall.deviceHours(from, to, now);
            default -> recall.logs(from, to, now);
        };
        if (records == null) {
            return CONDITION_ERROR;
        }
        return records.isEmpty() ? NO_DATA : new Result(records, ExeRtn.DONE);
    }

    /** i12001: an analyser's working status; i22001: the logger's. */
    private Result state(Packet request, SiteInfoRequest asked, long nanos) {
        long now = clock.ownSecond(nanos);
        String polId = asked.polId();
        String value = null;
        if ("i22001".equalsIgnoreCase(asked.infoId()) && polId == null) {
            value = "0";
        } else if ("i12001".equalsIgnoreCase(asked.infoId()) && polId != null) {
            int factor = logger.packets().codes().indexOf(polId);
            value = factor < 0 ? null : working(logger.model().at(now / 60).flag()[factor]);
        }
        if (value == null || asked.infoId() == null) {
            return NO_DATA;
        }
        Reading info = new Reading(asked.infoId(), Map.of("Info", value));
        return answer(request, new SiteInfo(Command.GET_SITE_INFO, local(now), polId, List.of(info)));
    }

    private static String working(char flag) {
        return switch (flag) {
            case 'M' -> "1";
            case 'D' -> "2";
            case 'C' -> "3";
            default -> "0";
        };
    }

    private Result serial(Packet request, @Nullable String polId) {
        if (polId == null) {
            return CONDITION_ERROR;
        }
        int factor = logger.packets().codes().indexOf(polId);
        if (factor < 0) {
            return NO_DATA;
        }
        Reading serial = new Reading(polId, Map.of("SN", logger.packets().serial(factor)));
        return answer(request, new InstrumentId(Command.GET_INSTRUMENT_ID, null, polId, List.of(serial)));
    }

    private static LocalDateTime local(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, CHINA);
    }
}
