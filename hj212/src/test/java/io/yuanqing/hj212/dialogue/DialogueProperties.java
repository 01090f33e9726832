package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What holds whatever a peer sends: nothing throws, a dialogue ends once and in its time, no memory grows. */
final class DialogueProperties {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_GROUPS = 3;

    private DialogueProperties() {}

    /** @param segments data segments as they arrive, a second apart */
    static void hold(List<String> segments) {
        for (Edition edition : Edition.values()) {
            List<Packet> packets = packets(segments);
            for (Shape shape : List.of(Shape.SET, Shape.GET, Shape.HIST, Shape.NOTICE_DOWN, Shape.UP)) {
                dialogueEndsOnce(packets, shape, edition);
            }
            responderAnswersAndMergeIsBounded(packets, edition);
        }
    }

    private static List<Packet> packets(List<String> segments) {
        List<Packet> packets = new ArrayList<>();
        for (String segment : segments) {
            Packet packet = Decoder.decode(Encoder.frame(segment)).packet();
            if (packet != null) {
                packets.add(packet);
            }
        }
        return packets;
    }

    private static void dialogueEndsOnce(List<Packet> packets, Shape shape, Edition edition) {
        Packet request = Packet.of(
                "20260101080000000",
                "32",
                "2061",
                "123456",
                "M1",
                5,
                "BeginTime=20251231000000;EndTime=20251231230000");
        Timing timing = new Timing(Duration.ofSeconds(3), 2, Duration.ofSeconds(5), Duration.ofSeconds(40));
        Dialogue dialogue =
                Dialogue.open(request, shape, edition, timing, START).next();
        int ends = 0;
        for (int second = 1; second <= 40; second++) {
            Instant now = START.plusSeconds(second);
            if (second <= packets.size()) {
                Dialogue.Step step = dialogue.received(packets.get(second - 1), now);
                ends += ends(step.effects());
                dialogue = step.next();
            }
            Dialogue.Step step = dialogue.at(now);
            ends += ends(step.effects());
            dialogue = step.next();
        }
        assertThat(ends).as("%s in %s ends once", shape, edition).isEqualTo(1);
        assertThat(dialogue.ended()).isTrue();
    }

    private static int ends(List<Effect> effects) {
        return (int) effects.stream().filter(Effect.Finished.class::isInstance).count();
    }

    private static void responderAnswersAndMergeIsBounded(List<Packet> packets, Edition edition) {
        Responder responder = new Responder(edition, Timing.FIXED_LINE);
        PartMerge merge = new PartMerge(MOST_GROUPS, 4, Duration.ofSeconds(5));
        int incomplete = 0;
        int parts = 0;
        Instant now = START;
        for (Packet packet : packets) {
            now = now.plusSeconds(1);
            responder = responder.answered(packet, now).next();
            Responder.Step step = responder.request(packet, Shape.GET, 1, now);
            assertThat(step.effects()).first().isInstanceOf(Effect.Reply.class);
            responder = step.next().executed(packet, List.of(packet), 1, now).next();
            responder = responder.at(now).next();

            PartMerge.Step told = merge.add(packet, now);
            assertThat(told.told()).as("something is told of each packet").isNotEmpty();
            merge = told.next();
            parts += told.told().stream().anyMatch(Merged.Waiting.class::isInstance) ? 1 : 0;
            incomplete += incomplete(told.told());
            assertThat(merge.kept()).isLessThanOrEqualTo(MOST_GROUPS);
        }
        PartMerge.Step end = merge.expire(now.plusSeconds(5));
        assertThat(end.next().kept()).as("nothing is kept for ever").isZero();
        assertThat(incomplete + incomplete(end.told())).isLessThanOrEqualTo(parts);
    }

    private static int incomplete(List<Merged> told) {
        return (int) told.stream().filter(Merged.Incomplete.class::isInstance).count();
    }
}
