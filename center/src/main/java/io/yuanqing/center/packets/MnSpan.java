package io.yuanqing.center.packets;

import io.yuanqing.center.registry.LoggerBinding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an MN sent from one moment to another, by DataTime, else by receipt.
 *
 * @param mn normal form
 * @param from first moment; null: since ever
 * @param to first moment no more; null: open
 */
record MnSpan(String mn, @Nullable Instant from, @Nullable Instant to) {

    static MnSpan ever(String mn) {
        return new MnSpan(mn, null, null);
    }

    static MnSpan of(LoggerBinding binding) {
        return new MnSpan(binding.mn(), binding.from(), binding.to());
    }

    boolean bounded() {
        return from != null || to != null;
    }

    boolean holds(StoredPacket packet) {
        Instant time = packet.dataTime() == null ? packet.receivedAt() : packet.dataTime();
        return packet.mn().equals(mn) && (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }
}
