package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts that are merged wrongly would mix the values of two hours (clause 6.3.1). */
class PartMergeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private PartMerge merge = new PartMerge(4, 20, Duration.ofMinutes(10));

    private List<Merged> add(Packet packet, long second) {
        PartMerge.Step step = merge.add(packet, NOW.plusSeconds(second));
        merge = step.next();
        return step.told();
    }

    private static Packet part(String qn, String dataTime, Integer pnum, Integer pno, String items) {
        String cp = "DataTime=" + dataTime + ";" + items;
        Packet plain = Packet.of(qn, "32", "2061", "123456", "010000A8900016F000169DC0", 6, cp);
        return new Packet(qn, "32", "2061", "123456", plain.mn(), 6, true, pnum, pno, false, cp, plain.items());
    }

    private static Packet hour(String dataTime, int pno) {
        return part("2016080108585753" + pno, dataTime, 3, pno, "w0100" + pno + "-Avg=" + pno + ".5");
    }

    @Test
    void partsInAnyOrderGiveTheItemsInPnoOrderUnderTheFirstPartsHeader() {
        assertThat(add(hour("20160801080000", 3), 0)).containsExactly(new Merged.Waiting(hour("20160801080000", 3), 1));
        add(hour("20160801080000", 1), 1);
        assertThat(add(hour("20160801080000", 2), 2)).singleElement().satisfies(told -> {
            Merged.Complete complete = (Merged.Complete) told;
            assertThat(complete.packet().cp())
                    .isEqualTo("DataTime=20160801080000;w01001-Avg=1.5;w01002-Avg=2.5;w01003-Avg=3.5");
            assertThat(complete.packet().qn()).isEqualTo("20160801085857531");
            assertThat(complete.packet().flag()).isEqualTo(4);
            assertThat(complete.packet().pnum()).isNull();
            assertThat(complete.parts()).extracting(Packet::pno).containsExactly(1, 2, 3);
        });
    }

    @Test
    void aPacketThatIsNotSplitIsWholeAlsoAsOneOfOne() {
        Packet plain = part("1", "20160801080000", null, null, "a=1");
        Packet oneOfOne = part("1", "20160801080000", 1, 1, "a=1");
        assertThat(add(plain, 0)).containsExactly(new Merged.Whole(plain));
        assertThat(add(oneOfOne, 0)).containsExactly(new Merged.Whole(oneOfOne));
        assertThat(merge.nextExpiry()).isNull();
    }

    @Test
    void aRepeatedPartIsToldAndChangesNothingAlsoAfterTheLast() {
        add(hour("20160801080000", 1), 0);
        assertThat(add(hour("20160801080000", 1), 1)).hasOnlyElementsOfType(Merged.Repeated.class);
        add(hour("20160801080000", 2), 2);
        add(hour("20160801080000", 3), 3);
        assertThat(add(hour("20160801080000", 2), 4)).hasOnlyElementsOfType(Merged.Repeated.class);
        assertThat(merge.expire(NOW.plusSeconds(600)).told()).isEmpty();
    }

    @Test
    void aMessageThatIsSentAnewWithOtherValuesIsCompleteAnew() {
        for (int pno = 1; pno <= 3; pno++) {
            add(hour("20160801080000", pno), 0);
        }
        add(part("9", "20160801080000", 3, 1, "w01001-Avg=7"), 5);
        add(part("9", "20160801080000", 3, 2, "w01002-Avg=8"), 5);
        assertThat(add(part("9", "20160801080000", 3, 3, "w01003-Avg=9"), 5))
                .hasOnlyElementsOfType(Merged.Complete.class);
    }

    @Test
    void twoMessagesWhosePartsComeInTurnsAreNotMixed() {
        add(hour("20160801080000", 1), 0);
        add(hour("20160801090000", 1), 0);
        add(hour("20160801080000", 2), 0);
        add(hour("20160801090000", 2), 0);
        assertThat(add(hour("20160801080000", 3), 0)).hasOnlyElementsOfType(Merged.Complete.class);
        assertThat(add(hour("20160801090000", 3), 0)).hasOnlyElementsOfType(Merged.Complete.class);
    }

    @Test
    void whenTheTimeIsOverTheMissingPartsAreNamed() {
        add(hour("20160801080000", 2), 0);
        assertThat(merge.nextExpiry()).isEqualTo(NOW.plusSeconds(600));
        assertThat(merge.expire(NOW.plusSeconds(599)).told()).isEmpty();
        assertThat(merge.expire(NOW.plusSeconds(600)).told()).singleElement().satisfies(told -> {
            Merged.Incomplete incomplete = (Merged.Incomplete) told;
            assertThat(incomplete.missing()).containsExactly(1, 3);
            assertThat(incomplete.crowdedOut()).isFalse();
            assertThat(incomplete.packet().cp()).isEqualTo("DataTime=20160801080000;w01002-Avg=2.5");
        });
    }

    @Test
    void atMostSoManyMessagesAreOpenTheOldestGoes() {
        for (int hour = 0; hour < 4; hour++) {
            add(hour("201608010" + hour + "0000", 1), hour);
        }
        assertThat(add(hour("20160801090000", 1), 9))
                .filteredOn(Merged.Incomplete.class::isInstance)
                .singleElement()
                .satisfies(told -> {
                    assertThat(((Merged.Incomplete) told).crowdedOut()).isTrue();
                    assertThat(((Merged.Incomplete) told).packet().value("DataTime"))
                            .isEqualTo("20160801000000");
                });
    }

    @Test
    void numbersThatCannotBeAreToldAndNothingWaitsForThem() {
        for (Packet odd : List.of(
                part("1", "20160801080000", 2, 3, "a=1"),
                part("1", "20160801080000", 2, 0, "a=1"),
                part("1", "20160801080000", 2, null, "a=1"),
                part("1", "20160801080000", 0, 1, "a=1"),
                part("1", "20160801080000", 21, 1, "a=1"))) {
            assertThat(add(odd, 0)).containsExactly(new Merged.Misnumbered(odd));
        }
        assertThat(merge.nextExpiry()).isNull();
    }

    @Test
    void recordsOfAHistoryNumberedByPnoAreRecognisedAndNotReportedAsIncomplete() {
        Packet first = part("1", "20160801080000", 9, 1, "w01001-Avg=1");
        Packet second = part("2", "20160801090000", 9, 2, "w01001-Avg=2");
        Packet third = part("3", "20160801100000", 9, 3, "w01001-Avg=3");
        add(first, 0);
        assertThat(add(second, 1)).containsExactly(new Merged.Numbered(first), new Merged.Numbered(second));
        assertThat(add(third, 2)).containsExactly(new Merged.Numbered(third));
        assertThat(merge.expire(NOW.plusSeconds(700)).told()).isEmpty();
    }

    /** Split, shuffled, repeated, other messages between: the merged message has the readings of the one that was split. */
    @Test
    void whateverIsSplitComesTogetherAgain() {
        long seed = 20261124;
        for (int run = 0; run < 300; run++) {
            Random random = new Random(seed + run);
            Packet whole = randomHour(random);
            QnSequence qns = new QnSequence(Clock.fixed(NOW, ZoneOffset.UTC));
            Edition edition = Edition.values()[random.nextInt(3)];
            List<Packet> wire = new ArrayList<>(Splitter.split(whole, edition, qns::next));
            wire.addAll(wire.subList(0, random.nextInt(wire.size() + 1)));
            Collections.shuffle(wire, random);

            List<Packet> complete = new ArrayList<>();
            merge = new PartMerge(2, 20, Duration.ofMinutes(10));
            for (Packet part : wire) {
                Packet received = Decoder.decode(Encoder.frame(part, edition)).packet();
                for (Merged told : add(received, 0)) {
                    if (told instanceof Merged.Complete whose) {
                        complete.add(whose.packet());
                    } else if (told instanceof Merged.Whole whose && complete.isEmpty()) {
                        complete.add(whose.packet());
                    }
                }
            }
            assertThat(complete).as("seed %d", seed + run).singleElement().satisfies(packet -> {
                assertThat(packet.readings()).isEqualTo(whole.readings());
                assertThat(packet.value("DataTime")).isEqualTo(whole.value("DataTime"));
            });
        }
    }

    private static Packet randomHour(Random random) {
        StringBuilder cp = new StringBuilder("DataTime=20160801080000");
        int factors = 1 + random.nextInt(120);
        for (int i = 0; i < factors; i++) {
            cp.append(";w%05d-Avg=%.2f".formatted(i, random.nextDouble() * 100));
            if (random.nextBoolean()) {
                cp.append(",w%05d-Flag=N".formatted(i));
            }
        }
        return Packet.of("20160801085857534", "32", "2061", "123456", "010000A8900016F000169DC0", 5, cp.toString());
    }
}
