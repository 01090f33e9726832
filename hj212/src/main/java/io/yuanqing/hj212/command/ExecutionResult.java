package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 9012: how the execution ended.
 *
 * @param answeredQn the request's QN
 * @param code as sent
 */
public record ExecutionResult(
        @Nullable String answeredQn, @Nullable Integer code) implements Reply {

    /** Reads a packet's CP, whatever its CN. */
    public static ExecutionResult of(Packet packet) {
        return read(new CpReader(packet), Command.EXECUTION_RESULT);
    }

    static ExecutionResult read(CpReader cp, Command command) {
        return new ExecutionResult(NoticeAnswer.answered(cp), cp.number(CpField.EXE_RTN));
    }

    @Override
    public Command command() {
        return Command.EXECUTION_RESULT;
    }

    /** What the code means; null for one that no edition knows. */
    public @Nullable ExeRtn result() {
        return code == null ? null : ExeRtn.of(code);
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition).put(CpField.EXE_RTN, code).toString();
    }
}
