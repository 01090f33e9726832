package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.live.StateReason.Code;
import io.yuanqing.center.readings.Latest;
import io.yuanqing.center.readings.LatestValue;
import io.yuanqing.center.readings.Mean;
import io.yuanqing.center.registry.Bound;
import io.yuanqing.center.registry.LimitPeriod;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointLimit;
import io.yuanqing.center.registry.SupervisionClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is shown as exceeding is called at night: neither a converted value nor a day's mean may be mistaken. */
class ExceedanceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(30);

    @Test
    void gasWithAReferenceOxygenIsJudgedByItsConvertedHourMean() {
        MonitoringPoint kiln = point(Medium.GAS, "10");
        List<PointLimit> limits = List.of(limit("a21002", LimitPeriod.HOUR, "320"));
        assertThat(judge(kiln, limits, "a21002", LimitPeriod.HOUR, "400", "300"))
                .isEmpty();
        Exceedance found =
                judge(kiln, limits, "a21002", LimitPeriod.HOUR, "300", "428.0").get(0);
        assertThat(found.value().toPlainString()).isEqualTo("428.0");
        assertThat(found.multiple().toPlainString()).isEqualTo("1.34");
        assertThat(found.converted()).isTrue();
        assertThat(found.basis()).isEqualTo("P1");
        assertThat(judge(kiln, limits, "a21002", LimitPeriod.HOUR, "400", null))
                .as("a measured value is no converted one")
                .isEmpty();
    }

    @Test
    void gasWithoutAReferenceOxygenIsJudgedAsMeasured() {
        List<PointLimit> limits = List.of(limit("a34013", LimitPeriod.HOUR, "20"));
        assertThat(judge(point(Medium.GAS, null), limits, "a34013", LimitPeriod.HOUR, "20.1", null))
                .hasSize(1);
        assertThat(judge(point(Medium.GAS, null), limits, "a34013", LimitPeriod.HOUR, "20.0", null))
                .as("at the limit is within it")
                .isEmpty();
    }

    /** GB 18918-2002 clause 4.1.4.2: the day's mean decides. */
    @Test
    void anHourOfWaterOnlyWarnsAndItsDayDecides() {
        MonitoringPoint plant = point(Medium.WATER, null);
        List<PointLimit> limits = List.of(limit("w01018", LimitPeriod.DAY, "50"));
        assertThat(judge(plant, limits, "w01018", LimitPeriod.HOUR, "61.2", null))
                .extracting(Exceedance::warningOnly)
                .containsExactly(true);
        assertThat(judge(plant, limits, "w01018", LimitPeriod.DAY, "50.1", null))
                .extracting(Exceedance::warningOnly)
                .containsExactly(false);
        List<PointLimit> hourly = List.of(limit("w01018", LimitPeriod.HOUR, "50"));
        assertThat(judge(plant, hourly, "w01018", LimitPeriod.HOUR, "61.2", null))
                .extracting(Exceedance::warningOnly)
                .containsExactly(true);
    }

    @Test
    void anExceedanceGoesBeforeWhatFlagsSayAndBehindSilence() {
        MonitoringPoint kiln = point(Medium.GAS, "10");
        List<PointLimit> limits = List.of(limit("a21002", LimitPeriod.HOUR, "320"));
        Latest said = said("D", NOON, new Mean(NOON.minusSeconds(3600), new BigDecimal("1"), new BigDecimal("428")));
        Headline headline = Headline.of(kiln, said, limits, NOON, LIMIT);
        assertThat(headline.state()).isEqualTo(State.EXCEEDING);
        assertThat(headline.reason().code()).isEqualTo(Code.OVER_LIMIT);
        assertThat(headline.reason().factor()).isEqualTo("a21002");
        assertThat(headline.reason().since()).isEqualTo(NOON.minusSeconds(3600));
        assertThat(headline.reason().exceedance().limit().toPlainString()).isEqualTo("320");

        Headline silent = Headline.of(kiln, said, limits, NOON.plus(LIMIT).plusSeconds(1), LIMIT);
        assertThat(silent.state()).isEqualTo(State.OFFLINE);
        assertThat(silent.over()).as("it does not end with silence").hasSize(1);
    }

    @Test
    void aMeanThatStoppedComingDoesNotAccuseForEver() {
        MonitoringPoint kiln = point(Medium.GAS, "10");
        List<PointLimit> limits = List.of(limit("a21002", LimitPeriod.HOUR, "320"));
        Mean old = new Mean(NOON.minus(Duration.ofHours(4)), new BigDecimal("1"), new BigDecimal("428"));
        assertThat(Headline.of(kiln, said("N", NOON, old), limits, NOON, LIMIT).state())
                .isEqualTo(State.NORMAL);
    }

    @Test
    void aWarningLeavesTheStateAloneAndIsTold() {
        MonitoringPoint plant = point(Medium.WATER, null);
        List<PointLimit> limits = List.of(limit("a21002", LimitPeriod.DAY, "50"));
        Latest said = said("N", NOON, new Mean(NOON.minusSeconds(3600), new BigDecimal("61"), null));
        Headline headline = Headline.of(plant, said, limits, NOON, LIMIT);
        assertThat(headline.state()).isEqualTo(State.NORMAL);
        assertThat(headline.over()).hasSize(1);
    }

    private static List<Exceedance> judge(
            MonitoringPoint point, List<PointLimit> limits, String factor, LimitPeriod period, String avg, String zs) {
        Mean mean = new Mean(NOON, new BigDecimal(avg), zs == null ? null : new BigDecimal(zs));
        return Exceedance.of(point, limits, factor, period, mean);
    }

    private static Latest said(String flag, Instant at, Mean hour) {
        LatestValue value = new LatestValue(new BigDecimal("41.0"), "41.0", flag, null, at, at, "2011");
        return new Latest(1, 1, at, at, Map.of("a21002", value), Map.of("a21002", hour), Map.of());
    }

    private static PointLimit limit(String factor, LimitPeriod period, String value) {
        return new PointLimit(
                1,
                1,
                PointLimit.Source.PERMIT,
                "P1",
                null,
                factor,
                period,
                Bound.UPPER,
                new BigDecimal(value),
                factor.startsWith("w") ? "mg/L" : "mg/m3",
                null,
                false,
                null,
                null,
                "",
                null,
                Instant.EPOCH,
                "admin");
    }

    private static MonitoringPoint point(Medium medium, String oxygen) {
        return new MonitoringPoint(
                1,
                "MN1",
                "口",
                1,
                "企业",
                "红塔区",
                SupervisionClass.KEY,
                1,
                "口",
                medium,
                null,
                "2017",
                List.of(),
                List.of("a21002"),
                oxygen == null ? null : new BigDecimal(oxygen),
                Map.of(),
                null,
                false,
                null,
                false);
    }
}
