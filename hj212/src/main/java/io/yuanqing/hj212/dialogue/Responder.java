package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.hj212.command.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The field machine's side of the centre's requests and notices (SET, GET, HIST, NOTICE_DOWN). A request that comes again
 * with the same QN and CN is answered again but carried out once.
 *
 * <pre>
 *   request --> Reply 9011, Execute;   {@link #executed} --> Send each packet of data, then Reply 9012
 *   data whose Flag wants an answer wait for their 9014, one at a time, and are sent again ReCount times
 * </pre>
 *
 * Memory: the last 16 requests with their data. Values of this class never change.
 */
public final class Responder {

    private static final int REMEMBERED = 16;
    private static final int UNKNOWN_FAILURE = 2;
    private static final int TIMED_OUT = 4;

    private final Edition edition;
    private final Timing timing;

    /** The oldest first. */
    private final List<Execution> executions;

    /** One that has no request yet. */
    public Responder(Edition edition, Timing timing) {
        this(edition, timing, List.of());
    }

    private Responder(Edition edition, Timing timing, List<Execution> executions) {
        this.edition = edition;
        this.timing = timing;
        this.executions = executions;
    }

    /** The field machine to go on with, and what is to be done now. */
    public record Step(Responder next, List<Effect> effects) {}

    /** Other timers from now on, as CN 1000 sets them. */
    public Responder with(Timing other) {
        return new Responder(edition, other, executions);
    }

    /**
     * Takes a request or a notice of the centre.
     *
     * @param qnRtn the field machine's word on it: 1 ready, or why not (clause 6.6.4)
     */
    public Step request(Packet request, Shape shape, int qnRtn, Instant now) {
        Execution known = find(request);
        if (shape == Shape.NOTICE_DOWN) {
            Effect.Reply reply = new Effect.Reply(Replies.noticeAnswer(request, edition));
            return known != null
                    ? new Step(this, List.of(reply))
                    : new Step(
                            with(Execution.begin(request).ended(List.of(), 1)),
                            List.of(reply, new Effect.Execute(request)));
        }
        List<Effect> effects = new ArrayList<>();
        if (known == null && qnRtn != 1) {
            effects.add(new Effect.Reply(Replies.requestAnswer(request, edition, qnRtn)));
            return new Step(this, effects);
        }
        effects.add(new Effect.Reply(Replies.requestAnswer(request, edition, 1)));
        if (known == null) {
            effects.add(new Effect.Execute(request));
            return new Step(with(Execution.begin(request)), effects);
        }
        Execution next = known.over() ? forward(known.again(), now, effects) : known;
        return step(with(next), effects);
    }

    /**
     * The caller has carried a request out, or failed to. A second word on the same request is ignored.
     *
     * @param data the answer of a GET (with the request's QN), the records of a HIST (with QNs of their own), split where
     *     they are too long; empty for a SET
     * @param exeRtn 1 done, 100 no data, or why not (clause 6.6.4)
     */
    public Step executed(Packet request, List<Packet> data, int exeRtn, Instant now) {
        Execution known = find(request);
        if (known != null && !known.running()) {
            return new Step(this, List.of());
        }
        List<Effect> effects = new ArrayList<>();
        Execution next = forward(Execution.begin(request).ended(List.copyOf(data), exeRtn), now, effects);
        return step(with(next), effects);
    }

    /** Takes a 9014. */
    public Step answered(Packet answer, Instant now) {
        for (Execution execution : executions) {
            Packet awaited = execution.awaited();
            if (awaited != null && Correlation.of(awaited, Shape.UP, edition).answers(answer)) {
                List<Effect> effects = new ArrayList<>();
                Execution next = forward(execution.advanced(), now, effects);
                return step(with(next), effects);
            }
        }
        return new Step(this, List.of(new Effect.Ignored(answer, Effect.Reason.OTHER)));
    }

    /** When {@link #at} will have something to do; null while no 9014 is awaited. */
    public @Nullable Instant deadline() {
        Instant earliest = null;
        for (Execution execution : executions) {
            Instant deadline = execution.deadline();
            if (deadline != null && (earliest == null || deadline.isBefore(earliest))) {
                earliest = deadline;
            }
        }
        return earliest;
    }

    /** Sends again what was not answered; gives up with ExeRtn=4 (2005: 2) after the last re-send. */
    public Step at(Instant now) {
        List<Effect> effects = new ArrayList<>();
        Responder next = this;
        for (Execution execution : executions) {
            Packet awaited = execution.awaited();
            Instant deadline = execution.deadline();
            if (awaited == null || deadline == null || now.isBefore(deadline)) {
                continue;
            }
            if (execution.sends() <= timing.reCount()) {
                Instant until = now.plus(timing.overTime());
                effects.add(new Effect.Send(awaited));
                next = next.with(execution.sentAgain(until));
            } else {
                int failure = edition == Edition.E2005 ? UNKNOWN_FAILURE : TIMED_OUT;
                next = next.with(forward(execution.givenUp(failure), now, effects));
            }
        }
        return step(next, effects);
    }

    /** With the moment to be called back: the earliest of all executions, since a later Wait replaces an earlier one. */
    private static Step step(Responder next, List<Effect> effects) {
        Instant deadline = next.deadline();
        if (deadline != null) {
            effects.add(new Effect.Wait(deadline));
        }
        return new Step(next, effects);
    }

    private Execution forward(Execution execution, Instant now, List<Effect> effects) {
        Execution next = execution;
        while (!next.over()) {
            Packet packet = next.data().get(next.next());
            effects.add(new Effect.Send(packet));
            if (packet.answerWanted()) {
                return next.sentAgain(now.plus(timing.overTime()));
            }
            next = next.advanced();
        }
        effects.add(new Effect.Reply(Replies.executionAnswer(next.request(), edition, next.exeRtn())));
        return next;
    }

    private @Nullable Execution find(Packet request) {
        return executions.stream()
                .filter(execution -> execution.of(request))
                .findFirst()
                .orElse(null);
    }

    private Responder with(Execution execution) {
        List<Execution> others = new ArrayList<>(executions);
        others.removeIf(other -> other.of(execution.request()));
        others.add(execution);
        if (others.size() > REMEMBERED) {
            others.remove(0);
        }
        return new Responder(edition, timing, List.copyOf(others));
    }
}
