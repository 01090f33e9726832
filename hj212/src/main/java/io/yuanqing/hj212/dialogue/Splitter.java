package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Splits a message that is too long for one packet (HJ 212-2017 clause 6.3.1, C.49, C.50). Each part is a packet of its
 * own: it repeats DataTime, holds whole items only, has PNUM and PNO and Flag's bit 1 set.
 *
 * <pre>
 *   QN=…534 Flag=7 PNUM=2 PNO=1  CP=&amp;&amp;DataTime=20160801080000;w00000-…;w01001-…&amp;&amp;
 *   QN=…535 Flag=7 PNUM=2 PNO=2  CP=&amp;&amp;DataTime=20160801080000;w01018-…&amp;&amp;
 * </pre>
 *
 * <p>Two limits hold: the CP's (950 bytes; 960 in 2005) and the data segment's (1,024 bytes), which a CP of 950 with the
 * header of 2017 would exceed. The 2025 edition prints PNUM with one digit; whether more than 9 parts are allowed there is
 * open [GAP], and they are not refused.
 */
public final class Splitter {

    /** HJ 212-2017 and 2025 table 3; bytes. */
    public static final int LONGEST_CP = 950;

    /** HJ/T 212-2005; bytes. */
    public static final int LONGEST_CP_2005 = 960;

    /** Clause 6.3.1, all editions; bytes. */
    public static final int LONGEST_SEGMENT = 1024;

    private static final int MOST_PARTS = 9999;

    /** Flag's bit 1: PNUM and PNO are present. */
    private static final int SPLIT = 2;

    private static final int FRAME_AROUND_SEGMENT = 12;

    private Splitter() {}

    /**
     * The packet itself when it fits, else its parts in the order of PNO.
     *
     * @param qns QNs of the second and the following parts (2017 and 2025), and of the first when the packet has none; in
     *     2005 all parts have the packet's
     * @throws IllegalArgumentException when an item alone is too long for a packet (it is named), when the packet is a part
     *     already, or when there would be more than 9,999 parts
     */
    public static List<Packet> split(Packet packet, Edition edition, Supplier<String> qns) {
        if (packet.pnum() != null) {
            throw new IllegalArgumentException("CN " + packet.cn() + " has PNUM=" + packet.pnum()
                    + ": it is a part already; split the whole message");
        }
        int longest = edition == Edition.E2005 ? LONGEST_CP_2005 : LONGEST_CP;
        int cp = CpText.bytes(packet.cp());
        if (cp <= longest && Encoder.frame(packet, edition).length - FRAME_AROUND_SEGMENT <= LONGEST_SEGMENT) {
            return List.of(packet);
        }
        int header = Encoder.frame(part(packet, packet.qn(), MOST_PARTS, MOST_PARTS, ""), edition).length
                - FRAME_AROUND_SEGMENT;
        List<String> cps = cps(CpText.of(packet), Math.min(longest, LONGEST_SEGMENT - header));
        if (cps.size() > MOST_PARTS) {
            throw new IllegalArgumentException("CN " + packet.cn() + " with " + cp + " bytes would need " + cps.size()
                    + " parts; PNUM goes to 9,999");
        }
        List<Packet> parts = new ArrayList<>(cps.size());
        for (int i = 0; i < cps.size(); i++) {
            boolean own = i == 0 && packet.qn() != null || edition == Edition.E2005;
            String qn = own ? packet.qn() : qns.get();
            parts.add(part(packet, qn, cps.size(), i + 1, cps.get(i)));
        }
        return List.copyOf(parts);
    }

    private static List<String> cps(CpText text, int longest) {
        String head = new CpText(text.head(), List.of()).joined();
        int headBytes = CpText.bytes(head);
        List<String> cps = new ArrayList<>();
        StringBuilder cp = new StringBuilder(head);
        int bytes = headBytes;
        for (String item : text.items()) {
            int more = CpText.bytes(item) + 1;
            if (headBytes + more > longest) {
                throw new IllegalArgumentException("the item '" + beginning(item) + "' has " + (more - 1)
                        + " bytes; with " + headBytes + " bytes of '" + head
                        + "' before it, it does not fit into a CP of "
                        + longest + " bytes, and an item is never split");
            }
            if (bytes + more > longest) {
                cps.add(cp.toString());
                cp = new StringBuilder(head);
                bytes = headBytes;
            }
            cp.append(cp.isEmpty() ? "" : ";").append(item);
            bytes += more;
        }
        cps.add(cp.toString());
        return cps;
    }

    private static String beginning(String item) {
        return item.length() <= 60 ? item : item.substring(0, 60) + "…";
    }

    private static Packet part(Packet whole, @Nullable String qn, int pnum, int pno, String cp) {
        int flag = whole.flag() | SPLIT;
        Packet part = Packet.of(qn, whole.st(), whole.cn(), whole.pw(), whole.mn(), flag, cp);
        return new Packet(
                qn,
                part.st(),
                part.cn(),
                part.pw(),
                part.mn(),
                flag,
                true,
                pnum,
                pno,
                whole.backfilled(),
                cp,
                part.items());
    }
}
