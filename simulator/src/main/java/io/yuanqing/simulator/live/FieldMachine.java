package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Direction;
import io.yuanqing.hj212.command.QnRtn;
import io.yuanqing.hj212.command.Shape;
import io.yuanqing.hj212.dialogue.Effect;
import io.yuanqing.hj212.dialogue.Responder;
import io.yuanqing.hj212.dialogue.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A logger's side of the centre's requests: 9011, the work, its data, 9012. What it does not know it refuses (QnRtn=2). */
final class FieldMachine {

    private static final Duration EXECUTION = Duration.ofSeconds(60);

    private final DataLogger logger;
    private final Patience patience;
    private final Orders orders;
    private Responder responder;

    FieldMachine(DataLogger logger, LineClock clock, Patience patience) {
        this.logger = logger;
        this.patience = patience;
        this.orders = new Orders(logger, clock, patience);
        this.responder = new Responder(logger.point().edition(), timing());
    }

    /** Frames to be written in answer to a request or notice of the centre. */
    List<byte[]> request(Packet packet, long nanos) {
        Edition edition = logger.point().edition();
        Command command = Command.find(packet, edition, Direction.DOWN)
                .filter(known -> known.clause(edition) != null && Orders.KNOWN.contains(known))
                .orElse(null);
        Instant now = moment(nanos);
        if (command == null) {
            return frames(responder.request(packet, Shape.SET, QnRtn.REJECTED.code(), now), nanos);
        }
        return frames(responder.request(packet, command.shape(), QnRtn.READY.code(), now), nanos);
    }

    /** Frames to be written after a 9014. */
    List<byte[]> answered(Packet packet, long nanos) {
        return frames(responder.answered(packet, moment(nanos)), nanos);
    }

    /** Frames to be written since their time has come. */
    List<byte[]> due(long nanos) {
        return frames(responder.at(moment(nanos)), nanos);
    }

    /** Real time at which {@link #due} will have something to do. */
    long deadline() {
        Instant deadline = responder.deadline();
        return deadline == null
                ? Long.MAX_VALUE
                : Duration.between(Instant.EPOCH, deadline).toNanos();
    }

    private List<byte[]> frames(Responder.Step step, long nanos) {
        responder = step.next();
        List<byte[]> frames = new ArrayList<>();
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Reply reply) {
                frames.add(reply.frame());
            } else if (effect instanceof Effect.Send send) {
                frames.add(Encoder.frame(send.packet(), logger.point().edition()));
            } else if (effect instanceof Effect.Execute execute) {
                frames.addAll(carryOut(execute.request(), nanos));
            }
        }
        return frames;
    }

    private List<byte[]> carryOut(Packet request, long nanos) {
        Orders.Result result = Command.find(request, logger.point().edition(), Direction.DOWN)
                .map(command -> orders.carryOut(request, command, nanos))
                .orElse(Orders.CONDITION_ERROR);
        responder = responder.with(timing());
        return frames(responder.executed(request, result.data(), result.exeRtn().code(), moment(nanos)), nanos);
    }

    private Timing timing() {
        Duration overTime = Duration.ofNanos(patience.replyTimeout());
        Duration all = overTime.multipliedBy(patience.tries()).plus(EXECUTION);
        return new Timing(overTime, patience.tries() - 1, EXECUTION, all);
    }

    /** The responder only compares moments; these are of the machine's own clock. */
    private static Instant moment(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
