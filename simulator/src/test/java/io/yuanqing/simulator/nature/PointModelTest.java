package io.yuanqing.simulator.nature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.Episode.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PointModelTest {

    private static final long SEED = 4711;
    private static final long START = Instant.parse("2026-11-02T00:00:00Z").getEpochSecond() / 60;
    private static final long MONTH = 30 * 1440;

    private final List<CityPoint> points = City.sample().points();

    @Test
    void theSameMinuteIsTheSameInWhateverOrderItIsAskedFor() {
        for (CityPoint point : points.subList(0, 40)) {
            PointModel forwards = new PointModel(SEED, point);
            PointModel backwards = new PointModel(SEED, point);
            List<Minute> one = LongStream.range(0, 60)
                    .mapToObj(i -> forwards.at(START + i * 1009))
                    .toList();
            List<Minute> other = new ArrayList<>();
            for (long i = 59; i >= 0; i--) {
                other.add(0, backwards.at(START + i * 1009));
            }
            for (int i = 0; i < one.size(); i++) {
                assertThat(other.get(i).value()).isEqualTo(one.get(i).value());
                assertThat(other.get(i).sway()).isEqualTo(one.get(i).sway());
                assertThat(other.get(i).converted()).isEqualTo(one.get(i).converted());
                assertThat(other.get(i).flag()).isEqualTo(one.get(i).flag());
            }
        }
    }

    @Test
    void anotherSeedIsAnotherCity() {
        CityPoint point = points.get(0);
        assertThat(new PointModel(SEED, point).at(START).value())
                .isNotEqualTo(new PointModel(SEED + 1, point).at(START).value());
    }

    /** Realtime, minute and hour data must tell the same story: a checker of falsification compares them. */
    @Test
    void theInstantsOfAMinuteHaveItsMeanAndStayWithinItsSpan() {
        PointModel model = new PointModel(SEED, points.get(0));
        Minute minute = model.at(START + 77);
        for (int i = 0; i < minute.value().length; i++) {
            int factor = i;
            double mean = LongStream.range(0, 60)
                    .mapToDouble(second -> minute.instant(factor, (int) second))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(minute.value()[i], within(1e-9 + Math.abs(minute.value()[i]) * 1e-9));
            for (int second = 0; second < 60; second++) {
                assertThat(minute.instant(i, second))
                        .isBetween(
                                minute.value()[i] - minute.sway()[i] - 1e-9,
                                minute.value()[i] + minute.sway()[i] + 1e-9);
            }
        }
    }

    @Test
    void anHourIsTheMeanOfItsMinutesAndItsTotalsAreTheirSums() {
        int compared = 0;
        for (CityPoint point : points) {
            PointModel model = new PointModel(SEED, point);
            Hours hours = new Hours(model, 0);
            long start = START * 60;
            Means[] hour = hours.hour(start);
            int parts = 60 / point.minuteInterval();
            Means[] sum = Means.ofHours(
                    model,
                    LongStream.range(0, parts)
                            .mapToObj(i ->
                                    hours.interval(start + i * point.minuteInterval() * 60L, point.minuteInterval()))
                            .toList());
            for (int i = 0; i < hour.length; i++) {
                if (model.episodes(START, START + 60).isEmpty() && allNormal(model, i)) {
                    double scale = Math.max(1e-9, Math.abs(hour[i].mean()) * 1e-9);
                    assertThat(hour[i].mean()).isCloseTo(sum[i].mean(), within(scale));
                    assertThat(hour[i].low()).isEqualTo(sum[i].low());
                    assertThat(hour[i].high()).isEqualTo(sum[i].high());
                    if (!Double.isNaN(hour[i].total())) {
                        assertThat(hour[i].total()).isCloseTo(sum[i].total(), within(1e-6 + hour[i].total() * 1e-9));
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static boolean allNormal(PointModel model, int factor) {
        return LongStream.range(0, 60).allMatch(i -> model.at(START + i).flag()[factor] == 'N');
    }

    /** HJ 212-2017 Appendix D: C·(21 − O2 reference)/(21 − O2). */
    @Test
    void convertedValuesFollowTheOxygenThatIsReported() {
        int compared = 0;
        for (CityPoint point : points) {
            Double reference = point.referenceOxygen();
            if (reference == null) {
                continue;
            }
            PointModel model = new PointModel(SEED, point);
            Minute minute = model.at(START + 500);
            double oxygen = minute.value()[point.factors().indexOf("a19001")];
            double used = Math.min(oxygen, PointModel.HIGHEST_OXYGEN);
            for (int i = 0; i < minute.value().length; i++) {
                if (model.converts(point.factors().get(i))) {
                    double expected = minute.value()[i] * (21 - reference) / (21 - used);
                    assertThat(minute.converted()[i]).isCloseTo(expected, within(1e-9 + expected * 1e-9));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void pollutantTotalIsConcentrationTimesFlow() {
        CityPoint point = points.get(0);
        PointModel model = new PointModel(SEED, point);
        Means[] interval = new Hours(model, 0).interval(START * 60, 1);
        Minute minute = model.at(START);
        double flow = minute.value()[point.factors().indexOf("a00000")];
        assertThat(interval[point.factors().indexOf("a00000")].total()).isCloseTo(flow * 60, within(1e-6));
        assertThat(interval[0].total()).isCloseTo(flow * 60 * minute.value()[0] * 1e-6, within(1e-9));
    }

    @Test
    void everyKindOfEpisodeHappensSomewhereAndMostFiguresAreHonest() {
        List<Episode> all = points.stream()
                .flatMap(point -> new PointModel(SEED, point).episodes(START, START + 3 * MONTH).stream())
                .toList();
        assertThat(all.stream().map(Episode::kind).distinct()).containsExactlyInAnyOrder(Kind.values());
        long falsified = all.stream()
                .filter(episode -> episode.kind().falsified())
                .mapToLong(episode -> episode.toMinute() - episode.fromMinute())
                .sum();
        assertThat(falsified).isPositive().isLessThan(points.size() * 3 * MONTH / 20);
    }

    /** The record is the answer key of every later detector: it must point at data that are really so. */
    @Test
    void recordedStretchesAreInTheData() {
        List<Kind> checked = new ArrayList<>();
        for (CityPoint point : points) {
            PointModel model = new PointModel(SEED, point);
            for (Episode episode : model.episodes(START, START + MONTH)) {
                int factor = Math.max(0, point.factors().indexOf(episode.factor()));
                long from = episode.fromMinute();
                if (model.during(Kind.STOP, from) != null
                        || model.episodes(from, from + 240).size() > 1) {
                    continue;
                }
                List<Minute> minutes = LongStream.range(0, Math.min(240, episode.toMinute() - from))
                        .mapToObj(i -> model.at(from + i))
                        .filter(minute -> minute.flag()[factor] != 'C')
                        .toList();
                double limit =
                        point.process().levels().containsKey(point.factors().get(factor))
                                ? point.process()
                                        .levels()
                                        .get(point.factors().get(factor))
                                        .limit()
                                : 0;
                switch (episode.kind()) {
                    case CONSTANT ->
                        assertThat(minutes.stream().map(m -> m.value()[factor]).distinct())
                                .hasSize(1);
                    case CAPPED ->
                        assertThat(minutes).allSatisfy(m -> {
                            double judged =
                                    model.converts(episode.factor()) ? m.converted()[factor] : m.value()[factor];
                            assertThat(judged).isLessThan(limit);
                        });
                    case FAULT ->
                        assertThat(minutes)
                                .allSatisfy(m -> assertThat(m.flag()[factor]).isEqualTo('D'));
                    case OVER_RANGE ->
                        assertThat(minutes)
                                .allSatisfy(m -> assertThat(m.flag()[factor]).isEqualTo('T'));
                    case MAINTENANCE ->
                        assertThat(minutes).allSatisfy(m -> assertThat(m.flag()).containsOnly('M'));
                    case COPIED -> {
                        Minute first = minutes.get(0);
                        assertThat(first.value()[factor])
                                .isEqualTo(model.at(first.epochMinute() - 1440).value()[factor]);
                    }
                    default -> {
                        continue;
                    }
                }
                checked.add(episode.kind());
            }
        }
        assertThat(checked).contains(Kind.CONSTANT, Kind.CAPPED, Kind.FAULT, Kind.OVER_RANGE, Kind.MAINTENANCE);
    }
}
