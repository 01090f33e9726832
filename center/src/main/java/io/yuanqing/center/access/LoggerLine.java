package io.yuanqing.center.access;

import io.yuanqing.center.registry.LoggerKeys;
import io.yuanqing.hj212.CipherForm;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Envelope;
import io.yuanqing.hj212.command.Shape;
import io.yuanqing.hj212.dialogue.Dialogue;
import io.yuanqing.hj212.dialogue.DialogueState;
import io.yuanqing.hj212.dialogue.DialogueState.Timer;
import io.yuanqing.hj212.dialogue.Effect;
import io.yuanqing.hj212.dialogue.Outstanding;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The commands to one MN: one at a time, the others wait. Nothing here waits for anything: packets are handed to the
 * network, steps to the journal, times to the timer. Called from request threads, the log's writer and the timer.
 */
final class LoggerLine {

    /** So many of a command's data are written down one by one, then every hundredth. */
    private static final int DATA_WRITTEN_DOWN = 20;

    private static final int DATA_EVERY = 100;

    private final String mn;
    private final LoggerLines lines;
    private final Queue<Job> waiting = new ArrayDeque<>();
    private int pending;
    private @Nullable Outstanding outstanding;
    private @Nullable Edition edition;
    private @Nullable Running running;

    LoggerLine(String mn, LoggerLines lines) {
        this.mn = mn;
        this.lines = lines;
    }

    /**
     * A command that is on record.
     *
     * @param mn as the point's registration writes it
     * @param pw null: that of the logger's own packets
     * @param automatic whether nobody asked for it
     * @param key of SET_KEY: what its parameters hold, and what it travels under
     */
    record Job(
            long id,
            Command command,
            Map<String, Object> parameters,
            Edition edition,
            String mn,
            String st,
            @Nullable String pw,
            boolean automatic,
            LoggerKeys.@Nullable Offer key) {}

    private static final class Running {
        final Job job;
        final String qn;
        int sends;
        int packets;
        CommandState state = CommandState.SENT;

        Running(Job job, String qn) {
            this.job = job;
            this.qn = qn;
        }
    }

    /** Keeps a place; false when too many wait. */
    synchronized boolean reserve() {
        if (pending >= lines.settings().waitingPerLogger()) {
            return false;
        }
        pending++;
        return true;
    }

    /** Gives the place back: the command did not get on record. */
    synchronized void release() {
        pending--;
    }

    /** A place must have been kept for it. */
    synchronized void ask(Job job) {
        waiting.add(job);
        next();
    }

    /** A packet of the logger whose fate is committed. */
    synchronized void received(Packet packet) {
        Outstanding present = outstanding;
        if (present == null) {
            return;
        }
        Dialogue before = present.current();
        boolean sent = before != null && before.state() instanceof DialogueState.Sent;
        Outstanding.Step step = present.received(packet, lines.now());
        Dialogue after = step.next().current();
        if (sent && after != null && after.state() instanceof DialogueState.Accepted) {
            note(StepKind.ACCEPTED, 1, null, CommandState.ACCEPTED);
        }
        apply(step);
    }

    /** The timer has run out. */
    synchronized void due() {
        if (outstanding != null) {
            apply(outstanding.at(lines.now()));
        }
    }

    private void next() {
        while (running == null) {
            Job job = waiting.poll();
            if (job == null) {
                return;
            }
            open(job);
        }
    }

    private void open(Job job) {
        Running present = new Running(job, lines.nextQn());
        running = present;
        if (!lines.connected(mn)) {
            end(StepKind.NOT_SENT, null, null, CommandState.DISCONNECTED);
            return;
        }
        Packet request;
        try {
            request =
                    CommandText.packet(job.command(), job.parameters(), job.edition(), envelope(present), lines.now());
        } catch (IllegalArgumentException e) {
            end(StepKind.FAILED, null, e.getMessage(), CommandState.FAILED);
            return;
        }
        if (outstanding == null || edition != job.edition()) {
            edition = job.edition();
            outstanding = new Outstanding(job.edition(), 1);
        }
        Shape shape = job.command().shape();
        apply(outstanding.submit(new Outstanding.Asked(request, shape, lines.timing()), lines.now()));
    }

