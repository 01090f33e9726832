package io.yuanqing.simulator.live;

/** How long a logger waits for an answer and how often it sends; 1000 changes it. */
final class Patience {

    private static final int TRIES = 3;

    private long replyTimeout;
    private int tries = TRIES;

    /** @param replyTimeout nanoseconds */
    Patience(long replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    long replyTimeout() {
        return replyTimeout;
    }

    int tries() {
        return tries;
    }

    void set(int overTimeSeconds, int reCount) {
        replyTimeout = overTimeSeconds * 1_000_000_000L;
        tries = reCount + 1;
    }
}
