package io.yuanqing.center.access;

import io.yuanqing.hj212.command.Command;
import java.time.LocalDateTime;

/**
 * A request for data that are missing.
 *
 * @param command HOUR_HISTORY, DAY_HISTORY or MINUTE_HISTORY
 * @param begin DataTime of the first period, city time
 * @param end DataTime of the last one
 */
record Pull(Command command, LocalDateTime begin, LocalDateTime end) {

    boolean covers(Command other, LocalDateTime time) {
        return command == other && !time.isBefore(begin) && !time.isAfter(end);
    }
}
