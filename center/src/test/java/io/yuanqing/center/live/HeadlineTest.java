package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.live.StateReason.Code;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @Test
    void aPointThatHasNeverSentIsOfflineAndSaysSo() {
        Headline headline = Headline.of(point("w01018"), null, List.of(), NOW, LIMIT);
        assertThat(headline.state()).isEqualTo(State.OFFLINE);
        assertThat(headline.online()).isFalse();
        assertThat(headline.reason().code()).isEqualTo(Code.NEVER_HEARD);
    }

    @Test
    void silenceBeyondTheLimitIsOfflineWhateverTheLastValuesSaid() {
        Map<String, LatestValue> values = Map.of("w01018", value("41.0", "D", NOW.minus(LIMIT)));
        assertThat(headline(values, NOW.minus(LIMIT)).state()).isEqualTo(State.ABNORMAL);
        Headline silent = headline(values, NOW.minus(LIMIT).minusSeconds(1));
        assertThat(silent.state()).isEqualTo(State.OFFLINE);
        assertThat(silent.reason().since()).isEqualTo(NOW.minus(LIMIT).minusSeconds(1));
    }

    @Test
    void eachFlagHasItsState() {
        Map<String, State> expected = new TreeMap<>(Map.of(
                "N", State.NORMAL,
                "D", State.ABNORMAL,
                "B", State.ABNORMAL,
                "T", State.ABNORMAL,
                "TD", State.ABNORMAL,
                "?", State.ABNORMAL,
                "M", State.MAINTENANCE,
                "C", State.MAINTENANCE,
                "F", State.STOPPED));
        expected.forEach((flag, state) -> assertThat(headline(Map.of("w01018", value("41.0", flag, NOW)), NOW)
                        .state())
                .as(flag)
                .isEqualTo(state));
    }

    @Test
    void theMostPressingFactorDecidesAndIsNamed() {
        Headline headline = headline(Map.of("w01018", value("41.0", "C", NOW), "w21003", value("1.5", "D", NOW)), NOW);
        assertThat(headline.state()).isEqualTo(State.ABNORMAL);
        assertThat(headline.reason().factor()).isEqualTo("w21003");
        assertThat(headline.reason().flag()).isEqualTo("D");
        assertThat(headline.reason().code()).isEqualTo(Code.FLAG);
    }

    @Test
    void noNumberIsAbnormalOnAWatchedFactorButAFlagExplainsIt() {
        assertThat(headline(Map.of("w01018", value(null, "N", NOW)), NOW)
                        .reason()
                        .code())
                .isEqualTo(Code.NO_NUMBER);
        assertThat(headline(Map.of("w01018", value(null, "M", NOW)), NOW).state())
                .isEqualTo(State.MAINTENANCE);
        assertThat(headline(Map.of("w99999", value(null, "N", NOW)), NOW).state())
                .isEqualTo(State.NORMAL);
    }

    @Test
    void anAbsentFlagSpeaksAgainstNothing() {
        assertThat(headline(Map.of("w01018", value("41.0", null, NOW)), NOW).state())
                .isEqualTo(State.NORMAL);
    }

    @Test
    void aPointRegisteredWithLegacyCodesIsWatchedUnderTodays() {
        Latest latest = new Latest(1, 1, NOW, NOW, Map.of("w01018", value("41.0", "D", NOW)));
        assertThat(Headline.of(point("011"), latest, List.of(), NOW, LIMIT).state())
                .isEqualTo(State.ABNORMAL);
    }

    @Test
    void aValueThatStoppedComingDoesNotKeepThePointAbnormalForEver() {
        Instant old = NOW.minus(LIMIT).minusSeconds(60);
        Map<String, LatestValue> values = Map.of("w01018", value("41.0", "D", old), "w21003", value("1.5", "N", NOW));
        assertThat(headline(values, NOW).state()).isEqualTo(State.NORMAL);
    }

    private static Headline headline(Map<String, LatestValue> values, Instant receivedAt) {
        Instant newest = values.values().stream()
                .map(LatestValue::dataTime)
                .max(Instant::compareTo)
                .orElseThrow();
        return Headline.of(point("w01018"), new Latest(1, 1, newest, receivedAt, values), List.of(), NOW, LIMIT);
    }

    private static LatestValue value(String number, String flag, Instant dataTime) {
        BigDecimal value = number == null ? null : new BigDecimal(number);
        return new LatestValue(value, number == null ? "-" : number, flag, null, dataTime, dataTime, "2011");
    }

    private static MonitoringPoint point(String assessed) {
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
                List.of("w21003"),
                List.of(assessed),
                null,
                Map.of(),
                null,
                false,
                null,
                false);
    }
}
