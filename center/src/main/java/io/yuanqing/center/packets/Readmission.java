package io.yuanqing.center.packets;

import org.jspecify.annotations.Nullable;

/**
 * Why a frame comes out of the quarantine.
 *
 * @param quarantined id of the frame there
 * @param actor who decided
 * @param change what was changed or accepted, in a sentence
 * @param reason in the actor's words
 */
record Readmission(long quarantined, String actor, String change, String reason) {

    /**
     * What came of it.
     *
     * @param position of the packet; null when the log held the same data already
     */
    record Done(
            long quarantined,
            @Nullable Long position,
            Fate fate,
            java.time.Instant readmittedAt,
            String actor,
            String change,
            String reason) {}
}
