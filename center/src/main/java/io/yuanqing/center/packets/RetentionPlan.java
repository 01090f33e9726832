package io.yuanqing.center.packets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of retention no longer ask for, as it stands: a dry run.
 *
 * @param packets days of receipt, ascending
 * @param keyMonths months whose keys (by which duplicates are recognised) may go, ascending
 * @param quarantined frames in quarantine, with open cases left aside
 * @param noiseSamples samples of noise
 * @param holds open cases; their packets stay
 */
record RetentionPlan(
        LocalDate today,
        List<Due> packets,
        List<String> keyMonths,
        long quarantined,
        long noiseSamples,
        List<PacketHolds.Hold> holds) {

    /**
     * A day of receipt whose packets may go, hour and day data and those of open cases left aside.
     *
     * @param announcedAt null: the next round announces it
     * @param droppedFrom the first moment at which it is dropped; null: not announced yet
     */
    record Due(
            LocalDate day,
            @Nullable Instant announcedAt,
            @Nullable Instant droppedFrom) {}
}
