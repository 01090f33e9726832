package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.hj212.command.Shape;
import io.yuanqing.hj212.dialogue.DialogueState.Accepted;
import io.yuanqing.hj212.dialogue.DialogueState.Done;
import io.yuanqing.hj212.dialogue.DialogueState.Ended;
import io.yuanqing.hj212.dialogue.DialogueState.Failed;
import io.yuanqing.hj212.dialogue.DialogueState.Receiving;
import io.yuanqing.hj212.dialogue.DialogueState.Refused;
import io.yuanqing.hj212.dialogue.DialogueState.Sent;
import io.yuanqing.hj212.dialogue.DialogueState.TimedOut;
import io.yuanqing.hj212.dialogue.DialogueState.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue, seen by the side that opens it: the centre with a request (SET, GET, HIST) or a notice, the field machine with
 * a notice or an upload (HJ 212-2017 clauses 6.3, 6.6; 2005 flavour included).
 *
 * <pre>
 *   Sent --9011 QnRtn=1--> Accepted --data--> Receiving --9012 ExeRtn=1--> Done
 *    |  \--9011 other----> Refused      \----------\-------9012 other----> Failed
 *    |   \--9013, 9014---> Done          \----------\--execution timer---> TimedOut
 *    \--reply timer: sent again, ReCount times; then TimedOut
 * </pre>
 *
 * A lost 9011 does no harm: data and the 9012 say the same. A value of this class never changes and costs a few kilobytes;
 * each call returns the next one and what is to be done. One request per MN at a time is the caller's rule.
 */
public final class Dialogue {

    /** So many of the last data are remembered to recognise a repeated one. */
    private static final int REMEMBERED = 64;

    private final Correlation correlation;
    private final Edition edition;
    private final Timing timing;
    private final Instant opened;
    private final DialogueState state;
    private final Instant deadline;

    /** 2005: the 9011's Flag says that what follows is to be answered by 9014. */
    private final boolean answered;

    private final List<String> remembered;

    private Dialogue(
            Correlation correlation,
            Edition edition,
            Timing timing,
            Instant opened,
            DialogueState state,
            Instant deadline,
            boolean answered,
            List<String> remembered) {
        this.correlation = correlation;
        this.edition = edition;
        this.timing = timing;
        this.opened = opened;
        this.state = state;
        this.deadline = deadline;
        this.answered = answered;
        this.remembered = remembered;
    }

    /** The dialogue to go on with, and what is to be done now. */
    public record Step(Dialogue next, List<Effect> effects) {}

    /**
     * Opens a dialogue by sending the packet, which must have a QN.
     *
     * @param edition that of the peer, for the form of replies
     * @throws IllegalArgumentException without QN, or for the shape REPLY, which opens nothing
     */
    public static Step open(Packet request, Shape shape, Edition edition, Timing timing, Instant now) {
        if (request.qn() == null || shape == Shape.REPLY) {
            throw new IllegalArgumentException("CN " + request.cn() + " with QN=" + request.qn() + " and shape " + shape
                    + " opens no dialogue: it needs a QN, and replies open none");
        }
        Instant deadline = now.plus(timing.overTime());
        Dialogue dialogue = new Dialogue(
                Correlation.of(request, shape, edition),
                edition,
                timing,
                now,
                new Sent(1, false),
                deadline,
                false,
                List.of());
        return new Step(dialogue, List.of(new Effect.Send(request), new Effect.Wait(deadline)));
    }

    /** The packet that opened it; a re-send is the same. */
    public Packet request() {
        return correlation.request();
    }

    /** How far it has come, or its outcome. */
    public DialogueState state() {
        return state;
    }

    /** Whether it has an outcome: nothing more is sent or awaited. */
    public boolean ended() {
        return state instanceof Ended;
    }

    /** When {@link #at} will have something to do; null at the end. */
    public @Nullable Instant deadline() {
        return ended() ? null : deadline;
    }

    /** Whether a packet is an answer or a record of this dialogue, also after its end. */
    public boolean concerns(Packet packet) {
        return correlation.answers(packet) || correlation.data(packet);
    }

    /** Takes a packet from the peer, whatever it is. */
    public Step received(Packet packet, Instant now) {
        if (correlation.answers(packet)) {
            return switch (packet.cn()) {
                case "9011" -> requestAnswered(packet, now);
                case "9012" -> executed(packet);
                default -> ended() ? ignored(packet, Effect.Reason.REPEATED) : end(new Done(0));
            };
        }
        if (correlation.data(packet)) {
            return data(packet, now);
        }
        if (state instanceof Sent sent && correlation.misnumbered(packet) && accepted(packet)) {
            Sent perhaps = new Sent(sent.times(), true);
            return new Step(with(perhaps, deadline), List.of(new Effect.Ignored(packet, Effect.Reason.OTHER_QN)));
        }
        return ignored(packet, Effect.Reason.OTHER);
    }

