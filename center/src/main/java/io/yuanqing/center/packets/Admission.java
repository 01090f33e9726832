package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.packets.Verdict.Admitted;
import io.yuanqing.center.packets.Verdict.Header;
import io.yuanqing.center.packets.Verdict.Reason;
import io.yuanqing.center.packets.Verdict.Refused;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Problem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Decides whether a frame is data. Pure: the same frame at the same moment always gets the same verdict. */
final class Admission {

    private static final int LONGEST_MN = 40;
    private static final int LONGEST_CODE = 8;
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Admission() {}

    /** Sound data of a sender who is not believed are refused as such. */
    static Verdict judge(Arrival arrival, DataTimeWindow window) {
        Verdict verdict = judge(arrival.decoded(), arrival.receivedAt(), window);
        Objection objection = arrival.objection();
        if (objection == null || !(verdict instanceof Admitted)) {
            return verdict;
        }
        Reason reason = objection.kind() == Objection.Kind.PASSWORD ? Reason.PASSWORD_REFUSED : Reason.ADDRESS_REFUSED;
        return new Refused(verdict.header(), reason, objection.detail());
    }

    static Verdict judge(Decoded decoded, Instant receivedAt, DataTimeWindow window) {
        Packet packet = decoded.packet();
        Header header = header(packet);
        if (packet == null || !decoded.ok()) {
            return refusedFrame(decoded, header);
        }
        String mn = packet.mn() == null ? "" : Mn.normal(packet.mn());
        if (!mn.equals(header.mn())
                || !packet.st().equals(header.st())
                || !packet.cn().equals(header.cn())) {
            return new Refused(
                    header,
                    Reason.BAD_HEADER,
                    "MN must have at most " + LONGEST_MN + " printable characters, ST and CN at most " + LONGEST_CODE
                            + ".");
        }
        LocalDateTime declared = packet.dataTime();
        if (declared == null) {
            return new Admitted(header, null, PacketKey.UNDATED, PacketKey.of(packet, mn, null));
        }
        Instant dataTime = declared.atZone(Center.CITY_ZONE).toInstant();
        if (window.tooOld(dataTime, receivedAt)) {
            return new Refused(
                    header,
                    Reason.DATA_TIME_TOO_OLD,
                    "DataTime " + READABLE.format(declared) + " is more than "
                            + window.past().toDays() + " days before the receipt.");
        }
        if (window.inFuture(dataTime, receivedAt)) {
            return new Refused(
                    header,
                    Reason.DATA_TIME_IN_FUTURE,
                    "DataTime " + READABLE.format(declared) + " is more than "
                            + window.future().toMinutes() + " minutes after the receipt.");
        }
        return new Admitted(header, dataTime, declared.toLocalDate(), PacketKey.of(packet, mn, dataTime));
    }

    private static Refused refusedFrame(Decoded decoded, Header header) {
        Problem first =
                decoded.problems().stream().filter(Problem::error).findFirst().orElse(null);
        return first == null
                ? new Refused(header, Reason.UNREADABLE, "The frame has no readable header.")
                : new Refused(header, reason(first), first.message());
    }

    private static Reason reason(Problem problem) {
        return switch (problem.code()) {
            case CRC_MISMATCH -> Reason.BAD_CRC;
            case LENGTH_MISMATCH -> Reason.BAD_LENGTH;
            case ENCRYPTED -> Reason.ENCRYPTED;
            case KEY_WRONG -> Reason.KEY_WRONG;
            default -> Reason.UNREADABLE;
        };
    }

    private static Header header(@Nullable Packet packet) {
        return packet == null
                ? new Header("", "", "")
                : new Header(
                        storable(packet.mn() == null ? "" : Mn.normal(packet.mn()), LONGEST_MN),
                        storable(packet.st(), LONGEST_CODE),
                        storable(packet.cn(), LONGEST_CODE));
    }

    /** A header of a damaged frame may hold anything; the database takes neither NUL nor half characters. */
    private static String storable(String text, int longest) {
        if (text.length() <= longest && plain(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints()
                .filter(c ->
                        !Character.isISOControl(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .limit(longest)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
