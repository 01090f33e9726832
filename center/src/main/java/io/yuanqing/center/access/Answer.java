package io.yuanqing.center.access;

import io.yuanqing.center.packets.Fate;
import io.yuanqing.hj212.CrcFlavour;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Problem;
import io.yuanqing.hj212.Replies;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a logger is answered once its frame's fate is committed (HJ 212-2017 6.6 and appendix C; HJ/T 212-2005 6.6).
 *
 * <pre>
 * notice (1001, 1013, 1014, 2072, 9015)          9013
 * replies of the logger itself (9011, 9012)      9014 when its Flag asks for it, else nothing
 * 9013, 9014                                     nothing
 * every other packet                             9014 when its Flag asks for it
 * </pre>
 *
 * A device whose frames are taken with another check sum than the standard's ({@link CrcPolicy}) checks ours by its own as
 * well: it is answered with that one.
 */
final class Answer {

    /** Commands that a logger starts and that are answered by 9013 whatever the Flag says. */
    private static final Set<String> NOTICES = Set.of("1001", "1013", "1014", "2072", "9015");

    /**
     * Whether the bytes are sound is not known. An encrypted frame that cannot be opened is not answered either: the
     * logger keeps its data and sends them again when the centre has its key (HJ 212-2025 clause 8.1.2).
     */
    private static final Set<Problem.Code> UNPROVEN = Set.of(
            Problem.Code.CRC_MISMATCH, Problem.Code.LENGTH_MISMATCH, Problem.Code.ENCRYPTED, Problem.Code.KEY_WRONG);

    private static final Set<String> LAST_WORDS = Set.of("9013", "9014");

    private Answer() {}

    /** The reply's bytes, or null when nothing is due. */
    static byte @Nullable [] to(Decoded decoded, Fate fate, Edition edition) {
        Packet packet = decoded.packet();
        if (packet == null || fate == Fate.QUARANTINE_FULL || !intact(decoded) || LAST_WORDS.contains(packet.cn())) {
            return null;
        }
        if (NOTICES.contains(packet.cn())) {
            return inItsFlavour(Replies.noticeAnswer(packet, edition), decoded);
        }
        return packet.answerWanted() ? inItsFlavour(Replies.dataAnswer(packet, edition), decoded) : null;
    }

    private static byte[] inItsFlavour(byte[] answer, Decoded decoded) {
        CrcFlavour flavour = decoded.crc();
        return flavour == null || flavour == CrcFlavour.HJ212 ? answer : Encoder.withCrc(answer, flavour);
    }

    /** A quarantined frame whose bytes are sound is answered too: the logger would send it again for ever. */
    private static boolean intact(Decoded decoded) {
        for (Problem problem : decoded.problems()) {
            if (problem.error() && UNPROVEN.contains(problem.code())) {
                return false;
            }
        }
        return true;
    }
}
