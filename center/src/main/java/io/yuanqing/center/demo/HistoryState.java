package io.yuanqing.center.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the demo's past has been loaded.
 *
 * @param until end of the past
 * @param loadedTo receipt time of the last packet that is in the log
 * @param percent of the packets that are expected; 100 only when all are there
 * @param packets records taken from the file, repetitions included
 * @param reason why it failed, and what to do
 */
record HistoryState(
        State state,
        @Nullable Instant until,
        @Nullable Instant loadedTo,
        int percent,
        long packets,
        @Nullable String reason) {

    enum State {
        /** There is no past to load. */
        NONE,
        LOADING,
        LOADED,
        FAILED
    }

    static final HistoryState NONE = new HistoryState(State.NONE, null, null, 0, 0, null);

    HistoryState failed(String why) {
        return new HistoryState(State.FAILED, until, loadedTo, percent, packets, why);
    }
}
