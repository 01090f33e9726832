package io.yuanqing.center.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.packets.Objection;
import io.yuanqing.center.registry.LoggerDoor;
import io.yuanqing.center.registry.LoggerDoors;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.center.rules.Rules;
import io.yuanqing.center.rules.Rules.DatedNumber;
import io.yuanqing.hj212.Packet;
import java.net.InetAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a sender is believed: by the networks that its MN is bound to, and by its password. Asked for every packet. */
@Component
class Gate {

    private final LoggerDoors doors;
    private final DatedNumber passwordRefused;
    private final Counter wrongPasswords;
    private final Counter foreignAddresses;

    Gate(LoggerDoors doors, Rules rules, MeterRegistry meters) {
        this.doors = doors;
        this.passwordRefused = rules.dated("LOGGER_PASSWORD_REFUSED");
        this.wrongPasswords = meters.counter("yuanqing.access.wrong.passwords");
        this.foreignAddresses = meters.counter("yuanqing.access.foreign.addresses");
    }

    /** @param objection null: the frame is taken */
    record Opinion(boolean wrongPassword, @Nullable Objection objection) {
        static final Opinion BELIEVED = new Opinion(false, null);
    }

    Opinion of(Packet packet, InetAddress from, Instant at) {
        LoggerDoor door =
                packet.mn() == null ? null : doors.of(Mn.normal(packet.mn())).orElse(null);
        if (door == null) {
            return Opinion.BELIEVED;
        }
        Opinion opinion = opinion(door, packet, from, passwordRefused.at(at).signum() != 0);
        if (opinion.wrongPassword()) {
            wrongPasswords.increment();
        } else if (opinion.objection() != null) {
            foreignAddresses.increment();
        }
        return opinion;
    }

    /** @param refuse whether another password than the registered one is refused, not only recorded */
    static Opinion opinion(LoggerDoor door, Packet packet, InetAddress from, boolean refuse) {
        if (!door.admits(from)) {
            String detail = "MN " + packet.mn() + " may send from " + door.networks() + " alone; this frame came from "
                    + from.getHostAddress() + ".";
            return new Opinion(false, new Objection(Objection.Kind.ADDRESS, detail));
        }
        if (door.password() == null || door.password().equals(packet.pw())) {
            return Opinion.BELIEVED;
        }
        String what = packet.pw() == null
                ? "The frame has no PW"
                : "The frame's PW is not the one registered for the point of MN " + packet.mn();
        String detail = what + ", and rule LOGGER_PASSWORD_REFUSED is in effect.";
        return new Opinion(true, refuse ? new Objection(Objection.Kind.PASSWORD, detail) : null);
    }
}
