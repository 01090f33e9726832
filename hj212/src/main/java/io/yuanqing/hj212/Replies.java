package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * The interaction commands 9011 to 9014. They go under ST=91 and echo the QN of what they answer. In the 2005 edition QN
 * (and CN, PNO, PNUM of a 9014) stand in the CP, later in the header. The Flag holds version bits alone: those of the packet
 * that is answered, since its sender looks for its own, also where it speaks another edition than its Flag says; those of
 * the edition when it has no Flag, or one of no edition.
 * A value that would break the reply (it came from a device) is left out.
 */
public final class Replies {

    /** Longer values are not echoed; the standard's longest is the 2017 MN with 24 characters. */
    private static final int LONGEST_ECHO = 100;

    private Replies() {}

    /** 9014: the data have arrived (and are stored: send it after the commit only). */
    public static byte[] dataAnswer(Packet upload, Edition edition) {
        if (edition != Edition.E2005) {
            return answer(upload, "9014", edition, "");
        }
        StringBuilder cp = new StringBuilder();
        add(cp, "QN", echo(upload.qn()));
        add(cp, "CN", echo(upload.cn()));
        add(cp, "PNO", upload.pno());
        add(cp, "PNUM", upload.pnum());
        return Encoder.frame("ST=91;CN=9014;CP=&&" + cp + "&&");
    }

    /** 9013: the notice has arrived. */
    public static byte[] noticeAnswer(Packet notice, Edition edition) {
        return answer(notice, "9013", edition, "");
    }

    /** 9011: whether a request will be executed. {@code qnRtn}: 1 ready, 2 rejected, 3 password … (clause 6.6.4). */
    public static byte[] requestAnswer(Packet request, Edition edition, int qnRtn) {
        return answer(request, "9011", edition, "QnRtn=" + qnRtn);
    }

    /** 9012: how the execution ended. {@code exeRtn}: 1 done, 2 failed, 100 no data … (clause 6.6.4). */
    public static byte[] executionAnswer(Packet request, Edition edition, int exeRtn) {
        return answer(request, "9012", edition, "ExeRtn=" + exeRtn);
    }

    /** The Flag of what answers {@code packet}: version bits (7 to 2), neither split nor wanting an answer. */
    public static int flag(Packet packet, Edition edition) {
        int version = packet.flag() & 0xFC;
        boolean known = packet.flagPresent() && version <= Edition.E2025.versionBits();
        return known ? version : edition.versionBits();
    }

    private static byte[] answer(Packet to, String cn, Edition edition, String result) {
        boolean qnInCp = edition == Edition.E2005;
        StringBuilder cp = new StringBuilder();
        add(cp, "QN", qnInCp ? echo(to.qn()) : null);
        if (!result.isEmpty()) {
            cp.append(cp.isEmpty() ? "" : ";").append(result);
        }
        return Encoder.frame(
                Packet.of(
                        qnInCp ? null : echo(to.qn()),
                        "91",
                        cn,
                        echo(to.pw()),
                        echo(to.mn()),
                        flag(to, edition),
                        cp.toString()),
                edition);
    }

    private static @Nullable String echo(@Nullable String value) {
        return value == null || value.length() > LONGEST_ECHO || Encoder.breaks(value) ? null : value;
    }

    private static void add(StringBuilder cp, String name, @Nullable Object value) {
        if (value != null) {
            cp.append(cp.isEmpty() ? "" : ";").append(name).append('=').append(value);
        }
    }
}
