package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Sets a single value: 1001 (2005), 1002 (2025), 1032, 1042 (2005), 1062, 1064, 1072.
 *
 * @param command the row of the catalogue
 * @param value as written
 */
public record SetParameter(Command command, @Nullable String value) implements Request {

    /** 1062: seconds between realtime uploads; 30 to 3600 (2017), [GAP] in 2025. */
    public static SetParameter realtimeInterval(int seconds) {
        return new SetParameter(Command.SET_REALTIME_INTERVAL, Integer.toString(seconds));
    }

    /** 1064: minutes of a minute value; 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30. */
    public static SetParameter minuteInterval(int minutes) {
        return new SetParameter(Command.SET_MINUTE_INTERVAL, Integer.toString(minutes));
    }

    /** 1072: six characters. The dialogue itself runs under the old password. */
    public static SetParameter password(String newPassword) {
        return new SetParameter(Command.SET_PASSWORD, newPassword);
    }

    /** 1001 (2005): seconds over the limit before an alarm. */
    public static SetParameter warnTime(int seconds) {
        return new SetParameter(Command.SET_WARN_TIME, Integer.toString(seconds));
    }

    /** 1032 (2005): the centre's address, up to 20 characters. */
    public static SetParameter centreAddress(String address) {
        return new SetParameter(Command.SET_CENTRE_ADDRESS, address);
    }

    /** 1042 (2005): when to report each day, to the minute. */
    public static SetParameter reportTime(LocalTime time) {
        return new SetParameter(
                Command.SET_REPORT_TIME, DateTimeFormatter.ofPattern("HHmm").format(time));
    }

    /** 1002 (2025): the MN under which the logger shall send, 24 characters. */
    public static SetParameter networkCode(String mn) {
        return new SetParameter(Command.SET_NETWORK_CODE, mn);
    }

    /** Reads a packet of that command. */
    public static SetParameter of(Packet packet, Command command) {
        return read(new CpReader(packet), command);
    }

    static SetParameter read(CpReader cp, Command command) {
        return new SetParameter(command, cp.text(Parameter.read(command)));
    }

    /** The value as a number; null when it is none. */
    public @Nullable Integer number() {
        return value == null ? null : CpReader.integer(value);
    }

    @Override
    public String cp(Edition edition) {
        return new CpWriter(edition)
                .put(Parameter.written(command, edition), value)
                .toString();
    }

    /** Without a password: logs and messages shall not show it. */
    @Override
    public String toString() {
        return "SetParameter[" + command + (command == Command.SET_PASSWORD ? "" : ", value=" + value) + "]";
    }
}
