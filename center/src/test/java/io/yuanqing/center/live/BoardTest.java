package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.SupervisionClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Board board = new Board();

    @Test
    void timeAloneTakesAPointOfflineOnceAndNewDataBringItBack() {
        board.load(List.of(point()), Map.of(1L, said(NOON, 5)), Map.of(), NOON, LIMIT, 9);
        assertThat(board.update(Map.of(), NOON.plus(LIMIT), LIMIT, 9)).isEmpty();

        List<Board.Entry> silent = board.update(Map.of(), NOON.plus(LIMIT).plusSeconds(1), LIMIT, 9);
        assertThat(silent).hasSize(1);
        assertThat(silent.get(0).row().state()).isEqualTo(State.OFFLINE);
        assertThat(board.update(Map.of(), NOON.plus(LIMIT).plusSeconds(2), LIMIT, 9))
                .isEmpty();

        Instant later = NOON.plus(LIMIT).plusSeconds(60);
        List<Board.Entry> back = board.update(Map.of(1L, said(later, 10)), later, LIMIT, 10);
        assertThat(back.get(0).row().state()).isEqualTo(State.NORMAL);
    }

    @Test
    void aChangedLimitIsSeenAtOnce() {
        board.load(List.of(point()), Map.of(1L, said(NOON, 5)), Map.of(), NOON, LIMIT, 9);
        Instant now = NOON.plusSeconds(600);
        assertThat(board.update(Map.of(), now, Duration.ofMinutes(5), 9)).hasSize(1);
        assertThat(board.update(Map.of(), now, LIMIT, 9).get(0).row().online()).isTrue();
    }

    @Test
    void aRowIsGivenToWhoKnowsTheLogUpToItsChangeOrLess() {
        board.load(List.of(point()), Map.of(1L, said(NOON, 5)), Map.of(), NOON, LIMIT, 9);
        assertThat(board.since(5)).hasSize(1);
        assertThat(board.since(6)).isEmpty();
        board.update(Map.of(1L, said(NOON.plusSeconds(30), 12)), NOON.plusSeconds(30), LIMIT, 14);
        // events of one moment share an id: who saw only some of them gets all again
        assertThat(board.since(14)).hasSize(1);
        assertThat(board.since(15)).isEmpty();
    }

    private static Latest said(Instant at, long position) {
        LatestValue value = new LatestValue(new BigDecimal("41.0"), "41.0", "N", null, at, at, "2011");
        return new Latest(1, position, at, at, Map.of("w01018", value));
    }

    private static MonitoringPoint point() {
        return new MonitoringPoint(
                1,
                "MN1",
                "总排口",
                1,
                "企业",
                "红塔区",
                SupervisionClass.KEY,
                1,
                "总排口",
                Medium.WATER,
                "32",
                "2017",
                List.of(),
                List.of("w01018"),
                null,
                Map.of(),
                null,
                false,
                null,
                false);
    }
}