    private Envelope envelope(Running present) {
        Job job = present.job;
        String pw = job.pw() == null ? lines.lastPw(mn) : job.pw();
        return Envelope.wantingAnswer(present.qn, job.st(), pw, job.mn(), job.edition());
    }

    private void apply(Outstanding.Step step) {
        outstanding = step.next();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Send send) {
                send(send.packet());
            } else if (effect instanceof Effect.Reply reply) {
                lines.send(mn, reply.frame());
            } else if (effect instanceof Effect.Data data) {
                data(data);
            } else if (effect instanceof Effect.Finished finished) {
                finished(finished.outcome());
            }
        }
        lines.wakeAt(this, outstanding.deadline());
        next();
    }

    private void send(Packet packet) {
        Running present = running;
        if (present == null) {
            return;
        }
        present.sends++;
        boolean sent = lines.send(mn, frame(packet, present.job));
        StepKind kind = !sent ? StepKind.NOT_SENT : present.sends == 1 ? StepKind.SENT : StepKind.SENT_AGAIN;
        note(kind, null, CommandText.shown(present.job.command(), packet), CommandState.SENT);
    }

    private static byte[] frame(Packet packet, Job job) {
        LoggerKeys.Offer key = job.key();
        return key == null
                ? Encoder.frame(packet, job.edition())
                : Encoder.frame(packet, job.edition(), key.under(), CipherForm.RAW);
    }

    /** Data whose Flag wants an answer got it with their commit, like any packet. */
    private void data(Effect.Data data) {
        if (data.answer() != null && !data.packet().answerWanted()) {
            lines.send(mn, data.answer());
        }
        Running present = running;
        if (present == null || data.repeated()) {
            return;
        }
        present.packets++;
        present.state = CommandState.RECEIVING;
        if (present.packets <= DATA_WRITTEN_DOWN || present.packets % DATA_EVERY == 0) {
            boolean history = present.job.command().shape() == Shape.HIST;
            String detail = history
                    ? "DataTime=" + data.packet().value("DataTime")
                    : data.packet().cp();
            note(StepKind.DATA, null, detail, CommandState.RECEIVING);
        }
    }

    private void finished(DialogueState.Ended outcome) {
        if (outcome instanceof DialogueState.Done) {
            end(StepKind.DONE, 1, null, CommandState.DONE);
        } else if (outcome instanceof DialogueState.Refused refused) {
            end(StepKind.REFUSED, refused.qnRtn(), null, CommandState.REFUSED);
        } else if (outcome instanceof DialogueState.Failed failed) {
            end(
                    failed.noData() ? StepKind.NO_DATA : StepKind.FAILED,
                    failed.exeRtn(),
                    null,
                    failed.noData() ? CommandState.NO_DATA : CommandState.FAILED);
        } else if (!lines.connected(mn)) {
            end(StepKind.DISCONNECTED, null, null, CommandState.DISCONNECTED);
        } else {
            boolean reply = outcome instanceof DialogueState.TimedOut timedOut && timedOut.timer() == Timer.REPLY;
            end(reply ? StepKind.NO_REPLY : StepKind.NO_RESULT, null, null, CommandState.TIMED_OUT);
        }
    }

    private void end(StepKind kind, @Nullable Integer code, @Nullable String detail, CommandState state) {
        note(kind, code, detail, state);
        Running ended = running;
        running = null;
        pending--;
        if (ended != null) {
            lines.ended(mn, ended.job, state);
        }
    }

    private void note(StepKind kind, @Nullable Integer code, @Nullable String detail, CommandState state) {
        Running present = running;
        if (present != null) {
            lines.note(new CommandJournal.Entry(
                    present.job.id(), lines.now(), kind, code, detail, state, present.qn, present.packets));
        }
    }
}
