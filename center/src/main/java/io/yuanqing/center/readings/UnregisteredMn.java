package io.yuanqing.center.readings;

import java.time.Instant;
import java.util.List;

/**
 * An MN that speaks although no point has ever had it.
 *
 * @param firstSeen receipt of its first packet
 * @param edition that its last packet's flag names: 2005, 2017, 2025
 * @param factors that its packets carried
 * @param remote the address that its last packet came from; empty when unknown
 */
record UnregisteredMn(
        String mn,
        Instant firstSeen,
        Instant lastSeen,
        long packets,
        String st,
        String edition,
        List<String> factors,
        String remote) {}
