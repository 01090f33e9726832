package io.yuanqing.center.access;

import io.yuanqing.hj212.CrcFlavour;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Packet;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The MNs that have spoken on one connection, a bounded number. Written by its own thread, read by any. */
final class Speakers {

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final int most;
    private volatile long faults;

    Speakers(int most) {
        this.most = most;
    }

    /** A frame that is not taken as its MN's word. */
    void fault() {
        faults++; // by the connection's own thread only
    }

    /** Notes a packet; true when it is the first of its MN here. More MNs than are allowed are not noted. */
    boolean heard(String mn, Instant at, Decoded decoded, Packet packet, boolean wrongPassword) {
        Seen before = seen.get(mn);
        if (before == null && (mn.isEmpty() || seen.size() >= most)) {
            return false;
        }
        seen.put(mn, (before == null ? Seen.first(at) : before).and(at, decoded, packet, wrongPassword));
        return before == null;
    }

    Set<String> mns() {
        return seen.keySet();
    }

    /** The one MN that has spoken here; null: none, or several. */
    @Nullable
    String only() {
        Set<String> here = seen.keySet();
        return here.size() == 1 ? here.iterator().next() : null;
    }

    /** In which the MN's last packet was checked. */
    @Nullable
    CrcFlavour crc(String mn) {
        Seen one = seen.get(mn);
        return one == null ? null : one.crc();
    }

    /** The PW of the MN's last packet. */
    @Nullable
    String pw(String mn) {
        Seen one = seen.get(mn);
        return one == null ? null : one.pw();
    }

    LoggerSession session(String mn, String remote, boolean tls, boolean newest, Instant readAt, Instant now) {
        Seen one = seen.getOrDefault(mn, Seen.first(readAt));
        return new LoggerSession(
                mn,
                remote,
                one.since(),
                one.last(),
                one.frames(),
                faults,
                newest,
                Math.round(one.rate().at(now) * 1000) / 1000.0,
                tls,
                one.wrongPasswords(),
                one.lastWrongPassword());
    }
}
