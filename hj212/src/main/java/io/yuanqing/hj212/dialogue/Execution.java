package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Packet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request in the field machine.
 *
 * @param running the caller is at work; then the data go out
 * @param data what it gave
 * @param next the data packet that is to be sent or that waits for its 9014
 * @param sends how often that packet was sent
 * @param deadline when it is sent again; null while no 9014 is awaited
 * @param exeRtn for the 9012
 */
record Execution(
        Packet request,
        boolean running,
        List<Packet> data,
        int next,
        int sends,
        @Nullable Instant deadline,
        int exeRtn) {

    static Execution begin(Packet request) {
        return new Execution(request, true, List.of(), 0, 0, null, 0);
    }

    Execution ended(List<Packet> data, int exeRtn) {
        return new Execution(request, false, data, 0, 0, null, exeRtn);
    }

    /** All data are sent and answered, the 9012 is sent. */
    boolean over() {
        return !running && next >= data.size();
    }

    @Nullable
    Packet awaited() {
        return deadline == null || next >= data.size() ? null : data.get(next);
    }

    Execution sentAgain(Instant until) {
        return new Execution(request, running, data, next, sends + 1, until, exeRtn);
    }

    Execution advanced() {
        return new Execution(request, running, data, next + 1, 0, null, exeRtn);
    }

    Execution givenUp(int failure) {
        return new Execution(request, running, data, data.size(), 0, null, failure);
    }

    Execution again() {
        return new Execution(request, running, data, 0, 0, null, exeRtn);
    }

    /** The same request; without a QN only the very packet is, since the next one may be another request. */
    boolean of(Packet packet) {
        return packet == request
                || packet.qn() != null
                        && packet.qn().equals(request.qn())
                        && packet.cn().equals(request.cn());
    }
}