    private Step requestAnswered(Packet packet, Instant now) {
        Integer qnRtn = number(packet, "QnRtn");
        if (ended()) {
            return ignored(packet, Effect.Reason.LATE);
        }
        if (qnRtn == null) {
            return ignored(packet, Effect.Reason.UNREADABLE);
        }
        if (!(state instanceof Sent)) {
            return ignored(packet, Effect.Reason.REPEATED);
        }
        if (qnRtn != 1) {
            return end(new Refused(qnRtn));
        }
        boolean wanted = edition == Edition.E2005 && packet.answerWanted();
        Instant until = executionDeadline(now);
        Dialogue next = new Dialogue(correlation, edition, timing, opened, new Accepted(), until, wanted, remembered);
        return new Step(next, List.of(new Effect.Wait(until)));
    }

    private Step executed(Packet packet) {
        Integer exeRtn = number(packet, "ExeRtn");
        List<Effect> effects = new ArrayList<>();
        byte[] answer = answer(packet);
        if (answer != null) {
            effects.add(new Effect.Reply(answer));
        }
        if (ended() || exeRtn == null) {
            Effect.Reason reason = exeRtn == null
                    ? Effect.Reason.UNREADABLE
                    : timedOut() ? Effect.Reason.LATE : Effect.Reason.REPEATED;
            effects.add(new Effect.Ignored(packet, reason));
            return new Step(this, List.copyOf(effects));
        }
        Step end = end(exeRtn == 1 ? new Done(packets()) : new Failed(exeRtn));
        effects.addAll(end.effects());
        return new Step(end.next(), List.copyOf(effects));
    }

    private Step data(Packet packet, Instant now) {
        if (ended()) {
            return ignored(packet, Effect.Reason.LATE);
        }
        String mark = packet.value("DataTime") + "/" + packet.pno() + "/"
                + packet.cp().hashCode();
        boolean repeated = remembered.contains(mark);
        Effect.Data data = new Effect.Data(packet, answer(packet), repeated);
        if (repeated) {
            return new Step(this, List.of(data, new Effect.Wait(deadline)));
        }
        List<String> marks = new ArrayList<>(remembered);
        marks.add(mark);
        if (marks.size() > REMEMBERED) {
            marks.remove(0);
        }
        Instant until = executionDeadline(now);
        Dialogue next = new Dialogue(
                correlation,
                edition,
                timing,
                opened,
                new Receiving(packets() + 1),
                until,
                answered,
                List.copyOf(marks));
        return new Step(next, List.of(data, new Effect.Wait(until)));
    }

    /** Does what is due at this moment: nothing, a re-send, or the end. */
    public Step at(Instant now) {
        if (ended()) {
            return new Step(this, List.of());
        }
        if (now.isBefore(deadline)) {
            return new Step(this, List.of(new Effect.Wait(deadline)));
        }
        if (!(state instanceof Sent sent)) {
            return end(new TimedOut(Timer.EXECUTION));
        }
        if (sent.times() <= timing.reCount()) {
            Instant until = now.plus(timing.overTime());
            Dialogue next = with(new Sent(sent.times() + 1, sent.misnumbered()), until);
            return new Step(next, List.of(new Effect.Send(request()), new Effect.Wait(until)));
        }
        if (sent.misnumbered()) {
            Instant until = executionDeadline(now);
            return new Step(with(new Accepted(), until), List.of(new Effect.Wait(until)));
        }
        return end(new TimedOut(Timer.REPLY));
    }

    private Instant executionDeadline(Instant now) {
        Instant next = now.plus(timing.execution());
        Instant last = opened.plus(timing.longest());
        return next.isBefore(last) ? next : last;
    }

    /** The 9014 for data, and for a 2005 field machine's 9012 in a dialogue with answers (2005 topic 6). */
    private byte @Nullable [] answer(Packet packet) {
        boolean wanted = packet.answerWanted() || answered && !packet.flagPresent();
        if (!wanted) {
            return null;
        }
        Packet named = packet.qn() != null
                ? packet
                : Packet.of(request().qn(), packet.st(), packet.cn(), packet.pw(), packet.mn(), packet.flag(), "");
        return Replies.dataAnswer(named, edition);
    }

    private int packets() {
        return state instanceof Receiving receiving ? receiving.packets() : 0;
    }

    private boolean timedOut() {
        return state instanceof TimedOut;
    }

    private static boolean accepted(Packet packet) {
        return Integer.valueOf(1).equals(number(packet, "QnRtn"));
    }

    private static @Nullable Integer number(Packet packet, String name) {
        String text = packet.value(name);
        boolean digits = text != null
                && !text.isEmpty()
                && text.length() <= 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.valueOf(text) : null;
    }

    private Step ignored(Packet packet, Effect.Reason reason) {
        return new Step(this, List.of(new Effect.Ignored(packet, reason)));
    }

    private Step end(Ended outcome) {
        return new Step(with(outcome, deadline), List.of(new Effect.Finished(outcome)));
    }

    private Dialogue with(DialogueState other, Instant until) {
        return new Dialogue(correlation, edition, timing, opened, other, until, answered, remembered);
    }
}
