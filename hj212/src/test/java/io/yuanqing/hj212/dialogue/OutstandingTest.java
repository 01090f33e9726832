package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many loggers can do one thing at a time: a second request meanwhile is lost or mixed up with the first (clause 6.3). */
class OutstandingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Outstanding outstanding = new Outstanding(Edition.E2017, 2);

    private static Packet request(int number) {
        return Packet.of(qn(number), "32", "1012", "123456", "M1", 5, "SystemTime=20260101080000");
    }

    private static String qn(int number) {
        return "2026010108000000" + number;
    }

    private static Packet reply(int number, String cn, String cp) {
        return Packet.of(qn(number), "91", cn, "123456", "M1", 4, cp);
    }

    private List<Effect> submit(int number) {
        return keep(outstanding.submit(new Outstanding.Asked(request(number), Shape.SET, Timing.MOBILE), NOW));
    }

    private List<Effect> receive(Packet packet) {
        return keep(outstanding.received(packet, NOW));
    }

    private List<Effect> keep(Outstanding.Step step) {
        outstanding = step.next();
        return step.effects();
    }

    @Test
    void theSecondRequestIsSentWhenTheFirstHasEnded() {
        assertThat(submit(1)).contains(new Effect.Send(request(1)));
        assertThat(submit(2)).isEmpty();
        assertThat(receive(reply(1, "9011", "QnRtn=1"))).noneMatch(Effect.Send.class::isInstance);
        assertThat(receive(reply(1, "9012", "ExeRtn=1")))
                .startsWith(new Effect.Finished(new DialogueState.Done(0)), new Effect.Send(request(2)));
        assertThat(outstanding.waiting()).isZero();
    }

    @Test
    void aRequestThatTimesOutMakesWayToo() {
        submit(1);
        submit(2);
        for (int second = 10; second <= 30; second += 10) {
            assertThat(keep(outstanding.at(NOW.plusSeconds(second)))).contains(new Effect.Send(request(1)));
        }
        assertThat(keep(outstanding.at(NOW.plusSeconds(40)))).contains(new Effect.Send(request(2)));
        assertThat(outstanding.deadline()).isEqualTo(NOW.plusSeconds(50));
    }

    @Test
    void aLateReplyOfTheFirstIsNoAnswerToTheSecond() {
        submit(1);
        submit(2);
        receive(reply(1, "9011", "QnRtn=2"));
        Packet late = reply(1, "9011", "QnRtn=1");
        assertThat(receive(late)).containsExactly(new Effect.Ignored(late, Effect.Reason.LATE));
        assertThat(outstanding.current().state()).isEqualTo(new DialogueState.Sent(1, false));
    }

    @Test
    void moreThanCanWaitIsRefused() {
        submit(1);
        submit(2);
        submit(3);
        assertThat(outstanding.full()).isTrue();
        assertThatThrownBy(() -> submit(4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 requests");
    }

    @Test
    void withoutRequestsNothingIsDueAndEveryPacketIsForeign() {
        assertThat(outstanding.deadline()).isNull();
        assertThat(keep(outstanding.at(NOW))).isEmpty();
        Packet packet = reply(1, "9011", "QnRtn=1");
        assertThat(receive(packet)).containsExactly(new Effect.Ignored(packet, Effect.Reason.OTHER));
    }
}
