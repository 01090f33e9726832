package io.yuanqing.center.access;

import io.yuanqing.center.Center;
import io.yuanqing.center.registry.LoggerKeys;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Field;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Direction;
import io.yuanqing.hj212.command.Envelope;
import io.yuanqing.hj212.command.Received;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A command's packet, made of its name and its parameters. They are written as a CP, read by the catalogue's own record
 * and written again by it: what the edition does not allow, or the record has no place for, is refused, and no text that
 * somebody entered gets into a packet unread.
 */
final class CommandText {

    private static final Set<String> SECRETS = Set.of("NEWPW", "PW", "NEWSK");
    private static final String TAKEN_AS_TIME = "SYSTEMTIME BEGINTIME ENDTIME";
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final int LONGEST_VALUE = 200;

    private CommandText() {}

    static boolean control(Command command) {
        return CommandGroup.of(command) == CommandGroup.CONTROL;
    }

    /** Whether the centre may be asked to send it. */
    static boolean sendable(Command command) {
        return CommandGroup.of(command) != null;
    }

    /**
     * The packet to be sent.
     *
     * @param now of SET_CLOCK without a SystemTime
     * @throws IllegalArgumentException naming the parameter that is missing, unknown or outside the edition's range
     */
    static Packet packet(
            Command command, Map<String, Object> parameters, Edition edition, Envelope envelope, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        if (command == Command.SET_CLOCK && parameters.keySet().stream().noneMatch("SystemTime"::equalsIgnoreCase)) {
            all.put("SystemTime", DIGITS.format(now.atZone(Center.CITY_ZONE)));
        }
        Packet asked = Packet.of(null, envelope.st(), command.cn(), null, null, 0, cp(all));
        Received read = Received.of(asked, edition, Direction.DOWN).orElseThrow();
        if (read.command() != command) {
            throw new IllegalArgumentException(
                    "with these parameters CN " + command.cn() + " is " + read.command() + " ("
                            + read.command().en() + "), not " + command + "; parameters of "
                            + command.opens().getSimpleName() + " are expected");
        }
        if (!read.unread().isEmpty()) {
            Field unknown = read.unread().get(0);
            throw new IllegalArgumentException(
                    command + " has no place for " + unknown.name() + "='" + unknown.value() + "', or cannot read it");
        }
        return envelope.packet(read.message(), edition);
    }

    /** Of SET_KEY; in memory only, the command's row has none. */
    static Map<String, Object> keyParameters(LoggerKeys.Offer key) {
        return Map.of("SKCreateTime", MILLIS.format(key.createdAt().atZone(Center.CITY_ZONE)), "NewSK", key.key());
    }

    /** The ST under which a command goes to a point. */
    static String st(Command command, String ofPoint) {
        List<String> systems = command.systems();
        return systems.isEmpty() || systems.contains(ofPoint) ? ofPoint : systems.get(0);
    }

    /** For logs, the trail and screens. */
    static Map<String, Object> withoutSecrets(Command command, Map<String, Object> parameters) {
        Map<String, Object> shown = new LinkedHashMap<>();
        parameters.forEach((name, value) -> shown.put(name, secret(command, name) ? "******" : value));
        return shown;
    }

    /** The CP as it may be shown. */
    static String shown(Command command, Packet packet) {
        return command == Command.SET_PASSWORD || command == Command.SET_KEY ? "******" : packet.cp();
    }

    private static boolean secret(Command command, String name) {
        return command == Command.SET_PASSWORD || SECRETS.contains(name.toUpperCase(Locale.ROOT));
    }

    private static String cp(Map<String, Object> parameters) {
        StringJoiner cp = new StringJoiner(";");
        parameters.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9]{1,20}(-[A-Za-z]{1,20})?")) {
                throw new IllegalArgumentException("'" + name + "' is no field of HJ 212; write for example PolId");
            }
            for (Object one : value instanceof List<?> list ? list : List.of(value)) {
                cp.add(name + "=" + text(name, one));
            }
        });
        return cp.toString();
    }

    private static String text(String name, Object value) {
        String text = value instanceof Number number
                ? new BigDecimal(number.toString()).toPlainString()
                : value.toString().strip();
        if (TAKEN_AS_TIME.contains(name.toUpperCase(Locale.ROOT))) {
            text = time(text);
        } else if (name.equalsIgnoreCase("CstartTime") || name.equalsIgnoreCase("ReportTime")) {
            text = text.replace(":", "");
        }
        boolean plain = text.chars().allMatch(c -> c >= ' ' && ";,&=#".indexOf(c) < 0);
        if (text.isEmpty() || text.length() > LONGEST_VALUE || !plain || !simple(value)) {
            throw new IllegalArgumentException(name + "='" + text + "' cannot be sent: a value has 1 to "
                    + LONGEST_VALUE + " characters, none of them ; , & = # or a control character");
        }
        return text;
    }

    private static boolean simple(Object value) {
        return value instanceof String || value instanceof Number;
    }

    private static String time(String text) {
        if (!text.contains("T")) {
            return text;
        }
        try {
            LocalDateTime local = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 10
                    ? OffsetDateTime.parse(text)
                            .atZoneSameInstant(Center.CITY_ZONE)
                            .toLocalDateTime()
                    : LocalDateTime.parse(text);
            return DIGITS.format(local);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time; write 2026-11-24T08:00:00+08:00, 2026-11-24T08:00 or 20261124080000");
        }
    }
}
