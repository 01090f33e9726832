package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A centre and a field machine over lines that lose, double and re-order: whatever happens, each dialogue ends once, in its
 * time, and a Done is true.
 */
class DialogueModelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int RUNS = 4_000;
    private static final long SEED = 20261125;

    private final Map<Shape, Set<Class<?>>> ends = new EnumMap<>(Shape.class);

    @Test
    void everyDialogueEndsOnceInItsTimeAndDoneMeansCarriedOut() {
        for (int run = 0; run < RUNS; run++) {
            new Run(SEED + run).play();
        }
        for (Shape shape : List.of(Shape.SET, Shape.GET, Shape.HIST)) {
            assertThat(ends.get(shape))
                    .as("%s: the runs reach every end", shape)
                    .contains(
                            DialogueState.Done.class,
                            DialogueState.Refused.class,
                            DialogueState.Failed.class,
                            DialogueState.TimedOut.class);
        }
    }

    private final class Run {

        final String name;
        final Random random;
        final Edition edition;
        final Shape shape;
        final Timing timing;
        final LossyLine line;
        final int qnRtn;
        final int exeRtn;
        final Packet request;
        final List<DialogueState.Ended> outcomes = new ArrayList<>();
        final Set<String> stored = new LinkedHashSet<>();

        Instant now = START;
        Dialogue dialogue;
        Responder responder;
        int executions;
        Instant executedAt;
        int counted;

        Run(long seed) {
            random = new Random(seed);
            name = "seed " + seed;
            edition = Edition.values()[random.nextInt(3)];
            shape = List.of(Shape.SET, Shape.GET, Shape.HIST, Shape.NOTICE_DOWN).get(random.nextInt(4));
            timing = new Timing(
                    Duration.ofSeconds(1 + random.nextInt(10)),
                    random.nextInt(4),
                    Duration.ofSeconds(5 + random.nextInt(60)),
                    Duration.ofSeconds(300));
            line = new LossyLine(
                    random,
                    random.nextInt(3) * 0.2,
                    random.nextInt(3) * 0.2,
                    Duration.ofMillis(random.nextBoolean() ? 100 : 12_000));
            qnRtn = random.nextInt(8) == 0 ? 2 : 1;
            exeRtn = random.nextInt(6) == 0 ? 2 : 1;
            request = Packet.of(
                    "20260101080000000",
                    "32",
                    shape == Shape.HIST ? "2061" : "1011",
                    "123456",
                    "M1",
                    edition.versionBits() + 1,
                    shape == Shape.HIST ? "BeginTime=20251231000000;EndTime=20251231230000" : "");
            responder = new Responder(edition, timing);
        }

        void play() {
            Dialogue.Step open = Dialogue.open(request, shape, edition, timing, now);
            centre(open);
            Instant limit = START.plus(timing.longest());
            while (true) {
                Instant next = earliest(
                        line.nextArrival(), earliest(dialogue.deadline(), earliest(responder.deadline(), executedAt)));
                if (next == null) {
                    break;
                }
                now = next;
                step();
                if (now.isAfter(limit)) {
                    assertThat(dialogue.ended())
                            .as("%s: over after %s", name, timing.longest())
                            .isTrue();
                }
            }
            judge();
        }

        private void step() {
            for (Packet packet : line.arrived(false, now)) {
                field(
                        packet.cn().equals("9014")
                                ? responder.answered(packet, now)
                                : responder.request(packet, shape, qnRtn, now));
            }
            if (executedAt != null && !now.isBefore(executedAt)) {
                executedAt = null;
                field(responder.executed(request, data(), exeRtn, now));
            }
            field(responder.at(now));
            for (Packet packet : line.arrived(true, now)) {
                centre(dialogue.received(packet, now));
            }
            centre(dialogue.at(now));
        }

        private List<Packet> data() {
            List<Packet> data = new ArrayList<>();
            if (exeRtn == 1 && shape == Shape.GET) {
                String qn = edition == Edition.E2005 ? "QN=" + request.qn() + ";" : "";
                data.add(up(request.qn(), 0, qn + "SystemTime=20260101080000"));
            }
            for (int i = 0; exeRtn == 1 && shape == Shape.HIST && i < 5; i++) {
                data.add(up("2026010108000100" + i, random.nextInt(2), "DataTime=2025123101000" + i + ";w01018-Avg=1"));
            }
            return data;
        }

        private Packet up(String qn, int answerWanted, String cp) {
            return Packet.of(qn, "32", request.cn(), "123456", "M1", edition.versionBits() + answerWanted, cp);
        }

        private void field(Responder.Step step) {
            responder = step.next();
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Reply reply) {
                    line.send(reply.frame(), true, now);
                } else if (effect instanceof Effect.Send send) {
                    line.send(send.packet(), edition, true, now);
                } else if (effect instanceof Effect.Execute) {
                    executions++;
                    executedAt = shape == Shape.NOTICE_DOWN ? null : now.plusMillis(random.nextInt(70_000));
                }
            }
        }

        private void centre(Dialogue.Step step) {
            dialogue = step.next();
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Send send) {
                    assertThat(send.packet())
                            .as("%s: the same request with the same QN", name)
                            .isEqualTo(request);
                    line.send(send.packet(), edition, false, now);
                } else if (effect instanceof Effect.Reply reply) {
                    line.send(reply.frame(), false, now);
                } else if (effect instanceof Effect.Data data) {
                    counted += data.repeated() ? 0 : 1;
                    stored.add(data.packet().cp());
                    if (data.answer() != null) {
                        line.send(data.answer(), false, now);
                    }
                } else if (effect instanceof Effect.Finished finished) {
                    outcomes.add(finished.outcome());
                }
            }
        }

        private void judge() {
            assertThat(outcomes).as("%s: exactly one outcome", name).hasSize(1);
            DialogueState.Ended outcome = outcomes.get(0);
            assertThat(dialogue.state()).as(name).isEqualTo(outcome);
            assertThat(executions).as("%s: never carried out twice", name).isLessThanOrEqualTo(1);
            assertThat(counted).as("%s: each record counts once", name).isEqualTo(stored.size());
            if (outcome instanceof DialogueState.Done done) {
                assertThat(executions).as("%s: done means carried out", name).isEqualTo(1);
                assertThat(exeRtn == 1 || shape == Shape.NOTICE_DOWN).as(name).isTrue();
                assertThat(done.packets()).as(name).isEqualTo(stored.size());
            } else if (outcome instanceof DialogueState.Refused refused) {
                assertThat(refused.qnRtn()).as(name).isEqualTo(qnRtn).isNotEqualTo(1);
                assertThat(executions).as(name).isZero();
            } else if (outcome instanceof DialogueState.Failed) {
                assertThat(executions).as(name).isEqualTo(1);
            }
            ends.computeIfAbsent(shape, one -> new LinkedHashSet<>()).add(outcome.getClass());
        }
    }

    private static Instant earliest(Instant a, Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
