package io.yuanqing.simulator.live;

import java.net.InetSocketAddress;

/**
 * What all lines share.
 *
 * @param replyTimeout nanoseconds until an unanswered frame is sent again
 */
record LineSettings(
        InetSocketAddress address,
        long seed,
        Faults faults,
        SimulatedTime time,
        long replyTimeout,
        Counts counts,
        Incidents incidents) {}
