package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Which packets stay when their day goes. Pure: fixed when it is made. */
record Keeping(Retention rules, LocalDate today, List<PacketHolds.Hold> holds) {

    /** Whether the rule for its CN or an open case asks for this packet. */
    boolean keeps(StoredPacket packet) {
        LocalDate received = LocalDate.ofInstant(packet.receivedAt(), Center.CITY_ZONE);
        return !rules.lastDay(packet.cn(), received, today).isBefore(today) || held(packet);
    }

    /** Whether the rule for packets in general no longer asks for that day. */
    boolean due(LocalDate received) {
        return rules.lastDay(received, today).isBefore(today);
    }

    private boolean held(StoredPacket packet) {
        Instant time = packet.dataTime() == null ? packet.receivedAt() : packet.dataTime();
        return holds.stream().anyMatch(hold -> hold.covers(packet.mn(), time));
    }
}
