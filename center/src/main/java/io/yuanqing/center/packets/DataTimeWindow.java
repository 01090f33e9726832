package io.yuanqing.center.packets;

import java.time.Duration;
import java.time.Instant;

/**
 * Which DataTimes are believed, seen from the moment of receipt. A clock that fell back to 1970, or runs years ahead, would
 * otherwise write into days that are long closed or not yet there.
 */
record DataTimeWindow(Duration past, Duration future) {

    boolean tooOld(Instant dataTime, Instant receivedAt) {
        return dataTime.isBefore(receivedAt.minus(past));
    }

    boolean inFuture(Instant dataTime, Instant receivedAt) {
        return dataTime.isAfter(receivedAt.plus(future));
    }
}
