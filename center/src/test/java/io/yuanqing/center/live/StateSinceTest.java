package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateSinceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final StateSince states = new StateSince();

    // A fresh server must not claim that all its points have just changed.
    @Test
    void theFirstStateOfAPointIsNoChangeAndItsBeginningIsUnknown() {
        assertThat(states.note(1, State.OFFLINE, null, NOON)).isNull();
        assertThat(states.note(1, State.OFFLINE, null, NOON.plusSeconds(60))).isNull();
        assertThat(states.takeUnrecorded()).isEmpty();
    }

    @Test
    void aChangeIsNotedOnceAndTheStateHoldsSinceThen() {
        states.note(1, State.NORMAL, null, NOON);
        assertThat(states.note(1, State.EXCEEDING, null, NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
        assertThat(states.note(1, State.EXCEEDING, null, NOON.plusSeconds(90))).isEqualTo(NOON.plusSeconds(60));
        assertThat(states.takeUnrecorded())
                .containsExactly(new StateChange(1, NOON.plusSeconds(60), State.NORMAL, State.EXCEEDING, null));
        assertThat(states.takeUnrecorded()).isEmpty();
    }

    @Test
    void aServerThatComesBackGoesOnFromWhatIsOnRecord() {
        states.remember(List.of(new StateChange(1, NOON, State.NORMAL, State.OFFLINE, null)));
        assertThat(states.note(1, State.OFFLINE, null, NOON.plusSeconds(600))).isEqualTo(NOON);
        assertThat(states.note(1, State.NORMAL, null, NOON.plusSeconds(900))).isEqualTo(NOON.plusSeconds(900));
        assertThat(states.takeUnrecorded()).extracting(StateChange::from).containsExactly(State.OFFLINE);
    }

    @Test
    void aPointThatIsGoneIsForgotten() {
        states.note(1, State.NORMAL, null, NOON);
        states.keepOnly(List.of(2L));
        states.note(1, State.OFFLINE, null, NOON.plusSeconds(60));
        assertThat(states.takeUnrecorded()).isEmpty();
    }

    // A database that stands still for a day must not fill the memory.
    @Test
    void whatCouldNotBeRecordedIsTriedAgainUpToALimit() {
        StateChange one = new StateChange(1, NOON, State.NORMAL, State.OFFLINE, null);
        StateChange last = new StateChange(2, NOON, State.NORMAL, State.OFFLINE, null);
        states.giveBack(List.of(last));
        states.giveBack(Collections.nCopies(StateSince.MOST_UNRECORDED, one));
        assertThat(states.takeUnrecorded()).hasSize(StateSince.MOST_UNRECORDED).endsWith(last);
    }
}
