package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import org.jspecify.annotations.Nullable;

/**
 * 9014: the data have arrived.
 *
 * @param answeredQn the upload's QN
 * @param answeredCn the upload's CN (2005; null later)
 * @param pno the upload's PNO (2005; null later)
 * @param pnum the upload's PNUM (2005; null later)
 */
public record DataAnswer(
        @Nullable String answeredQn,
        @Nullable String answeredCn,
        @Nullable Integer pno,
        @Nullable Integer pnum) implements Reply {

    /** Reads a packet's CP, whatever its CN. */
    public static DataAnswer of(Packet packet) {
        return read(new CpReader(packet), Command.DATA_ANSWER);
    }

    static DataAnswer read(CpReader cp, Command command) {
        return new DataAnswer(
                NoticeAnswer.answered(cp), cp.text(CpField.CN), cp.number(CpField.PNO), cp.number(CpField.PNUM));
    }

    @Override
    public Command command() {
        return Command.DATA_ANSWER;
    }

    @Override
    public String cp(Edition edition) {
        return edition == Edition.E2005
                ? new CpWriter(edition)
                        .option(CpField.CN, answeredCn)
                        .option(CpField.PNO, pno)
                        .option(CpField.PNUM, pnum)
                        .toString()
                : "";
    }
}
