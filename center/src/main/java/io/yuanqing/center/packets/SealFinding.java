package io.yuanqing.center.packets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place where the log is not what its seals say.
 *
 * @param seal its number; 0: no seal covers the place
 * @param day of receipt; null: not known
 * @param position of the first packet concerned; null: the seal itself is concerned
 * @param message one sentence
 */
public record SealFinding(
        Kind kind,
        long seal,
        @Nullable LocalDate day,
        @Nullable Long position,
        String message) {

    /** What is wrong. */
    public enum Kind {
        /** A packet's bytes, times or origin are not those that were sealed. */
        PACKET_CHANGED,
        /** A packet is gone. */
        PACKET_MISSING,
        /** A packet stands where none was sealed, or twice. */
        PACKET_ADDED,
        /** A seal's own row is not what its digest says, or does not follow the seal before. */
        SEAL_CHANGED,
        /** A seal is gone. */
        SEAL_MISSING
    }

    /** For people: day and position first. */
    @Override
    public String toString() {
        return (day == null ? "" : "day " + day + ", ") + (position == null ? "" : "position " + position + ", ")
                + (seal == 0 ? "not sealed yet" : "seal " + seal) + ": " + kind + ": " + message;
    }
}
