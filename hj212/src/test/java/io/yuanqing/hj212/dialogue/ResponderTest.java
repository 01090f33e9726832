package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request whose 9011 was lost comes again; carrying it out twice would calibrate an analyser twice (clause 6.3). */
class ResponderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Packet REQUEST = request("20260101080000000");

    private Responder responder = new Responder(Edition.E2017, Timing.FIXED_LINE);

    private static Packet request(String qn) {
        return Packet.of(qn, "32", "3011", "123456", "M1", 5, "PolId=w01018");
    }

    private static Packet record(String qn, int flag) {
        return Packet.of(qn, "32", "2061", "123456", "M1", flag, "DataTime=20251231010000;w01018-Avg=" + qn);
    }

    private static Packet answer(String qn) {
        return Packet.of(qn, "91", "9014", "123456", "M1", 4, "");
    }

    private List<String> keep(Responder.Step step) {
        responder = step.next();
        return step.effects().stream()
                .filter(effect -> !(effect instanceof Effect.Wait))
                .map(ResponderTest::told)
                .toList();
    }

    private static String told(Effect effect) {
        if (effect instanceof Effect.Reply reply) {
            Packet packet = Examples.packet(reply.frame());
            return packet.cn() + " " + packet.cp();
        }
        if (effect instanceof Effect.Send send) {
            return "data " + send.packet().qn();
        }
        return effect.getClass().getSimpleName();
    }

    private List<String> ask() {
        return keep(responder.request(REQUEST, Shape.SET, 1, NOW));
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainAndCarriedOutOnce() {
        assertThat(ask()).containsExactly("9011 QnRtn=1", "Execute");
        assertThat(ask()).containsExactly("9011 QnRtn=1");
        assertThat(keep(responder.executed(REQUEST, List.of(), 1, NOW))).containsExactly("9012 ExeRtn=1");
        assertThat(ask()).containsExactly("9011 QnRtn=1", "9012 ExeRtn=1");
        assertThat(keep(responder.executed(REQUEST, List.of(), 2, NOW)))
                .as("no second outcome")
                .isEmpty();
    }

    @Test
    void aRefusedRequestIsNotCarriedOut() {
        assertThat(keep(responder.request(REQUEST, Shape.SET, 8, NOW))).containsExactly("9011 QnRtn=8");
    }

    @Test
    void aNoticeIsAnsweredBy9013AndCarriedOutOnce() {
        for (List<String> expected : List.of(List.of("9013 ", "Execute"), List.of("9013 "))) {
            assertThat(keep(responder.request(REQUEST, Shape.NOTICE_DOWN, 1, NOW)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void recordsThatWantAnAnswerGoOneByOneAndTheResultAfterTheLast() {
        ask();
        List<Packet> records = List.of(record("1", 5), record("2", 4), record("3", 5));
        assertThat(keep(responder.executed(REQUEST, records, 1, NOW))).containsExactly("data 1");
        assertThat(keep(responder.answered(answer("3"), NOW))).containsExactly("Ignored");
        assertThat(keep(responder.answered(answer("1"), NOW))).containsExactly("data 2", "data 3");
        assertThat(keep(responder.answered(answer("3"), NOW))).containsExactly("9012 ExeRtn=1");
        assertThat(responder.deadline()).isNull();
    }

    @Test
    void anUnansweredRecordIsSentAgainAndThenTheDialogueEndsAsTimedOut() {
        ask();
        keep(responder.executed(REQUEST, List.of(record("1", 5), record("2", 5)), 1, NOW));
        for (int again = 1; again <= 3; again++) {
            assertThat(responder.deadline()).isEqualTo(NOW.plusSeconds(5L * again));
            assertThat(keep(responder.at(NOW.plusSeconds(5L * again)))).containsExactly("data 1");
        }
        assertThat(keep(responder.at(NOW.plusSeconds(20)))).containsExactly("9012 ExeRtn=4");
        assertThat(keep(responder.at(NOW.plusSeconds(99)))).isEmpty();
    }

    /** A later Wait replaces an earlier one: without the earliest, the first record would not be sent again. */
    @Test
    void itIsCalledBackWhenTheFirstOfAllRecordsIsDue() {
        Packet other = request("20260101080000001");
        assertThat(waits(responder.executed(REQUEST, List.of(record("1", 5)), 1, NOW)))
                .containsExactly(NOW.plusSeconds(5));
        assertThat(waits(responder.executed(other, List.of(record("2", 5)), 1, NOW.plusSeconds(3))))
                .containsExactly(NOW.plusSeconds(5));
        assertThat(waits(responder.at(NOW.plusSeconds(4)))).as("too early").containsExactly(NOW.plusSeconds(5));
        assertThat(waits(responder.at(NOW.plusSeconds(5)))).containsExactly(NOW.plusSeconds(8));
    }

    private List<Instant> waits(Responder.Step step) {
        responder = step.next();
        return step.effects().stream()
                .filter(Effect.Wait.class::isInstance)
                .map(effect -> ((Effect.Wait) effect).until())
                .toList();
    }

    @Test
    void requestsWithoutQnAreAllCarriedOut() {
        assertThat(keep(responder.request(nameless(), Shape.SET, 1, NOW))).contains("Execute");
        assertThat(keep(responder.request(nameless(), Shape.SET, 1, NOW))).contains("Execute");
    }

    /** What is not recognised would stay beside its successor and send its data for ever. */
    @Test
    void aRequestWithoutQnEndsOnce() {
        Packet request = nameless();
        keep(responder.request(request, Shape.SET, 1, NOW));
        keep(responder.executed(request, List.of(record("1", 5)), 1, NOW));
        for (int again = 1; again <= 3; again++) {
            assertThat(keep(responder.at(NOW.plusSeconds(5L * again)))).containsExactly("data 1");
        }
        assertThat(keep(responder.at(NOW.plusSeconds(20)))).containsExactly("9012 ExeRtn=4");
        assertThat(keep(responder.at(NOW.plusSeconds(99)))).isEmpty();
        assertThat(responder.deadline()).isNull();
    }

    private static Packet nameless() {
        return Packet.of(null, "32", "3011", "123456", "M1", 0, "");
    }

    @Test
    void onlyTheLastRequestsAreRemembered() {
        ask();
        for (int i = 0; i < 16; i++) {
            keep(responder.request(request("2026010108000010" + i), Shape.SET, 1, NOW));
        }
        assertThat(ask()).contains("Execute");
    }
}
