package io.yuanqing.simulator.live;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** What all loggers together have done. */
public final class Counts {

    final LongAdder connected = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder resent = new LongAdder();
    final LongAdder backfilled = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder lost = new LongAdder();

    /** Loggers with a connection. */
    public long connected() {
        return connected.sum();
    }

    /** Frames put on the wire for the first time. */
    public long sent() {
        return sent.sum();
    }

    /** Frames that a 9014 or 9013 answered. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Frames sent again: unanswered, or out of habit. */
    public long resent() {
        return resent.sum();
    }

    /** Of those sent: data that had been kept while there was no connection. */
    public long backfilled() {
        return backfilled.sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "connected %,d, sent %,d, acknowledged %,d, re-sent %,d, back-filled %,d, connections lost %,d,"
                        + " dropped from full stores %,d",
                connected.sum(),
                sent.sum(),
                acknowledged.sum(),
                resent.sum(),
                backfilled.sum(),
                lost.sum(),
                dropped.sum());
    }
}
