package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 9011: whether the request will be executed.
 *
 * @param answeredQn the request's QN
 * @param code as sent
 */
public record RequestAnswer(
        @Nullable String answeredQn, @Nullable Integer code) implements Reply {

    /** Reads a packet's CP, whatever its CN. */
    public static RequestAnswer of(Packet packet) {
        return read(new CpReader(packet), Command.REQUEST_ANSWER);
    }

    static RequestAnswer read(CpReader cp, Command command) {
        return new RequestAnswer(NoticeAnswer.answered(cp), cp.number(CpField.QN_RTN));
    }

    @Override
    public Command command() {
        return Command.REQUEST_ANSWER;
    }

    /** What the code means; null for one that no edition knows. */
    public @Nullable QnRtn result() {
        return code == null ? null : QnRtn.of(code);
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).put(CpField.QN_RTN, code).toString();
    }
}
