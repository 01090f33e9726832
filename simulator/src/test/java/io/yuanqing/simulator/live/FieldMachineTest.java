package io.yuanqing.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Direction;
import io.yuanqing.hj212.dialogue.Dialogue;
import io.yuanqing.hj212.dialogue.DialogueState;
import io.yuanqing.hj212.dialogue.Effect;
import io.yuanqing.hj212.dialogue.Timing;
import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.city.CityPoint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A centre is tried out on these loggers: one that answers otherwise than a real one would prove nothing. */
class FieldMachineTest {

    private static final Instant NOON = Instant.parse("2026-11-11T04:04:00Z");
    private static final long SECOND = 1_000_000_000L;

    private Edition edition = Edition.E2017;
    private CityPoint point;
    private DataLogger logger;
    private LineClock clock;
    private Patience patience;
    private FieldMachine machine;
    private long nanos;
    private int asked;

    private void machine(Edition which, long clockError) {
        edition = which;
        point = City.sample().points().stream()
                .filter(one -> one.edition() == which && !one.endStamped())
                .findFirst()
                .orElseThrow();
        long now = NOON.getEpochSecond() + clockError;
        logger = new DataLogger(9, point, now, now, false, new Counts());
        clock = new LineClock(new SimulatedTime(NOON.toEpochMilli(), 0, 1), clockError);
        patience = new Patience(10 * SECOND);
        machine = new FieldMachine(logger, clock, patience);
    }

    private record Outcome(DialogueState state, List<Packet> data) {}

    private Packet request(String cn, String cp) {
        String qn = "2026111112040%04d".formatted(++asked);
        return Packet.of(qn, point.st(), cn, point.password(), point.mn(), edition.versionBits() + 1, cp);
    }

    private Outcome ask(String cn, String cp) {
        return ask(request(cn, cp));
    }

