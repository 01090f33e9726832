package io.yuanqing.hj212.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.hj212.command.Shape;
import io.yuanqing.hj212.dialogue.Examples.Line;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine that does not play the standard's own dialogues would not talk with a logger that was built after them. */
class DialogueExamplesTest {

    private static final Instant NOW = Instant.parse("2016-08-01T00:58:57Z");

    private static final String DIALOGUES = """
            C.1 , SET, 0
            C.2 , GET, 1
            C.3 , SET, 0
            C.10 , SET, 0
            C.11 , NOTICE_DOWN, 0
            C.20 , HIST, 1
            C.21 , HIST, 1
            C.22 , HIST, 1
            C.23 , HIST, 1
            C.41 , HIST, 2
            C.43 , GET, 1
            C.47 , HIST, 1
            C.48 , HIST, 1
            C.49 , HIST, 2
            C.50 , HIST, 2
            """;

    @ParameterizedTest
    @CsvSource(textBlock = DIALOGUES)
    void theCentreWritesEveryPrintedAnswerAndIsDone(String number, Shape shape, int packets) {
        List<Line> lines = Examples.of("HJ 212-2017 " + number + " ");
        Dialogue end = playCentre(lines, shape, Edition.E2017);
        assertThat(end.state()).isEqualTo(new DialogueState.Done(packets));
    }

    @ParameterizedTest
    @CsvSource(textBlock = DIALOGUES)
    void theFieldMachineWritesEveryPrintedPacket(String number, Shape shape, int packets) {
        List<Line> lines = Examples.of("HJ 212-2017 " + number + " ");
        List<Packet> up = lines.stream().filter(Line::up).map(Line::packet).toList();
        List<Packet> data =
                up.stream().filter(packet -> !packet.st().equals("91")).toList();
        assertThat(data).hasSize(packets);

        Responder responder = new Responder(Edition.E2017, Timing.MOBILE);
        Deque<Packet> written = new ArrayDeque<>();
        Packet request = lines.get(0).packet();
        responder = take(responder.request(request, shape, 1, NOW), written);
        if (shape != Shape.NOTICE_DOWN) {
            responder = take(responder.executed(request, data, 1, NOW), written);
        }
        for (Line line : lines.subList(1, lines.size())) {
            if (line.up()) {
                if (written.isEmpty()) {
                    // C.22 sends its record with Flag=5 and does not print the 9014.
                    responder = take(responder.answered(unprinted(data.get(0)), NOW), written);
                }
                assertThat(written.poll()).isEqualTo(line.packet());
            } else if (line.packet().cn().equals("9014")) {
                responder = take(responder.answered(line.packet(), NOW), written);
            }
        }
        assertThat(written).as("nothing more is written").isEmpty();
    }

    private static Packet unprinted(Packet record) {
        return Examples.packet(Replies.dataAnswer(record, Edition.E2017));
    }

    private static Responder take(Responder.Step step, Deque<Packet> written) {
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Send send) {
                written.add(send.packet());
            } else if (effect instanceof Effect.Reply reply) {
                written.add(Examples.packet(reply.frame()));
            }
        }
        return step.next();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1. , SET, 0
            2. , GET, 1
            3. , SET, 0
            7. , HIST, 1
            8. , HIST, 1
            9. , HIST, 1
            11. , SET, 0
            12. , GET, 1
            14. , GET, 1
            16. , GET, 1
            19. , GET, 1
            20. , SET, 0
            23. , SET, 0
            """)
    void the2005DialoguesWithTheirQnInTheCp(String topic, Shape shape, int packets) {
        List<Line> lines = Examples.of("HJ/T 212-2005 App.C topic " + topic);
        assertThat(playCentre(lines, shape, Edition.E2005).state()).isEqualTo(new DialogueState.Done(packets));
    }

    /** The Flag of the 9011 (1, 3) says that data and 9012 are to be answered; its data carry no Flag. */
    @Test
    void the2005HistoryWithAnswersAcknowledgesDataAndTheResult() {
        List<Line> lines = Examples.of("HJ/T 212-2005 App.C topic 6.");
        assertThat(playCentre(lines.subList(4, 10), Shape.HIST, Edition.E2005).state())
                .isEqualTo(new DialogueState.Done(1));
        assertThat(playCentre(lines.subList(10, 16), Shape.HIST, Edition.E2005).state())
                .isEqualTo(new DialogueState.Done(1));
    }

    /** Topic 6 prints a record of ten days after the range, without QN: it is nobody's answer, and stored as any other. */
    @Test
    void aPrintedRecordOutsideTheRangeIsLeftToTheUsualIntake() {
        List<Line> lines = Examples.of("HJ/T 212-2005 App.C topic 6.").subList(0, 4);
        assertThat(playCentre(lines, Shape.HIST, Edition.E2005).state()).isEqualTo(new DialogueState.Done(0));
    }

    @Test
    void the9011OfC43WithAnotherQnDoesNoHarm() {
        List<Line> lines = new ArrayList<>(Examples.of("HJ 212-2017 C.43 "));
        lines.set(1, Examples.asPrinted("HJ 212-2017 C.43 ").get(1));
        assertThat(lines.get(1).packet().qn()).isEqualTo("20101110010101001");
        assertThat(playCentre(lines, Shape.GET, Edition.E2017).state()).isEqualTo(new DialogueState.Done(1));
    }

    @Test
    void aFieldMachinesNoticeIsAnsweredBy9013() {
        List<Line> lines = Examples.of("HJ 212-2017 C.4 ");
        Dialogue.Step open = Dialogue.open(lines.get(0).packet(), Shape.NOTICE_UP, Edition.E2017, Timing.MOBILE, NOW);
        assertThat(open.next().received(lines.get(1).packet(), NOW).next().state())
                .isEqualTo(new DialogueState.Done(0));
    }

    /** Every down line must be an effect of the line before it, byte for byte but for misprints that reading removes. */
    private static Dialogue playCentre(List<Line> lines, Shape shape, Edition edition) {
        Dialogue.Step step = Dialogue.open(lines.get(0).packet(), shape, edition, Timing.MOBILE, NOW);
        assertThat(step.effects())
                .first()
                .isEqualTo(new Effect.Send(lines.get(0).packet()));
        Deque<byte[]> answers = new ArrayDeque<>();
        boolean printed = lines.stream().skip(1).anyMatch(line -> !line.up());
        for (Line line : lines.subList(1, lines.size())) {
            if (line.up()) {
                step = step.next().received(line.packet(), NOW);
                step.effects().forEach(effect -> {
                    if (effect instanceof Effect.Data data && data.answer() != null) {
                        answers.add(data.answer());
                    } else if (effect instanceof Effect.Reply reply) {
                        answers.add(reply.frame());
                    }
                });
            } else {
                byte[] answer = answers.poll();
                assertThat(answer)
                        .as("answer to the line before %s", line.packet())
                        .isNotNull();
                assertThat(Examples.packet(answer).items())
                        .isEqualTo(line.packet().items());
                assertThat(Examples.packet(answer).qn()).isEqualTo(line.packet().qn());
                assertThat(Examples.packet(answer).cn()).isEqualTo(line.packet().cn());
            }
        }
        if (printed) {
            assertThat(answers).as("answers that the standard does not print").isEmpty();
        }
        return step.next();
    }
}
