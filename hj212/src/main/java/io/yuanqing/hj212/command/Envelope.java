package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import org.jspecify.annotations.Nullable;

/**
 * A packet's header, but for the CN, which the message brings.
 *
 * @param qn request number, 17 digits
 * @param st system code; 91 of a reply
 * @param pw access password
 * @param mn the logger's number
 * @param flag null: none is written
 * @param pnum number of packets of a split message
 * @param pno number of this one, from 1
 * @param backfilled RF=1 (2025)
 */
public record Envelope(
        @Nullable String qn,
        String st,
        @Nullable String pw,
        @Nullable String mn,
        @Nullable Integer flag,
        @Nullable Integer pnum,
        @Nullable Integer pno,
        boolean backfilled) {

    /** Of a packet that wants an answer: a request, a notice, data that shall be acknowledged. */
    public static Envelope wantingAnswer(
            String qn, String st, @Nullable String pw, @Nullable String mn, Edition edition) {
        return new Envelope(qn, st, pw, mn, edition.versionBits() | 1, null, null, false);
    }

    /** Of a packet that wants none. */
    public static Envelope plain(
            @Nullable String qn, String st, @Nullable String pw, @Nullable String mn, Edition edition) {
        return new Envelope(qn, st, pw, mn, edition.versionBits(), null, null, false);
    }

    /** Of the answer to a GET: the request's QN, ST, PW and MN, and the version bits of its Flag. */
    public static Envelope answering(Packet request, Edition edition) {
        return back(request, request.st(), edition);
    }

    /** Of a 9011 to 9014: the same under ST=91. */
    public static Envelope replyingTo(Packet packet, Edition edition) {
        return back(packet, "91", edition);
    }

    private static Envelope back(Packet to, String st, Edition edition) {
        return new Envelope(to.qn(), st, to.pw(), to.mn(), Replies.flag(to, edition), null, null, false);
    }

    /** As the packet has it. */
    public static Envelope of(Packet packet) {
        return new Envelope(
                packet.qn(),
                packet.st(),
                packet.pw(),
                packet.mn(),
                packet.flagPresent() ? packet.flag() : null,
                packet.pnum(),
                packet.pno(),
                packet.backfilled());
    }

    /**
     * The message under this header. 2005 writes the QN of answers and replies into the CP, and a 9014 without PW, MN and
     * Flag.
     *
     * @throws IllegalArgumentException when the edition has no such command, or a part is missing or outside its range
     */
    public Packet packet(Message message, Edition edition) {
        check(message, edition);
        boolean bare = edition == Edition.E2005 && message instanceof DataAnswer;
        Packet whole = Packet.of(
                qn,
                st,
                message.command().cn(),
                bare ? null : pw,
                bare ? null : mn,
                flag == null || bare ? 0 : flag,
                cp(message, edition));
        return new Packet(
                whole.qn(),
                whole.st(),
                whole.cn(),
                whole.pw(),
                whole.mn(),
                whole.flag(),
                flag != null && !bare,
                bare ? null : pnum,
                bare ? null : pno,
                backfilled,
                whole.cp(),
                whole.items());
    }

    /** The bytes of {@link #packet}. */
    public byte[] frame(Message message, Edition edition) {
        return Encoder.frame(packet(message, edition), edition);
    }

    private String cp(Message message, Edition edition) {
        String cp = message.cp(edition);
        boolean qnInside = edition == Edition.E2005 && (message instanceof Answer || message instanceof Reply);
        if (qn == null || !qnInside) {
            return cp;
        }
        return "QN=" + qn + (cp.isEmpty() ? "" : ";" + cp);
    }

    private static void check(Message message, Edition edition) {
        Command command = message.command();
        if (command.clause(edition) == null) {
            throw new IllegalArgumentException(command.cn() + " (" + command.en() + ") is no command of the edition "
                    + edition.year() + "; it is in " + command.editions());
        }
        Class<? extends Message> type = message.getClass();
        if (type != command.opens() && type != command.answers()) {
            throw new IllegalArgumentException(type.getSimpleName() + " says nothing that " + command.cn() + " ("
                    + command.en() + ") carries; use " + command.opens().getSimpleName());
        }
    }
}
