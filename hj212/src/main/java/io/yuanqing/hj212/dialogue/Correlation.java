package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Shape;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which packets belong to a request.
 *
 * <pre>
 *   9011 9012 9013   QN of the request, in the header or (2005) in the CP
 *   9014             that too; 2005: and CN, PNO in the CP
 *   answer of a GET  CN and QN of the request; in 2005 without a QN: CN. Since 2017 answers repeat the QN (appendix C), and
 *                    what comes without one is an upload that the logger began itself
 *   record of a HIST CN, and DataTime within BeginTime and EndTime, or the request's QN: records have a QN of their own
 * </pre>
 *
 * Always of the same MN, unless the packet has none.
 */
record Correlation(
        Packet request,
        Shape shape,
        Edition edition,
        @Nullable LocalDateTime begin,
        @Nullable LocalDateTime end) {

    static Correlation of(Packet request, Shape shape, Edition edition) {
        return new Correlation(request, shape, edition, time(request, "BeginTime"), time(request, "EndTime"));
    }

    private static @Nullable LocalDateTime time(Packet request, String name) {
        String text = request.value(name);
        // A packet reads DataTime in every way in which loggers write times.
        return text == null
                ? null
                : Packet.of(null, "", "", null, null, 0, "DataTime=" + text).dataTime();
    }

    /** A reply to the request itself. */
    boolean answers(Packet packet) {
        if (!sameMn(packet) || !sameQn(packet)) {
            return false;
        }
        return switch (packet.cn()) {
            case "9011", "9012" -> shape != Shape.UP;
            case "9013" -> notice();
            case "9014" -> shape == Shape.UP && acknowledges(packet);
            default -> false;
        };
    }

    /** 2017 C.43 prints a 9011 with a QN that nobody asked with. */
    boolean misnumbered(Packet packet) {
        return packet.cn().equals("9011") && shape != Shape.UP && sameMn(packet) && !sameQn(packet);
    }

    boolean data(Packet packet) {
        if (!sameMn(packet) || !packet.cn().equals(request.cn())) {
            return false;
        }
        return switch (shape) {
            case GET -> sameQn(packet) || packet.qn() == null && edition == Edition.E2005;
            case HIST -> sameQn(packet) || inRange(packet.dataTime());
            default -> false;
        };
    }

    boolean notice() {
        return shape == Shape.NOTICE_UP || shape == Shape.NOTICE_DOWN;
    }

    private boolean acknowledges(Packet answer) {
        String cn = answer.value("CN");
        String pno = answer.value("PNO");
        Integer own = request.pno();
        return (cn == null || cn.equals(request.cn())) && (pno == null || own == null || pno.equals(own.toString()));
    }

    private boolean inRange(@Nullable LocalDateTime time) {
        return time != null && begin != null && end != null && !time.isBefore(begin) && !time.isAfter(end);
    }

    private boolean sameQn(Packet packet) {
        return packet.qn() != null && packet.qn().equals(request.qn());
    }

    private boolean sameMn(Packet packet) {
        String mn = packet.mn();
        String own = request.mn();
        return mn == null || own == null || mn.trim().equalsIgnoreCase(own.trim());
    }
}
