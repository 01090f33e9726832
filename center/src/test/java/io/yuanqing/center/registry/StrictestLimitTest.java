package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which limit a mean is held against decides whether an enterprise is fined. */
class StrictestLimitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private long id;

    @Test
    void ofStandardAndPermitTheLowerCountsWhicheverItIs() {
        PointLimit standard = limit("a21002", "100", "mg/m3", null, false);
        assertThat(value("9", standard, limit("a21002", "80", "mg/m3", null, false)))
                .isEqualTo("80");
        assertThat(value("9", standard, limit("a21002", "120", "mg/m3", null, false)))
                .isEqualTo("100");
    }

    @Test
    void unitsAreMadeEqualBeforeLimitsAreCompared() {
        assertThat(value(
                        "9", limit("a21002", "0.2", "g/m3", null, false), limit("a21002", "300", "mg/m3", null, false)))
                .isEqualTo("200");
    }

    /** GB 13223 speaks of 6 % oxygen: at a boiler that converts to 9 % the same emission reads (21-9)/(21-6) of it. */
    @Test
    void aLimitAtAnotherReferenceOxygenIsConvertedToThePoints() {
        assertThat(value("9", limit("a21002", "100", "mg/m3", "6", false))).isEqualTo("80");
        assertThat(value("6", limit("a21002", "100", "mg/m3", "6", false))).isEqualTo("100");
        assertThat(value(null, limit("a21002", "100", "mg/m3", "6", false))).isEqualTo("100");
    }

    @Test
    void theStricterIsFoundAfterTheConversionOfOxygenNotBefore() {
        // 50 at 6 % is 40 at 9 %, stricter than 45 at 9 %.
        assertThat(value("9", limit("a21002", "45", "mg/m3", "9", false), limit("a21002", "50", "mg/m3", "6", false)))
                .isEqualTo("40");
    }

    @Test
    void aFactorsOwnReferenceOxygenComesBeforeThePoints() {
        MonitoringPoint point = point("9", Map.of("a21002", new BigDecimal("6")));
        List<LimitInForce> found = StrictestLimit.of(
                point, List.of(limit("a21002", "100", "mg/m3", "6", false)), "a21002", LimitPeriod.HOUR, DAY);
        assertThat(found.get(0).value().toPlainString()).isEqualTo("100");
    }

    @Test
    void aLimitOnMeasuredValuesStandsBesideOneOnConvertedValues() {
        List<LimitInForce> found = StrictestLimit.of(
                point("9", Map.of()),
                List.of(limit("a21002", "100", "mg/m3", "9", false), limit("a21002", "90", "mg/m3", null, true)),
                "a21002",
                LimitPeriod.HOUR,
                DAY);
        assertThat(found).extracting(LimitInForce::converted).containsExactly(true, false);
    }

    @Test
    void ofTwoLowerBoundsTheHigherIsTheStricter() {
        PointLimit six = pH(Bound.LOWER, "6");
        PointLimit seven = pH(Bound.LOWER, "7");
        PointLimit nine = pH(Bound.UPPER, "9");
        List<LimitInForce> found =
                StrictestLimit.of(point(null, Map.of()), List.of(six, nine, seven), "w01001", LimitPeriod.INSTANT, DAY);
        assertThat(found).extracting(one -> one.bound() + " " + one.value()).containsExactly("LOWER 7", "UPPER 9");
    }

    /** What was decided under the old permit must come out the same when it is computed again. */
    @Test
    void aDayHasTheLimitThatWasInForceOnIt() {
        PointLimit old = dated("200", null, LocalDate.of(2026, 1, 1));
        PointLimit next = dated("100", LocalDate.of(2026, 1, 1), null);
        assertThat(on(LocalDate.of(2025, 12, 31), old, next)).isEqualTo("200");
        assertThat(on(LocalDate.of(2026, 1, 1), old, next)).isEqualTo("100");
        assertThat(on(LocalDate.of(2025, 12, 31), next))
                .as("before its first day")
                .isNull();
        LocalDate today = LocalDate.of(2026, 5, 1);
        assertThat(on(today, dated("50", today, today)))
                .as("ended on its first day")
                .isNull();
    }

    @Test
    void anotherPeriodsOrFactorsLimitIsNotTaken() {
        PointLimit hour = limit("a21002", "100", "mg/m3", null, false);
        assertThat(StrictestLimit.of(point("9", Map.of()), List.of(hour), "a21002", LimitPeriod.DAY, DAY))
                .isEmpty();
        assertThat(StrictestLimit.of(point("9", Map.of()), List.of(hour), "a21026", LimitPeriod.HOUR, DAY))
                .isEmpty();
    }

    private static String value(String oxygen, PointLimit... limits) {
        return StrictestLimit.of(point(oxygen, Map.of()), List.of(limits), "a21002", LimitPeriod.HOUR, DAY)
                .get(0)
                .value()
                .toPlainString();
    }

    private static String on(LocalDate day, PointLimit... limits) {
        return StrictestLimit.of(point("9", Map.of()), List.of(limits), "a21002", LimitPeriod.HOUR, day).stream()
                .map(one -> one.value().toPlainString())
                .findFirst()
                .orElse(null);
    }

    private PointLimit dated(String value, LocalDate from, LocalDate to) {
        return limit("a21002", LimitPeriod.HOUR, Bound.UPPER, value, "mg/m3", null, false, from, to);
    }

    private PointLimit pH(Bound bound, String value) {
        return limit("w01001", LimitPeriod.INSTANT, bound, value, "1", null, false, null, null);
    }

    private PointLimit limit(String factor, String value, String unit, String oxygen, boolean asMeasured) {
        return limit(factor, LimitPeriod.HOUR, Bound.UPPER, value, unit, oxygen, asMeasured, null, null);
    }

    private PointLimit limit(
            String factor,
            LimitPeriod period,
            Bound bound,
            String value,
            String unit,
            String oxygen,
            boolean asMeasured,
            LocalDate from,
            LocalDate to) {
        return new PointLimit(
                ++id,
                1,
                PointLimit.Source.PERMIT,
                "91530402MA51J0AW6B001P",
                null,
                factor,
                period,
                bound,
                new BigDecimal(value),
                unit,
                oxygen == null ? null : new BigDecimal(oxygen),
                asMeasured,
                from,
                to,
                "",
                null,
                Instant.EPOCH,
                "admin");
    }

    private static MonitoringPoint point(String oxygen, Map<String, BigDecimal> byFactor) {
        return new MonitoringPoint(
                1,
                "MN1",
                "窑尾",
                1,
                "企业",
                "红塔区",
                SupervisionClass.KEY,
                1,
                "窑尾",
                Medium.GAS,
                "31",
                "2017",
                List.of(),
                List.of("a21002"),
                oxygen == null ? null : new BigDecimal(oxygen),
                byFactor,
                null,
                false,
                null,
                false);
    }
}
