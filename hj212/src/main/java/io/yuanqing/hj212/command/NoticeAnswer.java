package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 9013: the notice has arrived.
 *
 * @param answeredQn the notice's QN
 */
public record NoticeAnswer(@Nullable String answeredQn) implements Reply {

    /** Reads a packet's CP, whatever its CN. */
    public static NoticeAnswer of(Packet packet) {
        return read(new CpReader(packet), Command.NOTICE_ANSWER);
    }

    static NoticeAnswer read(CpReader cp, Command command) {
        return new NoticeAnswer(answered(cp));
    }

    @Override
    public Command command() {
        return Command.NOTICE_ANSWER;
    }

    /** From the CP, else from the header. */
    static @Nullable String answered(CpReader cp) {
        String qn = cp.text(CpField.QN);
        return qn != null ? qn : cp.packet().qn();
    }

    @Override
    public String cp(Edition edition) {
        return "";
    }
}
