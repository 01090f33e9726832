package io.yuanqing.center.live;

import io.yuanqing.center.packets.Counters;

/** The log's counters as the stream tells them, and the number of MNs that wait for registration. */
record LiveCounters(long received, long stored, long duplicate, long quarantined, long acknowledged, int newMns) {

    static LiveCounters of(Counters counters, int newMns) {
        return new LiveCounters(
                counters.received(),
                counters.stored(),
                counters.duplicate(),
                counters.quarantined(),
                counters.acknowledged(),
                newMns);
    }
}
