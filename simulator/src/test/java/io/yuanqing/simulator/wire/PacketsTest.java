package io.yuanqing.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.Hours;
import io.yuanqing.simulator.nature.Means;
import io.yuanqing.simulator.nature.PointModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacketsTest {

    private static final long SEED = 4711;
    private static final long HOUR = Instant.parse("2026-11-03T04:00:00Z").getEpochSecond();

    @Test
    void everyPacketOfEveryLoggerIsIntactAndOfItsEdition() {
        for (CityPoint point : City.sample().points()) {
            PointModel model = new PointModel(SEED, point);
            Packets packets = new Packets(model, new Timetable(SEED, point).silent());
            Means[] hour = new Hours(model, 0).hour(HOUR);
            Stream.of(
                            packets.realtime(HOUR + 17),
                            packets.means(Period.HOUR, HOUR, hour, false),
                            List.of(packets.restart(HOUR), packets.deviceStates(HOUR), packets.instrument(HOUR)),
                            List.of(packets.log(HOUR, "更换试剂")))
                    .flatMap(List::stream)
                    .forEach(upload -> {
                        Decoded decoded = Decoder.decode(upload.frame());
                        assertThat(decoded.ok())
                                .as(decoded.problems().toString())
                                .isTrue();
                        Packet packet = Objects.requireNonNull(decoded.packet());
                        assertThat(packet.mn()).isEqualTo(point.mn());
                        assertThat(packet.edition()).isEqualTo(point.edition());
                        assertThat(packet.answerWanted()).isEqualTo(upload.answered());
                        assertThat(packet.cp().length()).isLessThanOrEqualTo(950);
                        assertThat(upload.frame().length).isLessThanOrEqualTo(1036 + 12);
                    });
        }
    }

    @Test
    void theOldEditionSpeaksInLegacyCodes() {
        CityPoint point = first(Edition.E2005, "w01018");
        Packet packet = decode(packets(point).realtime(HOUR).get(0));
        assertThat(packet.readings().stream().map(reading -> reading.factor())).contains("011", "001", "B01");
        assertThat(packet.backfilled()).isFalse();
    }

    @Test
    void onlyThe2025EditionMarksBackfillAndSendsTheRawMean() {
        CityPoint point = first(Edition.E2025, "a21026");
        Hours hours = new Hours(new PointModel(SEED, point), 0);
        Packet late = decode(packets(point)
                .means(Period.MINUTES, HOUR, hours.interval(HOUR, point.minuteInterval()), true)
                .get(0));
        assertThat(late.flag() & 0xFC).isEqualTo(8);
        assertThat(late.backfilled()).isTrue();
        assertThat(late.cp()).contains("-RawAvg=");
        CityPoint older = first(Edition.E2017, "a21026");
        Hours olderHours = new Hours(new PointModel(SEED, older), 0);
        Packet olderLate = decode(packets(older)
                .means(Period.HOUR, HOUR, olderHours.hour(HOUR), true)
                .get(0));
        assertThat(olderLate.backfilled()).isFalse();
        assertThat(olderLate.cp()).doesNotContain("-RawAvg=");
    }

    /** HJ 212-2017 C.49: each part is a whole packet with the DataTime and complete items. */
    @Test
    void whatIsTooLongIsSplitBetweenFactors() {
        CityPoint point = first(Edition.E2017, "a01901");
        Hours hours = new Hours(new PointModel(SEED, point), 0);
        List<Packet> parts = packets(point).means(Period.HOUR, HOUR, hours.hour(HOUR), false).stream()
                .map(PacketsTest::decode)
                .toList();
        assertThat(parts).hasSize(2);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.split()).isTrue();
            assertThat(part.pnum()).isEqualTo(2);
            assertThat(part.dataTime()).isEqualTo(LocalDateTime.of(2026, 11, 3, 12, 0));
        });
        assertThat(parts.stream().map(Packet::pno)).containsExactly(1, 2);
        assertThat(parts.stream().map(Packet::qn).distinct()).hasSize(2);
        assertThat(parts.stream().flatMap(p -> p.readings().stream()).map(r -> r.factor()))
                .containsExactlyElementsOf(point.factors());
    }

    @Test
    void theSentHourIsTheModelsHour() {
        CityPoint point = first(Edition.E2017, "a21026");
        Means[] hour = new Hours(new PointModel(SEED, point), 0).hour(HOUR);
        Packet packet =
                decode(packets(point).means(Period.HOUR, HOUR, hour, false).get(0));
        BigDecimal sent = Objects.requireNonNull(packet.readings().get(0).number("Avg"));
        assertThat(sent.doubleValue()).isCloseTo(hour[0].mean(), org.assertj.core.api.Assertions.within(0.0051));
    }

    @Test
    void numbersKeepTheirLeadingZeros() {
        StringBuilder text = new StringBuilder();
        Digits.append(text, 1.005, 3);
        Digits.append(text.append(' '), -0.042, 3);
        Digits.append(text.append(' '), 0.0004, 3);
        Digits.append(text.append(' '), -0.0001, 3);
        Digits.append(text.append(' '), 12, 1);
        Digits.append(text.append(' '), 7.6, 0);
        assertThat(text).hasToString("1.005 -0.042 0.000 0.000 12.0 8");
    }

    private static Packets packets(CityPoint point) {
        return new Packets(new PointModel(SEED, point), false);
    }

    private static CityPoint first(Edition edition, String factor) {
        return City.sample().points().stream()
                .filter(p -> p.edition() == edition && p.factors().contains(factor))
                .findFirst()
                .orElseThrow();
    }

    private static Packet decode(Upload upload) {
        return Objects.requireNonNull(Decoder.decode(upload.frame()).packet());
    }
}
