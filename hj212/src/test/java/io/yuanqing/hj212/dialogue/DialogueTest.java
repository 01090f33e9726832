package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A dialogue that is mistaken about its end either repeats a calibration or waits for ever (clauses 6.3, 6.6). */
class DialogueTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String QN = "20260101080000000";
    private static final String MN = "010000A8900016F000169DC0";
    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(10), 3, Duration.ofSeconds(60), Duration.ofSeconds(300));

    private static Packet packet(String qn, String st, String cn, int flag, String cp) {
        return Packet.of(qn, st, cn, "123456", MN, flag, cp);
    }

    private static final Packet SET_CLOCK = packet(QN, "32", "1012", 5, "SystemTime=20260101080000");
    private static final Packet PULL = packet(QN, "32", "2061", 5, "BeginTime=20251231000000;EndTime=20251231230000");

    private static Packet hour(int hour, int flag) {
        String time = "202512310%d0000".formatted(hour);
        return packet("2026010108000010" + hour, "32", "2061", flag, "DataTime=" + time + ";w01018-Avg=" + hour);
    }

    private static Packet accepted() {
        return packet(QN, "91", "9011", 4, "QnRtn=1");
    }

    private static Packet result(int exeRtn) {
        return packet(QN, "91", "9012", 4, "ExeRtn=" + exeRtn);
    }

    private Dialogue dialogue;

    private List<Effect> open(Packet request, Shape shape) {
        return keep(Dialogue.open(request, shape, Edition.E2017, TIMING, NOW));
    }

    private List<Effect> receive(Packet packet, long second) {
        return keep(dialogue.received(packet, NOW.plusSeconds(second)));
    }

    private List<Effect> at(long second) {
        return keep(dialogue.at(NOW.plusSeconds(second)));
    }

    private List<Effect> keep(Dialogue.Step step) {
        dialogue = step.next();
        return step.effects();
    }

    @Test
    void withoutAnAnswerTheRequestIsSentAgainWithItsQnSoOftenAsReCountSaysAndThenGivenUp() {
        open(SET_CLOCK, Shape.SET);
        for (int again = 1; again <= 3; again++) {
            assertThat(at(10L * again - 1)).containsExactly(new Effect.Wait(NOW.plusSeconds(10L * again)));
            assertThat(at(10L * again))
                    .containsExactly(new Effect.Send(SET_CLOCK), new Effect.Wait(NOW.plusSeconds(10L * again + 10)));
        }
        assertThat(at(40)).containsExactly(new Effect.Finished(new DialogueState.TimedOut(DialogueState.Timer.REPLY)));
        assertThat(dialogue.deadline()).isNull();
        assertThat(at(100)).isEmpty();
    }

    @Test
    void anAcceptedRequestIsNeverSentAgainAndFailsByTheExecutionTimer() {
        open(SET_CLOCK, Shape.SET);
        assertThat(receive(accepted(), 9)).containsExactly(new Effect.Wait(NOW.plusSeconds(69)));
        assertThat(at(68)).containsExactly(new Effect.Wait(NOW.plusSeconds(69)));
        assertThat(at(69))
                .containsExactly(new Effect.Finished(new DialogueState.TimedOut(DialogueState.Timer.EXECUTION)));
    }

    @Test
    void aRefusalEndsTheDialogueWithItsReason() {
        open(SET_CLOCK, Shape.SET);
        assertThat(receive(packet(QN, "91", "9011", 4, "QnRtn=3"), 1))
                .containsExactly(new Effect.Finished(new DialogueState.Refused(3)));
    }

    @Test
    void aFailureEndsTheDialogueWithItsReasonAndNoDataIsOne() {
        open(PULL, Shape.HIST);
        receive(accepted(), 1);
        receive(result(100), 2);
        assertThat(dialogue.state()).isEqualTo(new DialogueState.Failed(100));
        assertThat(((DialogueState.Failed) dialogue.state()).noData()).isTrue();
    }

    @Test
    void aLost9011DoesNoHarmForDataAndResultSayTheSame() {
        open(PULL, Shape.HIST);
        assertThat(receive(hour(1, 4), 1)).first().isInstanceOf(Effect.Data.class);
        assertThat(at(10)).as("no re-send").containsExactly(new Effect.Wait(NOW.plusSeconds(61)));
        assertThat(receive(result(1), 20)).containsExactly(new Effect.Finished(new DialogueState.Done(1)));
    }

    @Test
    void eachNewRecordGivesTheFieldMachineTimeForTheNext() {
        open(PULL, Shape.HIST);
        receive(accepted(), 0);
        receive(hour(1, 4), 50);
        assertThat(dialogue.deadline()).isEqualTo(NOW.plusSeconds(110));
        receive(hour(1, 4), 100);
        assertThat(dialogue.deadline()).as("a repeated one does not").isEqualTo(NOW.plusSeconds(110));
    }

    @Test
    void aMachineThatSendsForEverIsEndedAtTheLongestTime() {
        open(PULL, Shape.HIST);
        for (int second = 0; second < 300; second++) {
            receive(packet("1", "32", "2061", 4, "DataTime=20251231010000;w01018-Avg=" + second), second);
        }
        assertThat(dialogue.deadline()).isEqualTo(NOW.plusSeconds(300));
        assertThat(at(300)).first().isInstanceOf(Effect.Finished.class);
    }

    @Test
    void aRepeatedRecordIsAnsweredAgainButCountedOnce() {
        open(PULL, Shape.HIST);
        Effect.Data first = (Effect.Data) receive(hour(1, 5), 1).get(0);
        Effect.Data second = (Effect.Data) receive(hour(1, 5), 2).get(0);
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.answer()).isNotNull().isEqualTo(first.answer());
        assertThat(Examples.packet(second.answer()).qn()).isEqualTo(hour(1, 5).qn());
        receive(result(1), 3);
        assertThat(dialogue.state()).isEqualTo(new DialogueState.Done(1));
    }

    @Test
    void dataWhoseFlagWantsNoAnswerGetNone() {
        open(PULL, Shape.HIST);
        assertThat(((Effect.Data) receive(hour(1, 4), 1).get(0)).answer()).isNull();
    }

    @Test
    void liveDataOfAnotherHourOtherLoggersAndOtherCommandsAreNotOfThisDialogue() {
        open(PULL, Shape.HIST);
        Packet live = packet("9", "32", "2061", 5, "DataTime=20260101070000;w01018-Avg=1");
        Packet untimed = packet("9", "32", "2061", 5, "w01018-Avg=1");
        Packet minutes = packet("9", "32", "2051", 5, "DataTime=20251231010000;w01018-Avg=1");
        Packet other =
                Packet.of("9", "32", "2061", "123456", "OTHER", 5, hour(1, 5).cp());
        for (Packet foreign : List.of(live, untimed, minutes, other)) {
            assertThat(dialogue.concerns(foreign)).isFalse();
            assertThat(receive(foreign, 1)).containsExactly(new Effect.Ignored(foreign, Effect.Reason.OTHER));
        }
    }

    @Test
    void repeatedAndLateRepliesAreToldAndChangeNothing() {
        open(SET_CLOCK, Shape.SET);
        receive(accepted(), 1);
        assertThat(receive(accepted(), 2)).containsExactly(new Effect.Ignored(accepted(), Effect.Reason.REPEATED));
        receive(result(1), 3);
        assertThat(receive(result(2), 4)).containsExactly(new Effect.Ignored(result(2), Effect.Reason.REPEATED));
        assertThat(receive(accepted(), 5)).containsExactly(new Effect.Ignored(accepted(), Effect.Reason.LATE));
        assertThat(dialogue.state()).isEqualTo(new DialogueState.Done(0));
    }

    @Test
    void aResultAfterTheTimeIsLate() {
        open(SET_CLOCK, Shape.SET);
        receive(accepted(), 1);
        at(61);
        assertThat(receive(result(1), 62)).containsExactly(new Effect.Ignored(result(1), Effect.Reason.LATE));
        assertThat(dialogue.state()).isInstanceOf(DialogueState.TimedOut.class);
    }

    @Test
    void aRecordAfterTheEndIsLate() {
        open(PULL, Shape.HIST);
        receive(result(1), 1);
        assertThat(receive(hour(1, 5), 2)).containsExactly(new Effect.Ignored(hour(1, 5), Effect.Reason.LATE));
    }

    @Test
    void aReplyWithoutItsNumberIsToldAndWaitedOver() {
        open(SET_CLOCK, Shape.SET);
        for (String cp : List.of("", "QnRtn=", "QnRtn=one", "QnRtn=12345678901")) {
            Packet odd = packet(QN, "91", "9011", 4, cp);
            assertThat(receive(odd, 1)).containsExactly(new Effect.Ignored(odd, Effect.Reason.UNREADABLE));
        }
        Packet odd = packet(QN, "91", "9012", 4, "");
        assertThat(receive(odd, 1)).containsExactly(new Effect.Ignored(odd, Effect.Reason.UNREADABLE));
        assertThat(dialogue.state()).isEqualTo(new DialogueState.Sent(1, false));
    }

    /** It may be ours, misnumbered (C.43), or a late one of an earlier dialogue: both must end well. */
    @Test
    void a9011OfAnotherQnDoesNotStopTheResendsButGivesTimeToExecute() {
        open(SET_CLOCK, Shape.SET);
        Packet misnumbered = packet("20101110010101001", "91", "9011", 4, "QnRtn=1");
        assertThat(receive(misnumbered, 1)).containsExactly(new Effect.Ignored(misnumbered, Effect.Reason.OTHER_QN));
        for (int again = 1; again <= 3; again++) {
            assertThat(at(10L * again)).contains(new Effect.Send(SET_CLOCK));
        }
        assertThat(at(40)).containsExactly(new Effect.Wait(NOW.plusSeconds(100)));
        assertThat(dialogue.state()).isEqualTo(new DialogueState.Accepted());
        assertThat(receive(result(1), 99)).containsExactly(new Effect.Finished(new DialogueState.Done(0)));
    }

    @Test
    void aRefusalOfAnotherQnRefusesNothing() {
        open(SET_CLOCK, Shape.SET);
        receive(packet("20101110010101001", "91", "9011", 4, "QnRtn=2"), 1);
        assertThat(dialogue.state()).isEqualTo(new DialogueState.Sent(1, false));
    }

    @Test
    void someMachinesAnswerANoticeWith9011And9012() {
        open(packet(QN, "32", "2012", 5, ""), Shape.NOTICE_DOWN);
        receive(accepted(), 1);
        assertThat(receive(result(1), 2)).containsExactly(new Effect.Finished(new DialogueState.Done(0)));
    }

    @Test
    void anUploadIsAnsweredByThe9014OfItsQnAndPartOnly() {
        Packet upload = new Packet(
                QN,
                "32",
                "2061",
                "123456",
                MN,
                3,
                true,
                2,
                2,
                false,
                hour(1, 3).cp(),
                hour(1, 3).items());
        keep(Dialogue.open(upload, Shape.UP, Edition.E2005, TIMING, NOW));
        for (String other : List.of("QN=1;CN=2061", "QN=" + QN + ";CN=2051", "QN=" + QN + ";CN=2061;PNO=1;PNUM=2")) {
            Packet answer = Examples.packet(io.yuanqing.hj212.Encoder.frame("ST=91;CN=9014;CP=&&" + other + "&&"));
            assertThat(receive(answer, 1)).containsExactly(new Effect.Ignored(answer, Effect.Reason.OTHER));
        }
        Packet own = Examples.packet(
                io.yuanqing.hj212.Encoder.frame("ST=91;CN=9014;CP=&&QN=" + QN + ";CN=2061;PNO=2;PNUM=2&&"));
        assertThat(receive(own, 2)).containsExactly(new Effect.Finished(new DialogueState.Done(0)));
        assertThat(receive(own, 3)).containsExactly(new Effect.Ignored(own, Effect.Reason.REPEATED));
    }

    /**
     * 2017 appendix C: an answer echoes the request's QN. A logger that uploads its instruments' numbers (3019) by itself
     * while they are asked for would have answered; one of 2005 leaves the QN out.
     */
    @ParameterizedTest
    @EnumSource(Edition.class)
    void whatComesWithoutAQnAnswersAGetIn2005Alone(Edition edition) {
        Packet ask = packet(QN, "32", "3019", edition.versionBits() | 1, "PolId=w01018");
        Packet bare =
                packet(null, "32", "3019", edition.versionBits(), "PolId=w01018;w01018-SN=010000A8900016F000169DC0");
        Packet answer = packet(QN, "32", "3019", edition.versionBits(), bare.cp());
        keep(Dialogue.open(ask, Shape.GET, edition, TIMING, NOW));
        assertThat(dialogue.concerns(bare)).isEqualTo(edition == Edition.E2005);
        List<Effect> effects = receive(bare, 1);
        if (edition == Edition.E2005) {
            assertThat(effects.get(0)).isEqualTo(new Effect.Data(bare, null, false));
        } else {
            assertThat(effects).containsExactly(new Effect.Ignored(bare, Effect.Reason.OTHER));
            assertThat(dialogue.state()).isInstanceOf(DialogueState.Sent.class);
            assertThat(receive(answer, 2).get(0)).isEqualTo(new Effect.Data(answer, null, false));
        }
    }

    @Test
    void withoutQnOrWithAReplyNothingIsOpened() {
        assertThatThrownBy(() -> open(packet(null, "32", "1012", 5, ""), Shape.SET))
                .hasMessageContaining("QN=null");
        assertThatThrownBy(() -> open(accepted(), Shape.REPLY)).hasMessageContaining("REPLY");
    }

    @Test
    void timesThatCannotBeKeptAreRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Timing(second, 3, second, Duration.ofSeconds(4)))
                .hasMessageContaining("PT5S");
        assertThatThrownBy(() -> new Timing(Duration.ZERO, 3, second, second)).hasMessageContaining("PT0S");
        assertThat(Timing.of(Duration.ofSeconds(99), 99).longest()).isEqualTo(Duration.ofSeconds(9960));
    }
}
