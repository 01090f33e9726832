package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.CpCipher;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.Packet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key that is dropped too early makes a logger's data unreadable until someone drives there (2025 clause 6.4.3). */
class KeyChangeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String QN = "20260101080000000";
    private static final Packet WANTED = packet("20260101075959000", "1014", "SKCreateTime=20251001000000000");
    private static final Packet SET_KEY = packet(QN, "1014", "SKCreateTime=20260101080000000,NewSK=k7Xw2LmQ9vRt4YzB");
    private static final CpCipher OLD = new Named();
    private static final CpCipher NEW = new Named();

    /** Keys are told apart by identity here; nothing is encrypted. */
    private static final class Named implements CpCipher {
        @Override
        public byte[] encrypt(byte[] wholeBlocks) {
            return wholeBlocks.clone();
        }

        @Override
        public byte[] decrypt(byte[] wholeBlocks) {
            return wholeBlocks.clone();
        }
    }

    private KeyChange change = KeyChange.settled(new Keys(List.of(OLD)));

    private static Packet packet(String qn, String cn, String cp) {
        String st = cn.startsWith("9") ? "91" : "31";
        return Packet.of(qn, st, cn, "123456", "010000A8900016F000169DC0", cn.startsWith("9") ? 8 : 9, cp);
    }

    private List<Effect> keep(KeyChange.Step step) {
        change = step.next();
        return step.effects();
    }

    private void offer() {
        keep(change.offer(SET_KEY, NEW, Timing.MOBILE, NOW));
    }

    private void reply(String cn, String cp) {
        keep(change.received(packet(QN, cn, cp), NOW));
    }

    @Test
    void theWholeChange() {
        Effect.Reply reply = (Effect.Reply) keep(change.wanted(WANTED)).get(0);
        assertThat(Examples.packet(reply.frame()).cn()).isEqualTo("9013");
        assertThat(Examples.packet(reply.frame()).qn()).isEqualTo(WANTED.qn());
        assertThat(change.keys().ciphers()).containsExactly(OLD);

        assertThat(keep(change.offer(SET_KEY, NEW, Timing.MOBILE, NOW))).first().isEqualTo(new Effect.Send(SET_KEY));
        assertThat(change.keys().ciphers()).containsExactly(NEW, OLD);
        assertThat(change.inForce()).as("not yet adopted").isSameAs(OLD);

        reply("9011", "QnRtn=1");
        assertThat(change.inForce()).as("accepted is not carried out").isSameAs(OLD);
        assertThat(change.underWay()).isTrue();

        reply("9012", "ExeRtn=1");
        assertThat(change.keys().ciphers()).containsExactly(NEW, OLD);
        assertThat(change.inForce()).isSameAs(NEW);
        assertThat(change.underWay()).isFalse();

        assertThat(change.forgetOld().keys().ciphers()).containsExactly(NEW);
    }

    @Test
    void aRefusedOrFailedChangeDropsTheNewKey() {
        offer();
        reply("9011", "QnRtn=2");
        assertThat(change.keys().ciphers()).containsExactly(OLD);
        offer();
        reply("9011", "QnRtn=1");
        reply("9012", "ExeRtn=2");
        assertThat(change.keys().ciphers()).containsExactly(OLD);
        assertThat(change.inForce()).isSameAs(OLD);
    }

    @Test
    void withoutA9012BothKeysCountUntilAFrameTells() {
        offer();
        reply("9011", "QnRtn=1");
        keep(change.at(NOW.plusSeconds(60)));
        assertThat(change.underWay()).isFalse();
        assertThat(change.keys().ciphers()).containsExactly(NEW, OLD);
        assertThat(change.forgetOld().keys().ciphers())
                .as("nobody knows which one to forget")
                .containsExactly(NEW, OLD);
        assertThat(change.opened(OLD).inForce()).isSameAs(OLD);
        assertThat(change.opened(NEW).inForce()).isSameAs(NEW);
        assertThat(change.opened(NEW).forgetOld().keys().ciphers()).containsExactly(NEW);
    }

    @Test
    void aSecondOfferWaitsForTheFirst() {
        offer();
        assertThatThrownBy(this::offer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("under way");
    }

    @Test
    void afterATimeoutAnotherKeyCanBeOfferedAndAllThreeCount() {
        offer();
        for (int second = 10; second <= 40; second += 10) {
            keep(change.at(NOW.plusSeconds(second)));
        }
        CpCipher third = new Named();
        keep(change.offer(SET_KEY, third, Timing.MOBILE, NOW.plusSeconds(50)));
        assertThat(change.keys().ciphers()).containsExactly(third, OLD, NEW);
    }

    @Test
    void aLoggerWithoutAKeyGetsItsFirst() {
        change = KeyChange.settled(Keys.NONE);
        assertThat(change.inForce()).isNull();
        offer();
        reply("9012", "ExeRtn=1");
        assertThat(change.inForce()).isSameAs(NEW);
        assertThat(change.keys().ciphers()).containsExactly(NEW);
    }

    @Test
    void packetsBeforeAnyOfferAreNotOfTheChange() {
        assertThat(keep(change.received(WANTED, NOW))).containsExactly(new Effect.Ignored(WANTED, Effect.Reason.OTHER));
        assertThat(keep(change.at(NOW))).isEmpty();
    }
}
