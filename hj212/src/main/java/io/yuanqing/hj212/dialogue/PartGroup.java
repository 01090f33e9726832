package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Packet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one message that are here, by PNO.
 *
 * @param numbered these are not parts but records with a number each; one is kept to recognise the next
 */
record PartGroup(Key key, SortedMap<Integer, Packet> parts, Instant opened, boolean numbered) {

    /** Parts may have the same QN (2005) or different ones (2017), so the QN does not count. */
    record Key(String mn, String st, String cn, String dataTime, int pnum) {

        static Key of(Packet part, int pnum) {
            String mn = part.mn();
            String dataTime = part.value("DataTime");
            return new Key(
                    mn == null ? "" : mn.trim().toUpperCase(Locale.ROOT),
                    part.st(),
                    part.cn(),
                    dataTime == null ? "" : dataTime,
                    pnum);
        }

        boolean otherTimeOf(Key other) {
            return mn.equals(other.mn)
                    && st.equals(other.st)
                    && cn.equals(other.cn)
                    && pnum == other.pnum
                    && !dataTime.equals(other.dataTime);
        }
    }

    static PartGroup of(Key key, int pno, Packet part, Instant now) {
        return new PartGroup(key, new TreeMap<>(), now, false).with(pno, part);
    }

    PartGroup with(int pno, Packet part) {
        SortedMap<Integer, Packet> more = new TreeMap<>(parts);
        more.put(pno, part);
        return new PartGroup(key, more, opened, numbered);
    }

    PartGroup asNumbered() {
        return new PartGroup(key, parts, opened, true);
    }

    @Nullable
    Packet part(int pno) {
        return parts.get(pno);
    }

    boolean complete() {
        return parts.size() == key.pnum;
    }

    /** Something is still awaited. */
    boolean open() {
        return !complete() && !numbered;
    }

    List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int pno = 1; pno <= key.pnum; pno++) {
            if (!parts.containsKey(pno)) {
                missing.add(pno);
            }
        }
        return List.copyOf(missing);
    }

    List<Packet> packets() {
        return List.copyOf(parts.values());
    }

    /**
     * Whether a packet of another DataTime continues a numbering of records instead of one of parts: it carries the next
     * number and the same fields, which two parts of one message never do.
     */
    boolean continuedBy(Key other, int pno, Packet packet) {
        if (!key.otherTimeOf(other) || parts.size() != 1) {
            return false;
        }
        Packet only = parts.get(parts.firstKey());
        return only != null && parts.firstKey() == pno - 1 && names(only).equals(names(packet));
    }

    private static Set<String> names(Packet packet) {
        Set<String> names = new LinkedHashSet<>();
        packet.items().forEach(item -> item.fields().forEach(field -> names.add(field.name())));
        return names;
    }

    Packet merged() {
        List<Packet> packets = packets();
        Packet first = packets.get(0);
        CpText start = CpText.of(first);
        List<String> items = new ArrayList<>();
        for (Packet packet : packets) {
            CpText text = CpText.of(packet);
            text.head().stream().filter(item -> !start.head().contains(item)).forEach(items::add);
            items.addAll(text.items());
        }
        String cp = new CpText(start.head(), items).joined();
        Packet whole = Packet.of(first.qn(), first.st(), first.cn(), first.pw(), first.mn(), first.flag() & ~2, cp);
        return new Packet(
                whole.qn(),
                whole.st(),
                whole.cn(),
                whole.pw(),
                whole.mn(),
                whole.flag(),
                first.flagPresent(),
                null,
                null,
                first.backfilled(),
                cp,
                whole.items());
    }
}