    /** A centre's dialogue with the machine over a perfect line. */
    private Outcome ask(Packet request) {
        var shape = Command.find(request, edition, Direction.DOWN).orElseThrow().shape();
        Dialogue.Step step = Dialogue.open(request, shape, edition, Timing.MOBILE, NOON);
        List<Packet> data = new ArrayList<>();
        Deque<byte[]> up = new ArrayDeque<>(machine.request(packet(Encoder.frame(request, edition)), nanos));
        while (!up.isEmpty()) {
            step = step.next().received(packet(up.poll()), NOON);
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Data got) {
                    data.add(got.packet());
                    if (got.answer() != null) {
                        up.addAll(machine.answered(packet(got.answer()), nanos));
                    }
                }
            }
        }
        return new Outcome(step.next().state(), data);
    }

    private static Packet packet(byte[] frame) {
        return Decoder.decode(frame).packet();
    }

    @Test
    void theClockIsToldAndSetInEveryEdition() {
        for (Edition each : Edition.values()) {
            machine(each, 120);
            Outcome got = ask("1011", "");
            assertThat(got.state()).as(each.year()).isEqualTo(new DialogueState.Done(1));
            assertThat(got.data().get(0).value("SystemTime")).isEqualTo("20261111120600");
            assertThat(ask("1012", "SystemTime=20261111120400").state()).isEqualTo(new DialogueState.Done(0));
            assertThat(clock.ownSecond(0)).isEqualTo(NOON.getEpochSecond());
            assertThat(ask("1011", "").data().get(0).value("SystemTime")).isEqualTo("20261111120400");
        }
    }

    @Test
    void afterTheClockWasSetByYearsTheLoggerGoesOnFromTheRightTimeWithoutTheYearsBetween() {
        machine(Edition.E2017, -3L * 365 * 86_400);
        ask("1012", "SystemTime=20261111120400");
        assertThat(logger.nextDue()).isBetween(NOON.getEpochSecond(), NOON.getEpochSecond() + 600);
        logger.collect(NOON.getEpochSecond() + 3600, true);
        assertThat(drain().stream().filter(upload -> upload.equals("2061"))).hasSize(1);
    }

    private List<String> drain() {
        List<String> cns = new ArrayList<>();
        for (var next = logger.poll(); !next.isEmpty(); next = logger.poll()) {
            next.forEach(one -> cns.add(one.upload().cn()));
        }
        return cns;
    }

    @Test
    void intervalsAreToldAndSetAndKept() {
        machine(Edition.E2017, 0);
        assertThat(ask("1062", "RtdInterval=300").state()).isEqualTo(new DialogueState.Done(0));
        assertThat(ask("1061", "").data().get(0).value("RtdInterval")).isEqualTo("300");
        assertThat(ask("1064", "MinInterval=30").state()).isEqualTo(new DialogueState.Done(0));
        assertThat(ask("1063", "").data().get(0).value("MinInterval")).isEqualTo("30");
        logger.collect(NOON.getEpochSecond() + 3 * 3600, true);
        List<String> cns = drain();
        assertThat(cns.stream().filter("2011"::equals)).hasSizeLessThanOrEqualTo(36);
        assertThat(cns.stream().filter("2051"::equals)).hasSize(6);
    }

    @Test
    void valuesThatCannotBeAreRefusedWithExeRtn3() {
        machine(Edition.E2017, 0);
        for (String[] wrong : new String[][] {
            {"1062", "RtdInterval=0"},
            {"1062", ""},
            {"1064", "MinInterval=7"},
            {"1012", "SystemTime=20261311120400"},
            {"1000", "OverTime=0;ReCount=3"},
            {"2061", "BeginTime=20261111050000;EndTime=20261111030000"},
            {"3019", ""}
        }) {
            assertThat(ask(wrong[0], wrong[1]).state()).as(wrong[1]).isEqualTo(new DialogueState.Failed(3));
        }
    }

    @Test
    void theTimeOutIsTheLoggersFromThenOn() {
        machine(Edition.E2017, 0);
        ask("1000", "OverTime=7;ReCount=1");
        assertThat(patience.replyTimeout()).isEqualTo(7 * SECOND);
        assertThat(patience.tries()).isEqualTo(2);

        Packet pull = request("2061", "BeginTime=20261111030000;EndTime=20261111040000");
        assertThat(machine.request(pull, 0)).as("9011 and the first hour").hasSize(2);
        assertThat(machine.due(7 * SECOND)).hasSize(1);
        assertThat(packet(machine.due(14 * SECOND).get(0)).value("ExeRtn")).isEqualTo("4");
    }

    @Test
    void streamsStopAndStart() {
        machine(Edition.E2017, 0);
        assertThat(ask("2012", "").state()).isEqualTo(new DialogueState.Done(0));
        assertThat(ask("2022", "").state()).isEqualTo(new DialogueState.Done(0));
        logger.collect(NOON.getEpochSecond() + 7 * 3600, true);
        assertThat(drain()).contains("2051").doesNotContain("2011", "2021");
        assertThat(ask("2011", "").state()).isEqualTo(new DialogueState.Done(0));
        assertThat(ask("2021", "").state()).isEqualTo(new DialogueState.Done(0));
        logger.collect(NOON.getEpochSecond() + 14 * 3600, true);
        assertThat(drain()).contains("2011", "2021");
    }

    @Test
    void historyIsWhatWasSentLiveByteForByte() {
        for (Edition each : Edition.values()) {
            machine(each, 0);
            logger.collect(NOON.getEpochSecond() + 7200, true);
            List<Packet> live = new ArrayList<>();
            for (var next = logger.poll(); !next.isEmpty(); next = logger.poll()) {
                next.forEach(one -> live.add(packet(one.upload().frame())));
            }
            nanos = 7200 * SECOND;
            Outcome got = ask("2061", "BeginTime=20261111120000;EndTime=20261111130000");
            assertThat(got.data())
                    .as(each.year())
                    .isNotEmpty()
                    .isEqualTo(
                            live.stream().filter(one -> one.cn().equals("2061")).toList());
            assertThat(got.state()).isEqualTo(new DialogueState.Done(got.data().size()));
        }
    }

    @Test
    void everyKindOfHistoryCanBeAskedFor() {
        machine(Edition.E2017, 0);
        int interval = point.minuteInterval();
        assertThat(times(ask("2051", "BeginTime=20261111110000;EndTime=20261111115900")))
                .hasSize(60 / interval)
                .startsWith(LocalDateTime.of(2026, 11, 11, 11, 0));
        assertThat(times(ask("2031", "BeginTime=20261108000000;EndTime=20261110000000")))
                .hasSize(3);
        assertThat(times(ask("2041", "BeginTime=20261108000000;EndTime=20261110000000")))
                .hasSize(3);
        assertThat(times(ask("3020", "PolId=x;InfoId=i11001;BeginTime=20261108000000;EndTime=20261110235959")))
                .hasSize(3);
    }

    private static List<LocalDateTime> times(Outcome outcome) {
        return outcome.data().stream().map(Packet::dataTime).distinct().toList();
    }

    @Test
    void theFutureHasNoDataAndThePresentHourIsNotOver() {
        machine(Edition.E2017, 0);
        assertThat(ask("2061", "BeginTime=20261111120000;EndTime=20261111200000")
                        .state())
                .isEqualTo(new DialogueState.Failed(100));
    }

    @Test
    void moreThanALoggerCanHoldIsRefusedWhole() {
        machine(Edition.E2017, 0);
        assertThat(ask("2061", "BeginTime=20260101000000;EndTime=20261111000000")
                        .state())
                .isEqualTo(new DialogueState.Failed(3));
        assertThat(ask("2061", "BeginTime=19000101000000;EndTime=99991231000000")
                        .state())
                .isEqualTo(new DialogueState.Failed(3));
    }

    @Test
    void instrumentsAndSiteInformationAreTold() {
        machine(Edition.E2017, 0);
        String code = logger.packets().codes().get(0);
        Packet serial = ask("3019", "PolId=" + code).data().get(0);
        assertThat(serial.value(code + "-SN")).hasSize(24);
        assertThat(logger.packets().instrument(0).frame()).asString().contains(serial.value(code + "-SN"));
        Packet state = ask("3020", "PolId=" + code + ";InfoId=i12001").data().get(0);
        assertThat(state.value("i12001-Info")).isIn("0", "1", "2", "3");
        assertThat(ask("3020", "PolId=" + code + ";InfoId=i13004").state()).isEqualTo(new DialogueState.Failed(100));
        assertThat(ask("3019", "PolId=w99999").state()).isEqualTo(new DialogueState.Failed(100));
    }

    @Test
    void unknownCommandsAndThoseOfOtherEditionsAreRefused() {
        machine(Edition.E2017, 0);
        assertThat(ask("1072", "NewPW=654321").state()).isEqualTo(new DialogueState.Refused(2));
        assertThat(ask("3012", "PolId=w01018").state()).isEqualTo(new DialogueState.Refused(2));
        assertThat(packet(machine.request(request("7777", ""), 0).get(0)).value("QnRtn"))
                .isEqualTo("2");
        machine(Edition.E2005, 0);
        assertThat(packet(machine.request(request("1063", ""), 0).get(0)).value("QnRtn"))
                .isEqualTo("2");
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndNotCarriedOutAgain() {
        machine(Edition.E2017, 0);
        Packet set = request("1012", "SystemTime=20261111130000");
        machine.request(set, 0);
        nanos = 5 * SECOND;
        assertThat(machine.request(set, nanos)).hasSize(2);
        assertThat(clock.ownSecond(nanos)).isEqualTo(NOON.getEpochSecond() + 56 * 60 + 5);
    }

    @Test
    void anAnswerThatNobodyWaitsForIsPassedOver() {
        machine(Edition.E2017, 0);
        assertThat(machine.answered(packet(Replies.dataAnswer(request("2061", ""), edition)), 0))
                .isEmpty();
        assertThat(machine.deadline()).isEqualTo(Long.MAX_VALUE);
    }
}
