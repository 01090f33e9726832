package io.yuanqing.center.access;

import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Direction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the centre can be asked to send, by what it does to the logger. */
enum CommandGroup {
    READ,
    HISTORY,
    SET,
    /** Acts on instruments, changes what they measure with, or can lock the centre out: two persons say yes to it. */
    CONTROL;

    private static final Set<Command> CONTROLS = Set.of(
            Command.CALIBRATE,
            Command.SAMPLE_NOW,
            Command.CLEAN,
            Command.SET_SAMPLING_HOURS,
            Command.COMPARISON_SAMPLING,
            Command.RETAIN_SAMPLE,
            Command.SET_SAMPLING_PERIOD,
            Command.SET_SITE_PARAMETER,
            Command.RETAIN_SAMPLE_NOW,
            Command.START_STANDARD_CHECK,
            Command.SET_PASSWORD,
            Command.SET_KEY,
            Command.SET_NETWORK_CODE,
            Command.SET_CENTRE_ADDRESS);

    /** Null for what is no dialogue downwards. */
    static @Nullable CommandGroup of(Command command) {
        if (command.direction() != Direction.DOWN) {
            return null;
        }
        if (CONTROLS.contains(command)) {
            return CONTROL;
        }
        return switch (command.shape()) {
            case GET -> READ;
            case HIST -> HISTORY;
            case SET, NOTICE_DOWN -> SET;
            default -> null;
        };
    }
}
